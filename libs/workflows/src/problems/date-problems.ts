import type { Field } from '../catalogue/field.js';
import { fieldIn } from './field-in.js';
import type { ProblemDraftOf, ProblemMessages } from './problem.js';

export const dateMessages = {
  'date.unknownField': (p) =>
    `${fieldIn(p)} is not known when this workflow starts. Choose another date to count from.`,
  'date.notADate': (p) => `${fieldIn(p)} is no date. Choose a date to count from.`,
  'date.mayBeEmpty': (p) =>
    `${fieldIn(p)} may be empty. A run without it stands here until somebody enters it.`,
} as const satisfies ProblemMessages;
export type DateProblemCode = keyof typeof dateMessages;

/** What is wrong with the date that a moment is counted from; undefined when nothing is. */
export function anchorProblem(
  anchor: string,
  fields: ReadonlyMap<string, Field>,
  path: string,
): ProblemDraftOf<DateProblemCode> | undefined {
  const field = fields.get(anchor);
  const at = `${path}/anchor`;
  const params = { field: anchor };
  if (!field) return { code: 'date.unknownField', severity: 'error', path: at, params };
  if (field.type !== 'date' && field.type !== 'instant')
    return { code: 'date.notADate', severity: 'error', path: at, params };
  return field.mayBeEmpty ? { code: 'date.mayBeEmpty', severity: 'warning', path: at, params } : undefined;
}
