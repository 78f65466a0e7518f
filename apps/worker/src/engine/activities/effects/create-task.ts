import {
  addDuration,
  RECORD_CHANGED,
  taskWordsOf,
  type Assignee,
  type CreateTaskStep,
} from '@cueline/workflows';
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
  const words = taskWordsOf(step, (line, text) => fillOf(line, text, context));
  if (!words.ok) return failed(words.code, words.params);
  const { brand } = context;
  if (!brand) return failed('brand.missing');
  const { title, notes } = words;
  const due = step.due && addDuration(context.now.toISOString(), step.due, String(brand['zone']));
  return idempotentStep.carryOut(step, context, call, async (transaction) => {
    const person = await assigneeOf(step.assignee, context, transaction);
    const { studioId } = transaction;
    const about = [context.client?.['id'] ?? null, context.booking?.['id'] ?? null];
    const values = [studioId, brand['id'], title, notes, due ?? null, person?.id ?? null, ...about];
    const [task] = await transaction.query<{ id: string }>('create-task', insert, values);
    await transaction.happened({
      subjectType: 'task',
      subjectId: task!.id,
      ...(person
        ? { type: 'task.assigned', data: { staffId: person.id } }
        : { type: RECORD_CHANGED, data: {} }),
    });
    const code = !person && step.assignee.role !== 'owner' ? 'task.createdForNobody' : 'task.created';
    return {
      result: { type: 'done' },
      reason: { code, params: { title, taskId: task!.id, person: person?.name ?? null } },
    };
  });
}

const failed = (code: string, params: object = {}): Effect => ({
  result: { type: 'failed', reason: { code } },
  reason: { code, params },
});

const insert = `
  INSERT INTO tasks (id, studio_id, brand_id, title, notes, due_at, assignee_id, client_id, booking_id, updated_at)
  VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8, now()) RETURNING id::text`;

const person = `s.id::text, concat_ws(' ', s.first_name, NULLIF(s.last_name, '')) AS name`;
const byId = `SELECT ${person} FROM staff s WHERE s.studio_id = $1 AND s.id = $2 AND s.archived_at IS NULL`;
const onBooking = `SELECT ${person} FROM booking_staff x JOIN staff s ON s.studio_id = x.studio_id AND s.id = x.staff_id
  WHERE x.studio_id = $1 AND x.booking_id = $2 AND s.archived_at IS NULL ORDER BY s.created_at, s.id LIMIT 1`;

/** Who does it; undefined when nobody is there for it. */
async function assigneeOf(
  assignee: Assignee,
  { staff, booking }: RunContext,
  { studioId, query }: StepTransaction,
): Promise<Person | undefined> {
  const id = assignee.role === 'member' ? assignee.id : assignee.role === 'staff' ? staff?.['id'] : undefined;
  if (id) return (await query<Person>('task-assignee', byId, [studioId, id]))[0];
  if (assignee.role !== 'staff' || !booking) return undefined;
  return (await query<Person>('task-staff-on-booking', onBooking, [studioId, booking['id']]))[0];
}
