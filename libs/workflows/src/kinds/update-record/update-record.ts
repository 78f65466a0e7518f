import { z } from 'zod';
import { fieldOf } from '../../catalogue/records.js';
import {
  choiceWords,
  settableOf,
  updatableRecords,
  type ChangeOp,
  type UpdatableRecord,
} from '../../catalogue/settable.js';
import { isSameText } from '../../locale/fold-text.js';
import type { StepBase } from '../../definition/step.js';
import type { CheckContext, Kind, ProblemDraft } from '../kind.js';
import { textProblems } from '../text-problems.js';

export interface RecordChange {
  /** A field of the record: `status`. */
  readonly field: string;
  readonly op: ChangeOp;
  /** Texts are filled in with merge fields; an empty one empties the field. */
  readonly value: string;
}

export interface UpdateRecordStep extends StepBase {
  readonly kind: 'updateRecord';
  readonly record: UpdatableRecord;
  /** Made together or not at all. */
  readonly set: readonly RecordChange[];
}

const label = (record: string, field: string) =>
  (fieldOf(`${record}.${field}`)?.label ?? field).toLowerCase();

/** "status becomes Confirmed", "tags get vip", "tags lose vip" */
const changeWords = (record: UpdatableRecord, { field, op, value }: RecordChange): string => {
  const what = label(record, field);
  if (op === 'add') return `${what} get ${value}`;
  if (op === 'remove') return `${what} lose ${value}`;
  return value ? `${what} becomes ${choiceWords(`${record}.${field}`, value)}` : `${what} is emptied`;
};

export const updateRecord: Kind<'updateRecord'> = {
  kind: 'updateRecord',
  label: 'Update record',
  hint: 'Change a field of the client, booking, project or task',
  config: {
    record: z.enum(updatableRecords as [UpdatableRecord, ...UpdatableRecord[]]),
    set: z
      .array(
        z.strictObject({
          field: z.string().max(50),
          op: z.enum(['set', 'add', 'remove']),
          value: z.string().max(5_000),
        }),
      )
      .max(20),
  },
  outcomes: false,
  defaults: (id) => ({
    id,
    kind: 'updateRecord',
    record: 'client',
    set: [{ field: 'tags', op: 'add', value: '' }],
  }),
  summary: ({ record, set }) => {
    const changes = set.map((change) => changeWords(record, change)).join(', ');
    return `Update the ${record}${changes && `: ${changes}`}`;
  },
  problems: ({ record, set }, context) => [
    ...recordProblems(record, context),
    ...(set.length === 0 ? [{ code: 'update.nothing', path: '/set', params: {} }] : []),
    ...set.flatMap((change, i) => changeProblems(record, set, change, i, context)),
  ],
};

function recordProblems(record: UpdatableRecord, { records, optionalRecords }: CheckContext): ProblemDraft[] {
  if (!records.includes(record))
    return [{ code: 'update.recordUnavailable', path: '/record', params: { record } }];
  return optionalRecords.includes(record)
    ? [{ code: 'update.recordMayBeMissing', severity: 'warning', path: '/record', params: { record } }]
    : [];
}

function changeProblems(
  record: UpdatableRecord,
  all: readonly RecordChange[],
  change: RecordChange,
  index: number,
  context: CheckContext,
): ProblemDraft[] {
  const { field, op, value } = change;
  const at = `/set/${index}`;
  const params = { field: `${record}.${field}` };
  const spec = settableOf(record, field);
  if (!spec) return [{ code: 'update.notSettable', path: `${at}/field`, params }];
  const earlier = all
    .slice(0, index)
    .some((one) => one.field === field && (op === 'set' || isSameText(one.value, value)));
  if (earlier) return [{ code: 'update.changedTwice', path: `${at}/field`, params }];
  if (!spec.ops.includes(op)) return [{ code: 'update.notSettable', path: `${at}/op`, params }];
  const wrong = spec.choices
    ? !spec.choices.includes(value)
    : value.length > spec.characters || ((op !== 'set' || spec.required) && value.trim() === '');
  if (wrong)
    return [
      { code: 'update.wrongValue', path: `${at}/value`, params: { ...params, limit: spec.characters } },
    ];
  return spec.choices ? [] : textProblems(value, `${at}/value`, context);
}
