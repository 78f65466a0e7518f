import { addDuration } from '../../timing/duration.js';
import { cut, type Fill } from '../filled.js';
import { failed, type Outcome, type NoEffect } from '../outcome.js';
import { taskLimits } from './limits.js';
import type { Assignee, CreateTaskStep } from './step.js';

export type NewTask =
  | {
      readonly ok: true;
      readonly title: string;
      readonly notes: string;
      /** ISO instant. */ readonly due: string | undefined;
    }
  | NoEffect;

/**
 * The task that a step creates, by the facts of this moment.
 * @param now ISO instant @param zone of the record's brand; undefined where it belongs to none
 */
export function newTaskOf(
  { title, notes = '', due }: CreateTaskStep,
  fill: Fill,
  now: string,
  zone: string | undefined,
): NewTask {
  const filled = fill(title, notes);
  if (!filled.ok) return failed(filled.code, filled.params);
  const line = cut(filled.line, taskLimits.title);
  if (line === '') return failed('task.noTitle');
  if (zone === undefined) return failed('brand.missing');
  return {
    ok: true,
    title: line,
    notes: cut(filled.text, taskLimits.notes),
    due: due && addDuration(now, due, zone),
  };
}

/** Whom a task is for: nobody in particular, one of the staff, or the first who is there for the booking. */
export type AssigneeMeant = { readonly member: string } | 'first-on-booking' | 'nobody';

/** @param staffId of the staff member whom the run's own record is about */
export function assigneeMeant(assignee: Assignee, staffId: string | null | undefined): AssigneeMeant {
  const member = assignee.role === 'member' ? assignee.id : assignee.role === 'staff' ? staffId : undefined;
  if (member) return { member };
  return assignee.role === 'staff' ? 'first-on-booking' : 'nobody';
}

/** @param person who does it; undefined when nobody is there for it */
export function taskCreated(
  { assignee }: CreateTaskStep,
  title: string,
  person: { readonly name: string } | undefined,
): Outcome {
  const code = !person && assignee.role !== 'owner' ? 'task.createdForNobody' : 'task.created';
  return { status: 'done', reason: { code, params: { title, person: person?.name ?? null } } };
}
