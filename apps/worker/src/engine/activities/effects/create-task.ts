import { assigneeMeant, newTaskOf, taskCreated, type CreateTaskStep } from '@cueline/workflows';
import { findAssignee, insertTask, staffOnBooking, taskEvent } from '@cueline/database';
import type { RunContext } from '../../record-context/run-context.repository.js';
import { effectOf, type Effect, type EffectCall } from '../effect.js';
import { fillOf } from './fill-text.js';
import type { IdempotentStep, StepTransaction } from './idempotent-step.js';

interface Person {
  readonly id: string;
  readonly name: string;
}

/** A task in the words of this moment, for whoever is there to do it. */
export function createTask(
  idempotentStep: IdempotentStep,
  step: CreateTaskStep,
  context: RunContext,
  call: EffectCall,
): Effect | Promise<Effect> {
  const { brand } = context;
  const fill = (line: string, text: string) => fillOf(line, text, context);
  const task = newTaskOf(step, fill, context.now.toISOString(), brand?.zone);
  if (!task.ok) return effectOf(task);
  const { title, notes, due } = task;
  return idempotentStep.carryOut(step, context, call, async (transaction) => {
    const person = await assigneeOf(step, context, transaction);
    const created = await insertTask.first(transaction.on, {
      studioId: transaction.studioId,
      brandId: brand!.id,
      title,
      notes,
      dueAt: due ?? null,
      assigneeId: person?.id ?? null,
      clientId: context.client?.id ?? null,
      bookingId: context.booking?.id ?? null,
    });
    const taskId = created!.id;
    await transaction.happened(taskEvent(taskId, person?.id ?? null));
    const { result, reason } = effectOf(taskCreated(step, title, person));
    return { result, reason: { ...reason!, params: { ...reason!.params, taskId } } };
  });
}

/** Who does it; undefined when nobody is there for it. */
async function assigneeOf(
  { assignee }: CreateTaskStep,
  { staff, booking }: RunContext,
  { studioId, on }: StepTransaction,
): Promise<Person | undefined> {
  const meant = assigneeMeant(assignee, staff?.id);
  if (typeof meant === 'object') return findAssignee.first(on, { studioId, id: meant.member });
  if (meant === 'nobody' || !booking) return undefined;
  return staffOnBooking.first(on, { studioId, bookingId: booking.id });
}
