import type { Field } from '../catalogue/field.js';
import { anchorProblem } from '../problems/date-problems.js';
import type { ProblemDraftOf } from '../problems/problem.js';
import type { SharedProblemCode } from '../problems/shared-messages.js';
import type { Limit } from '../timing/date-moment.js';
import { describeDuration, describeRelative } from '../timing/describe.js';

/** "for 3 days at most", "until 3 days before the session at most". */
export function describeLimit(limit: Limit): string {
  if ('for' in limit) return `for ${describeDuration(limit.for)} at most`;
  const text = describeRelative(limit.until.anchor, limit.until);
  return `until ${text[0]!.toLowerCase()}${text.slice(1)} at most`;
}

export function limitProblems(
  limit: Limit,
  fields: ReadonlyMap<string, Field>,
): ProblemDraftOf<SharedProblemCode>[] {
  if ('for' in limit)
    return limit.for.amount === 0 ? [{ code: 'limit.noTime', path: '/limit/for/amount', params: {} }] : [];
  const anchor = anchorProblem(limit.until.anchor, fields, '/limit/until');
  return anchor ? [anchor] : [];
}
