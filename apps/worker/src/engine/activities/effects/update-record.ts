import { ofStudio, storableJson } from '@cueline/database';
import {
  localAt,
  updateOf,
  type FieldValue,
  type SettableField,
  type UpdatableRecord,
  type UpdateRecordStep,
} from '@cueline/workflows';
import type { RunContext } from '../../record-context/run-context.repository.js';
import type { Effect, EffectCall } from '../effect.js';
import { fillOf } from './fill-text.js';
import type { IdempotentStep, StepTransaction } from './idempotent-step.js';

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

/** Changes a record as it stands at this moment, with the same event as when a person does it. */
export async function updateRecord(
  idempotentStep: IdempotentStep,
  step: UpdateRecordStep,
  context: RunContext,
  call: EffectCall,
): Promise<Effect> {
  const { record } = step;
  const id = context[record]?.['id'] as string | undefined;
  if (!id) return skipped('update.noRecord', { record });
  return idempotentStep.carryOut(step, context, call, async (transaction) => {
    const table: Table = tables[record];
    const row = await locked(table, id, transaction);
    if (!row) return skipped('update.noRecord', { record });
    const decided = updateOf(
      step,
      (field) => row[table.columns[field]!] as FieldValue | null,
      (line, text) => fillOf(line, text, context),
    );
    if (!decided.ok) return skipped(decided.code, decided.params);
    const values = asStored(record, decided.values);
    const changed = Object.keys(values).filter((field) => differs(values[field], row, table, field));
    if (changed.length === 0)
      return { result: { type: 'done' }, reason: { code: 'update.nothingChanged', params: {} } };
    const issued = record === 'invoice' && values['status'] === 'issued';
    const zone = String(context.brand?.['zone']);
    const also = issued ? { issued_on: localAt(context.now.toISOString(), zone).slice(0, 10) } : {};
    await write(table, id, { ...columnsOf(values, changed, table), ...also }, transaction);
    const { statusChange } = decided;
    if (statusChange?.event)
      await transaction.happened({
        type: statusChange.event,
        subjectType: record,
        subjectId: id,
        data: statusChange.data ?? {},
      });
    return { result: { type: 'done' }, reason: { code: 'update.done', params: { record, changed } } };
  });
}

const skipped = (code: string, params: object): Effect => ({
  result: { type: 'skipped', reason: { code } },
  reason: { code, params },
});

/** What is emptied, as its column has it. */
const asStored = (record: UpdatableRecord, values: Readonly<Record<string, FieldValue>>): Row =>
  Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      field,
      value === '' && nullable.has(`${record}.${field}`) ? null : value,
    ]),
  );

const differs = (value: unknown, row: Row, { columns }: Table, field: string): boolean =>
  JSON.stringify(value) !== JSON.stringify(row[columns[field]!]);

const columnsOf = (values: Row, fields: readonly string[], { columns }: Table) =>
  Object.fromEntries(fields.map((field) => [columns[field]!, values[field]]));

async function locked({ name }: Table, id: string, { studioId, query }: StepTransaction) {
  const sql = `SELECT to_jsonb(x) AS record FROM ${name} x WHERE x.id = $2 AND ${ofStudio('x')} FOR NO KEY UPDATE`;
  return (await query<{ record: Row }>(`lock-${name}`, sql, [studioId, id]))[0]?.record;
}

async function write({ name }: Table, id: string, values: Row, { studioId, query }: StepTransaction) {
  const columns = Object.keys(values).sort();
  const sets = columns.map((column) => `${column} = g.${column}`).join(', ');
  const sql = `UPDATE ${name} x SET ${sets}, updated_at = now() FROM jsonb_populate_record(NULL::${name}, $3::jsonb) g
    WHERE x.id = $2 AND ${ofStudio('x')}`;
  await query(`set-${name}-${columns.join('-')}`, sql, [studioId, id, storableJson(values)]);
}
