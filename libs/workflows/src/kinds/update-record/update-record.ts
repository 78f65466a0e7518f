import { z } from 'zod';
import type { EventType } from '../../catalogue/event-types.js';
import { fieldOf } from '../../catalogue/records.js';
import {
  settableLabel,
  settableOf,
  updatableRecords,
  type UpdatableRecord,
} from '../../catalogue/settable.js';
import { isSameText } from '../../locale/fold-text.js';
import type { ProblemDraftOf } from '../../problems/problem.js';
import type { SharedProblemCode } from '../../problems/shared-messages.js';
import { textProblems } from '../../problems/text-problems.js';
import { isLiteral, type CausedAt } from '../cause.js';
import type { CheckContext } from '../check-context.js';
import type { Kind } from '../kind.js';
import { updateProblems } from './messages.js';
import type { RecordChange, UpdateRecordStep } from './step.js';

type Code = keyof typeof updateProblems;
type Draft = ProblemDraftOf<Code | SharedProblemCode>;

const label = (record: string, field: string) =>
  (fieldOf(`${record}.${field}`)?.label ?? field).toLowerCase();

/** "status becomes Confirmed", "tags get vip", "tags lose vip" */
const describeRecordChange = (record: UpdatableRecord, { field, op, value }: RecordChange): string => {
  const what = label(record, field);
  if (op === 'add') return `${what} get ${value}`;
  if (op === 'remove') return `${what} lose ${value}`;
  return value ? `${what} becomes ${settableLabel(`${record}.${field}`, value)}` : `${what} is emptied`;
};

export const updateRecord: Kind<'updateRecord', Code> = {
  kind: 'updateRecord',
  label: 'Update record',
  hint: 'Change a field of the client, booking, project or task',
  family: 'studio',
  icon: 'pencil',
  config: {
    record: z.enum(updatableRecords as readonly [UpdatableRecord, ...UpdatableRecord[]]),
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
    const changes = set.map((change) => describeRecordChange(record, change)).join(', ');
    return `Update the ${record}${changes && `: ${changes}`}`;
  },
  problemMessages: updateProblems,
  problems: ({ record, set }, context) => [
    ...recordProblems(record, context),
    ...(set.length === 0 ? [{ code: 'update.nothing' as const, path: '/set', params: {} }] : []),
    ...set.flatMap((change, i) => changeProblems(record, set, change, i, context)),
  ],
  causes: (step) => step.set.flatMap((change, i) => changeCauses(step, change, i)),
};

/** The statuses that can be left again: what happens once in a record's life starts nothing a second time. */
const comesBack: Readonly<Record<string, (to: string) => EventType | undefined>> = {
  'booking.status': (to) =>
    to === 'confirmed' ? 'booking.confirmed' : to === 'completed' ? 'booking.completed' : undefined,
  'project.stage': () => 'project.stage_changed',
};

function changeCauses(
  { record }: UpdateRecordStep,
  { field: key, op, value }: RecordChange,
  i: number,
): CausedAt[] {
  const field = `${record}.${key}`;
  const event = op === 'set' && Object.hasOwn(comesBack, field) ? comesBack[field]!(value) : undefined;
  if (!event) return [];
  const known: Readonly<Record<string, string>> = isLiteral(value) ? { [field]: value.trim() } : {};
  return [{ type: 'event', event, fresh: false, known, field, at: `/set/${i}/value` }];
}

function recordProblems(record: UpdatableRecord, { records, optionalRecords }: CheckContext): Draft[] {
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
): Draft[] {
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
