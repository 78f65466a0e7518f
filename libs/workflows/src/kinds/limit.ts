import type { Field } from '../catalogue/field.js';
import type { Language } from '../language/language.js';
import { anchorProblem } from '../problems/date-problems.js';
import type { ProblemDraftOf } from '../problems/problem.js';
import type { SharedProblemCode } from '../problems/shared-messages.js';
import type { Limit } from '../timing/date-moment.js';
import { describeDuration, describeUntil } from '../timing/describe.js';

/** "for 3 days at most", "until 3 days before the session at most". */
export function describeLimit(limit: Limit, language: Language): string {
  if (language === 'de')
    return `höchstens ${'for' in limit ? describeDuration(limit.for, 'de') : describeUntil(limit.until, 'de')}`;
  return `${'for' in limit ? `for ${describeDuration(limit.for, 'en')}` : describeUntil(limit.until, 'en')} at most`;
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
