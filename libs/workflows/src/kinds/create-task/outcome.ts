import { taskLimits } from './limits.js';
import type { CreateTaskStep } from './step.js';
import { cut, type Fill, type Filled } from '../filled.js';

export type TaskText =
  { readonly ok: true; readonly title: string; readonly notes: string } | Extract<Filled, { ok: false }>;

/** The words of a task, by the facts of this moment. */
export function taskTextOf({ title, notes = '' }: CreateTaskStep, fill: Fill): TaskText {
  const filled = fill(title, notes);
  if (!filled.ok) return filled;
  const line = cut(filled.line, taskLimits.title);
  if (line === '') return { ok: false, code: 'task.noTitle', params: {} };
  return { ok: true, title: line, notes: cut(filled.text, taskLimits.notes) };
}
