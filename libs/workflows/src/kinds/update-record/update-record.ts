import { z } from 'zod';
import type { EventType } from '../../catalogue/event-types.js';
import { choiceLabel, fieldLabel, recordLabel } from '../../catalogue/labels.js';
import { settableOf, updatableRecords, type UpdatableRecord } from '../../catalogue/settable.js';
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

/** "status becomes Confirmed", "tags get vip", "tags lose vip" */
function englishChange(record: UpdatableRecord, { field, op, value }: RecordChange): string {
  const path = `${record}.${field}`;
  const what = fieldLabel(path, 'en').toLowerCase();
  if (op !== 'set') return `${what} ${op === 'add' ? 'get' : 'lose'} ${value}`;
  return value ? `${what} becomes ${choiceLabel(path, value, 'en')}` : `${what} is emptied`;
}

function germanChange(record: UpdatableRecord, { field, op, value }: RecordChange): string {
  const path = `${record}.${field}`;
  const what = fieldLabel(path, 'de');
  if (op !== 'set') return `${what} ${op === 'add' ? 'erhält' : 'verliert'} ${value}`;
  return value ? `${what} wird ${choiceLabel(path, value, 'de')}` : `${what} wird geleert`;
}

export const updateRecord: Kind<'updateRecord', Code> = {
  kind: 'updateRecord',
  label: { en: 'Update record', de: 'Daten ändern' },
  hint: {
    en: 'Change a field of the client, booking, project or task',
    de: 'Ein Feld von Kunde, Buchung, Projekt oder Aufgabe ändern',
  },
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
  summary: ({ record, set }, _words, language) => {
    const change = language === 'de' ? germanChange : englishChange;
    const changes = set.map((one) => change(record, one)).join(', ');
    const what = language === 'de' ? `${recordLabel(record, 'de')} ändern` : `Update the ${record}`;
    return `${what}${changes && `: ${changes}`}`;
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
