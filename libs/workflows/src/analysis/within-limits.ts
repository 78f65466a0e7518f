import { limits } from '../limits.js';
import { MAX_CONDITION_DEPTH } from '../conditions/condition.js';
import type { Problem, ProblemCode } from './problem.js';

/** Levels of JSON that the deepest allowed definition has: each path costs three, each condition group two. */
const MAX_JSON_DEPTH = 4 + limits.depth * 4 + MAX_CONDITION_DEPTH * 2 + 4;
const MAX_VALUES = 60_000;

/**
 * Refuses JSON that is too deep or too large before the schema, which recurses, ever sees it. Walks with a stack of its own: hostile depth
 * must not end in a stack overflow.
 */
export function beyondLimits(json: unknown): Problem | undefined {
  const open: { value: unknown; depth: number; path: string }[] = [{ value: json, depth: 0, path: '' }];
  let seen = 0;
  while (open.length > 0) {
    const { value, depth, path } = open.pop()!;
    if (++seen > MAX_VALUES) return problem('definition.tooLarge', path, { limit: MAX_VALUES });
    if (value === null || typeof value !== 'object') continue;
    if (depth > MAX_JSON_DEPTH) return problem('definition.tooDeep', path, { limit: limits.depth });
    for (const [key, child] of Object.entries(value)) {
      open.push({ value: child, depth: depth + 1, path: depth < 12 ? `${path}/${pointerKey(key)}` : path });
    }
  }
  return undefined;
}

/** RFC 6901. */
export const pointerKey = (key: string): string =>
  key.replaceAll('~', '~0').replaceAll('/', '~1').slice(0, 80);

const problem = (code: ProblemCode, path: string, params: Problem['params']): Problem => ({
  code,
  severity: 'error',
  path,
  params,
});
