import {
  addDuration,
  taskTextOf,
  type Assignee,
  type CreateTaskStep,
  type ReasonCode,
} from '@cueline/workflows';
import { findAssignee, insertTask, staffOnBooking, taskEvent } from '@cueline/database';
import type { RunContext } from '../../record-context/run-context.repository.js';
import type { Effect, EffectCall } from '../effect.js';
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
  const text = taskTextOf(step, (line, text) => fillOf(line, text, context));
  if (!text.ok) return failed(text.code, text.params);
  const { brand } = context;
  if (!brand) return failed('brand.missing');
  const { title, notes } = text;
  const due = step.due && addDuration(context.now.toISOString(), step.due, brand.zone);
  return idempotentStep.carryOut(step, context, call, async (transaction) => {
    const person = await assigneeOf(step.assignee, context, transaction);
    const task = await insertTask.first(transaction.on, {
      studioId: transaction.studioId,
      brandId: brand.id,
      title,
      notes,
      dueAt: due ?? null,
      assigneeId: person?.id ?? null,
      clientId: context.client?.id ?? null,
      bookingId: context.booking?.id ?? null,
    });
    await transaction.happened(taskEvent(task!.id, person?.id ?? null));
    const code = !person && step.assignee.role !== 'owner' ? 'task.createdForNobody' : 'task.created';
    return {
      result: { type: 'done' },
      reason: { code, params: { title, taskId: task!.id, person: person?.name ?? null } },
    };
  });
}

const failed = (code: ReasonCode, params: object = {}): Effect => ({
  result: { type: 'failed', reason: { code } },
  reason: { code, params },
});

/** Who does it; undefined when nobody is there for it. */
async function assigneeOf(
  assignee: Assignee,
  { staff, booking }: RunContext,
  { studioId, on }: StepTransaction,
): Promise<Person | undefined> {
  const id = assignee.role === 'member' ? assignee.id : assignee.role === 'staff' ? staff?.id : undefined;
  if (id) return findAssignee.first(on, { studioId, id });
  if (assignee.role !== 'staff' || !booking) return undefined;
  return staffOnBooking.first(on, { studioId, bookingId: booking.id });
}
