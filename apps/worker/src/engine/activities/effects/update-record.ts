import { issuedOnBy, lockFields, setFields } from '@cueline/database';
import {
  nothingToUpdate,
  recordUpdateOf,
  type FieldValue,
  type UpdatableRecord,
  type UpdateRecordStep,
} from '@cueline/workflows';
import type { RunContext } from '../../record-context/run-context.repository.js';
import { effectOf, type Effect, type EffectCall } from '../effect.js';
import { fillOf } from './fill-text.js';
import type { IdempotentStep } from './idempotent-step.js';

type Row = Readonly<Record<string, unknown>>;

/** Fields that hold nothing as null. */
const nullable = new Set(['client.company', 'client.phone']);

/** Changes a record as it is at this moment, with the same event as when a person does it. */
export async function updateRecord(
  idempotentStep: IdempotentStep,
  step: UpdateRecordStep,
  context: RunContext,
  call: EffectCall,
): Promise<Effect> {
  const { record } = step;
  const id = context[record]?.id;
  if (!id) return effectOf(nothingToUpdate(step));
  return idempotentStep.carryOut(step, context, call, async (transaction) => {
    const { studioId, on } = transaction;
    const fields = (await lockFields[record].first(on, { studioId, id }))?.fields;
    const read = fields && ((field: string) => fields[field] as FieldValue | null);
    const update = recordUpdateOf(step, read, (line, text) => fillOf(line, text, context));
    if (!update.ok) return effectOf(update);
    const { outcome, statusChange } = update;
    const values = asStored(record, update.values);
    if (Object.keys(values).length > 0) {
      const zone = context.brand?.zone ?? '';
      const issuedOn = record === 'invoice' ? issuedOnBy(values['status'], context.now, zone) : undefined;
      const given = { ...values, ...(issuedOn && { issuedOn }) };
      await setFields[record].run(on, { studioId, id, values: given });
    }
    if (statusChange?.event)
      await transaction.happened({
        type: statusChange.event,
        subjectType: record,
        subjectId: id,
        data: statusChange.data ?? {},
      });
    return effectOf(outcome);
  });
}

/** What is emptied, as its column has it. */
const asStored = (record: UpdatableRecord, values: Readonly<Record<string, FieldValue>>): Row =>
  Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      field,
      value === '' && nullable.has(`${record}.${field}`) ? null : value,
    ]),
  );
