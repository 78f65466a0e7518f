import type { Definition } from '../definition/definition.js';
import { limits } from '../limits.js';
import { kindOf } from '../kinds/registry.js';
import { usualDays } from '../timing/span.js';
import { follow, ranOut } from './flow.js';
import type { Problem } from './problem.js';

/**
 * Waits that come to more than a run may last. What waits for a record's date is bounded by that date, and is not counted; nor is an approval
 * without a limit, which the studio sees waiting.
 */
export function longestRunProblems({ steps }: Definition): Problem[] {
  const problems: Problem[] = [];
  follow<number>(
    steps,
    {
      past: (step, pointer, days) => {
        const limit = 'limit' in step && step.limit && 'for' in step.limit ? step.limit.for : undefined;
        const wait = kindOf(step).waits?.(step);
        const passes = wait?.type === 'for' ? wait.time : undefined;
        const longest = passes ?? limit;
        if (!longest) return days;
        const then = days + usualDays(longest);
        if (days <= limits.runDays && then > limits.runDays)
          problems.push({
            code: 'workflow.tooLong',
            severity: 'error',
            stepId: step.id,
            path: `${pointer}${passes ? wait!.at : '/limit/for'}`,
            params: { years: Math.floor(limits.runDays / 365), given: Math.ceil(then / 365.25) },
          });
        return passes ? then : days;
      },
      into: (step, path, days) => {
        const limit = ranOut(step, path);
        return limit && 'for' in limit ? days + usualDays(limit.for) : days;
      },
      join: Math.max,
    },
    0,
  );
  return problems.slice(0, 1);
}
