import { statusTransition, type StatusTransition } from '../../catalogue/status-transitions.js';
import { settableOf, type UpdatableRecord } from '../../catalogue/settable.js';
import { isSameText } from '../../locale/fold-text.js';
import type { RecordChange, UpdateRecordStep } from './step.js';
import { cut, type Fill, type Filled } from '../filled.js';
import { skipped, type Outcome, type NoEffect } from '../outcome.js';

const LONGEST_LIST = 50;
/** Longer texts may have lines. */
const ONE_LINE = 300;

type No = Extract<Filled, { ok: false }>;
export type StatusChange = Extract<StatusTransition, { type: 'changed' }>;
export type FieldValue = string | readonly string[];

/** A record as the step leaves it: what changes by field, and what becomes of its status. */
export type RecordUpdate =
  | {
      readonly ok: true;
      /** Without what stays as it is. */
      readonly values: Readonly<Record<string, FieldValue>>;
      readonly statusChange?: StatusChange;
      readonly outcome: Outcome;
    }
  | NoEffect;

export const nothingToUpdate = ({ record }: UpdateRecordStep): NoEffect =>
  skipped('update.noRecord', { record });

/**
 * What a step changes of a record.
 * @param read a field of the record as it is now, null where it holds nothing; undefined where there is no such record
 */
export function recordUpdateOf(
  step: UpdateRecordStep,
  read: ((field: string) => FieldValue | null) | undefined,
  fill: Fill,
): RecordUpdate {
  const { record } = step;
  if (!read) return nothingToUpdate(step);
  const decided = valuesOf(step, read, fill);
  if (!decided.ok) return skipped(decided.code, decided.params);
  const changes = Object.entries(decided.values).filter(([field, value]) => !isSame(value, read(field)));
  const values = Object.fromEntries(changes);
  if (changes.length === 0)
    return {
      ok: true,
      values,
      outcome: { status: 'done', reason: { code: 'update.nothingChanged', params: {} } },
    };
  const params = { record, changed: changes.map(([field]) => field) };
  return {
    ok: true,
    values,
    ...(decided.statusChange && { statusChange: decided.statusChange }),
    outcome: { status: 'done', reason: { code: 'update.done', params } },
  };
}

/** What is emptied holds nothing, whether it is stored as an empty text or as none. */
const isSame = (one: FieldValue, other: FieldValue | null): boolean =>
  JSON.stringify(one === '' ? null : one) === JSON.stringify(other === '' ? null : (other ?? null));

type Decided =
  | {
      readonly ok: true;
      readonly values: Readonly<Record<string, FieldValue>>;
      readonly statusChange?: StatusChange;
    }
  | No;

/**
 * All changes of a step together, or why they cannot be made.
 * @param read a field of the record as it is now; null where it holds nothing
 */
function valuesOf(
  { record, set }: UpdateRecordStep,
  read: (field: string) => FieldValue | null,
  fill: Fill,
): Decided {
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

/** What the rules of the record say of its new status; undefined for a field that has none. */
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
