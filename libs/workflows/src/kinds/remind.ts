import type { ProblemDraftOf } from '../problems/problem.js';
import type { SharedProblemCode } from '../problems/shared-messages.js';
import type { WaitDuration } from '../timing/duration.js';
import { inEach } from '../language/language.js';
import { describeDuration } from '../timing/describe.js';

/** Whoever has a question waiting is reminded once an hour at most: the least amount of each unit. */
const fewest = { seconds: 3_600, minutes: 60, hours: 1, days: 1, weeks: 1, months: 1 } as const;

export function remindProblems(
  every: WaitDuration | undefined,
  path: string,
): ProblemDraftOf<SharedProblemCode>[] {
  if (!every || every.amount >= fewest[every.unit]) return [];
  return [
    {
      code: 'approve.remindsTooOften',
      path: `${path}/amount`,
      params: { every: inEach((language) => describeDuration(every, language)) },
    },
  ];
}
