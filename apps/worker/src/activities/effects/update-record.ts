import {
  becoming,
  localAt,
  settableOf,
  type Becoming,
  type RecordChange,
  type SettableField,
  type UpdatableRecord,
  type UpdateRecordStep,
} from '@cueline/workflows';
import type { RunContext } from '../../facts/run-context.repository.js';
import type { Effect, EffectCall } from '../effect.js';
import { cut, fillText } from './fill-text.js';
import type { Once, StepTransaction } from './once.js';

type Row = Readonly<Record<string, unknown>>;

/** Where the fields stand; one without a column does not compile. */
const tables: { readonly [R in UpdatableRecord]: Table<SettableField<R>> } = {
  client: { name: 'clients', columns: { tags: 'tags', company: 'company', phone: 'phone' } },
  booking: { name: 'bookings', columns: { status: 'status', kind: 'kind', location: 'location' } },
  inquiry: { name: 'inquiries', columns: { status: 'status' } },
  project: { name: 'projects', columns: { stage: 'stage' } },
  invoice: { name: 'invoices', columns: { status: 'status' } },
  task: { name: 'tasks', columns: { status: 'status', notes: 'notes' } },
};
interface Table<Field extends string = string> {
  readonly name: string;
  readonly columns: Readonly<Record<Field, string>>;
}

/** Columns that hold nothing as null. */
const nullable = new Set(['client.company', 'client.phone']);
const LONGEST_LIST = 50;

/** What a step's changes come to for a row. */
type Decided =
  | { readonly ok: true; readonly values: Readonly<Record<string, unknown>>; readonly becomes?: Becomes }
  | { readonly ok: false; readonly code: string; readonly params: object };
type Becomes = Extract<Becoming, { type: 'becomes' }>;

/** Changes a record as it stands at this moment, with the same event as when a person does it. */
export async function updateRecord(
  once: Once,
  step: UpdateRecordStep,
  context: RunContext,
  call: EffectCall,
): Promise<Effect> {
  const { record } = step;
  const id = context[record]?.['id'] as string | undefined;
  if (!id) return skipped('update.noRecord', { record });
  return once.carryOut(step, context, call, async (transaction) => {
    const table: Table = tables[record];
    const row = await locked(table, id, transaction);
    if (!row) return skipped('update.noRecord', { record });
    const decided = decide(step, row, context);
    if (!decided.ok) return skipped(decided.code, decided.params);
    const changed = Object.keys(decided.values).filter((field) =>
      differs(decided.values[field], row, table, field),
    );
    if (changed.length === 0)
      return { result: { type: 'done' }, reason: { code: 'update.nothingChanged', params: {} } };
    const issued = record === 'invoice' && decided.values['status'] === 'issued';
    const zone = String(context.brand?.['zone']);
    const also = issued ? { issued_on: localAt(context.now.toISOString(), zone).slice(0, 10) } : {};
    await write(table, id, { ...columnsOf(decided.values, changed, table), ...also }, transaction);
    const { becomes } = decided;
    if (becomes?.event)
      await transaction.happened({
        type: becomes.event,
        subjectType: record,
        subjectId: id,
        data: becomes.data ?? {},
      });
    return { result: { type: 'done' }, reason: { code: 'update.done', params: { record, changed } } };
  });
}

const skipped = (code: string, params: object): Effect => ({
  result: { type: 'skipped', reason: { code } },
  reason: { code, params },
});

function decide({ record, set }: UpdateRecordStep, row: Row, context: RunContext): Decided {
  const { columns }: Table = tables[record];
  const values: Record<string, unknown> = {};
  let becomes: Becomes | undefined;
  for (const change of set) {
    const { field, op } = change;
    const filled = valueOf(record, change, context);
    if (!filled.ok) return filled;
    const { value } = filled;
    if (op !== 'set') {
      const before = (values[field] ?? row[columns[field]!]) as readonly string[];
      const others = before.filter((one) => one !== value);
      values[field] = op === 'remove' ? others : before.includes(value) ? before : [...before, value];
      if (others.length >= LONGEST_LIST && op === 'add')
        return {
          ok: false,
          code: 'update.listFull',
          params: { field: `${record}.${field}`, limit: LONGEST_LIST },
        };
      continue;
    }
    const from = String(row[columns[field]!]);
    const next = standing(record, field, from, value);
    if (next?.type === 'refused')
      return { ok: false, code: 'update.refused', params: { record, from, to: value } };
    if (next?.type === 'becomes') becomes = next;
    values[field] = value === '' && nullable.has(`${record}.${field}`) ? null : value;
  }
  return { ok: true, values, ...(becomes && { becomes }) };
}

function valueOf(
  record: UpdatableRecord,
  { field, op, value }: RecordChange,
  context: RunContext,
): { readonly ok: true; readonly value: string } | Extract<Decided, { ok: false }> {
  const spec = settableOf(record, field)!;
  if (spec.choices) return { ok: true, value };
  const filled = fillText(value, value, context);
  if (!filled.ok) return filled;
  const oneLine = op !== 'set' || spec.characters <= 300;
  const text = cut(oneLine ? filled.line : filled.text, spec.characters);
  return text === '' && (op !== 'set' || spec.required)
    ? { ok: false, code: 'update.emptyValue', params: { field: `${record}.${field}` } }
    : { ok: true, value: text };
}

/** What the rules of the record say of its new standing; undefined for a field that has none. */
function standing(record: UpdatableRecord, field: string, from: string, to: string): Becoming | undefined {
  if (record === 'booking' && field === 'status')
    return becoming.booking(from, to as 'confirmed' | 'completed' | 'cancelled');
  if (record === 'invoice' && field === 'status') return becoming.invoice(from, to as 'issued' | 'void');
  return record === 'project' && field === 'stage' ? becoming.project(from, to) : undefined;
}

const differs = (value: unknown, row: Row, { columns }: Table, field: string): boolean =>
  JSON.stringify(value) !== JSON.stringify(row[columns[field]!]);

const columnsOf = (values: Row, fields: readonly string[], { columns }: Table) =>
  Object.fromEntries(fields.map((field) => [columns[field]!, values[field]]));

async function locked({ name }: Table, id: string, { studioId, query }: StepTransaction) {
  const sql = `SELECT to_jsonb(x) AS record FROM ${name} x WHERE x.studio_id = $1 AND x.id = $2 FOR NO KEY UPDATE`;
  return (await query<{ record: Row }>(`lock-${name}`, sql, [studioId, id]))[0]?.record;
}

async function write({ name }: Table, id: string, values: Row, { studioId, query }: StepTransaction) {
  const columns = Object.keys(values).sort();
  const sets = columns.map((column) => `${column} = g.${column}`).join(', ');
  const sql = `UPDATE ${name} x SET ${sets}, updated_at = now() FROM jsonb_populate_record(NULL::${name}, $3::jsonb) g
    WHERE x.studio_id = $1 AND x.id = $2`;
  await query(`set-${name}-${columns.join('-')}`, sql, [studioId, id, JSON.stringify(values)]);
}
