import { statusTransition, type StatusTransition } from '../../catalogue/status-transitions.js';
import { settableOf, type UpdatableRecord } from '../../catalogue/settable.js';
import { isSameText } from '../../locale/fold-text.js';
import type { RecordChange, UpdateRecordStep } from './step.js';
import { cut, type Fill, type Filled } from '../filled.js';

const LONGEST_LIST = 50;
/** Longer texts may have lines. */
const ONE_LINE = 300;

type No = Extract<Filled, { ok: false }>;
export type StatusChange = Extract<StatusTransition, { type: 'changed' }>;
export type FieldValue = string | readonly string[];

/** What a step's changes come to for a record: its new values by field, and what becomes of its standing. */
export type UpdateDecided =
  | {
      readonly ok: true;
      readonly values: Readonly<Record<string, FieldValue>>;
      readonly statusChange?: StatusChange;
    }
  | No;

/**
 * All changes of a step together, or why they cannot be made.
 * @param read a field of the record as it stands; null where it holds nothing
 */
export function updateOf(
  { record, set }: UpdateRecordStep,
  read: (field: string) => FieldValue | null,
  fill: Fill,
): UpdateDecided {
  const values: Record<string, FieldValue> = {};
  let statusChange: StatusChange | undefined;
  for (const change of set) {
    const { field, op } = change;
    const filled = valueOf(record, change, fill);
    if (!filled.ok) return filled;
    const { value } = filled;
    if (op !== 'set') {
      const listed = listWith(values[field] ?? read(field), op, value);
      if (listed.length > LONGEST_LIST) {
        const params = { field: `${record}.${field}`, limit: LONGEST_LIST };
        return { ok: false, code: 'update.listFull', params };
      }
      values[field] = listed;
      continue;
    }
    const from = read(field);
    const next = transitionOf(record, field, typeof from === 'string' ? from : '', value);
    if (next?.type === 'refused')
      return { ok: false, code: 'update.refused', params: { record, from, to: value } };
    if (next?.type === 'changed') statusChange = next;
    values[field] = value;
  }
  return { ok: true, values, ...(statusChange && { statusChange }) };
}

function listWith(before: FieldValue | null, op: 'add' | 'remove', value: string): readonly string[] {
  const entries = Array.isArray(before) ? (before as readonly string[]) : [];
  if (op === 'remove') return entries.filter((one) => !isSameText(one, value));
  return entries.some((one) => isSameText(one, value)) ? entries : [...entries, value];
}

function valueOf(
  record: UpdatableRecord,
  { field, op, value }: RecordChange,
  fill: Fill,
): { readonly ok: true; readonly value: string } | No {
  const spec = settableOf(record, field);
  // A draft that is rehearsed may ask for anything.
  if (!spec?.ops.includes(op) || (spec.choices && !spec.choices.includes(value)))
    return { ok: false, code: 'update.notSettable', params: { field: `${record}.${field}` } };
  if (spec.choices) return { ok: true, value };
  const filled = fill(value, value);
  if (!filled.ok) return filled;
  const oneLine = op !== 'set' || spec.characters <= ONE_LINE;
  const text = cut(oneLine ? filled.line : filled.text, spec.characters);
  return text === '' && (op !== 'set' || spec.required)
    ? { ok: false, code: 'update.emptyValue', params: { field: `${record}.${field}` } }
    : { ok: true, value: text };
}

/** What the rules of the record say of its new standing; undefined for a field that has none. */
function transitionOf(
  record: UpdatableRecord,
  field: string,
  from: string,
  to: string,
): StatusTransition | undefined {
  if (record === 'booking' && field === 'status')
    return statusTransition.booking(from, to as 'confirmed' | 'completed' | 'cancelled');
  if (record === 'invoice' && field === 'status')
    return statusTransition.invoice(from, to as 'issued' | 'void');
  return record === 'project' && field === 'stage' ? statusTransition.project(from, to) : undefined;
}
