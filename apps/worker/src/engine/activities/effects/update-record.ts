import { issuedOnBy, lockFields, setFields } from '@cueline/database';
import {
  updateOf,
  type FieldValue,
  type ReasonCode,
  type UpdatableRecord,
  type UpdateRecordStep,
} from '@cueline/workflows';
import type { RunContext } from '../../record-context/run-context.repository.js';
import type { Effect, EffectCall } from '../effect.js';
import { fillOf } from './fill-text.js';
import type { IdempotentStep } from './idempotent-step.js';

type Row = Readonly<Record<string, unknown>>;

/** Fields that hold nothing as null. */
const nullable = new Set(['client.company', 'client.phone']);

/** Changes a record as it stands at this moment, with the same event as when a person does it. */
export async function updateRecord(
  idempotentStep: IdempotentStep,
  step: UpdateRecordStep,
  context: RunContext,
  call: EffectCall,
): Promise<Effect> {
  const { record } = step;
  const id = context[record]?.id;
  if (!id) return skipped('update.noRecord', { record });
  return idempotentStep.carryOut(step, context, call, async (transaction) => {
    const { studioId, on } = transaction;
    const fields = (await lockFields[record].first(on, { studioId, id }))?.fields;
    if (!fields) return skipped('update.noRecord', { record });
    const decided = updateOf(
      step,
      (field) => fields[field] as FieldValue | null,
      (line, text) => fillOf(line, text, context),
    );
    if (!decided.ok) return skipped(decided.code, decided.params);
    const given = Object.entries(asStored(record, decided.values));
    const changes = given.filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(fields[field]));
    if (changes.length === 0)
      return { result: { type: 'done' }, reason: { code: 'update.nothingChanged', params: {} } };
    const values = Object.fromEntries(changes);
    const issuedOn =
      record === 'invoice' ? issuedOnBy(values['status'], context.now, context.brand?.zone ?? '') : undefined;
    await setFields[record].run(on, {
      studioId,
      id,
      values: { ...values, ...(issuedOn && { issuedOn }) },
    });
    const changed = changes.map(([field]) => field);
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

const skipped = (code: ReasonCode, params: object): Effect => ({
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
