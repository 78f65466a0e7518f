import { isSafeId } from '../definition/ids.js';
import type { Problem } from './problem.js';

/** Problems in the order of the document that they are about, each with the step that it stands in. Nothing of the document is trusted. */
export function inReadingOrder(problems: readonly Problem[], json: unknown): readonly Problem[] {
  const placed = problems.map((problem) => ({
    problem: withStep(problem, json),
    keys: keysOf(problem.path),
  }));
  return placed.sort((a, b) => compare(a.keys, b.keys, json)).map(({ problem }) => problem);
}

const keysOf = (pointer: string) => (pointer === '' ? [] : pointer.slice(1).split('/'));
const unescaped = (key: string) => key.replaceAll('~1', '/').replaceAll('~0', '~');

function below(json: unknown, key: string): unknown {
  if (json === null || typeof json !== 'object' || !Object.hasOwn(json, key)) return undefined;
  return (json as Record<string, unknown>)[key];
}

/** What lies in something comes after what is about it as a whole; what is missing comes after what is there. */
function compare(a: readonly string[], b: readonly string[], json: unknown): number {
  let at = json;
  for (let i = 0; ; i++) {
    const [one, other] = [a[i], b[i]];
    if (one === undefined || other === undefined)
      return Number(one !== undefined) - Number(other !== undefined);
    if (one !== other) return indexOf(unescaped(one), at) - indexOf(unescaped(other), at);
    at = below(at, unescaped(one));
  }
}

function indexOf(key: string, json: unknown): number {
  if (Array.isArray(json)) return /^\d{1,9}$/.test(key) ? Number(key) : Number.MAX_SAFE_INTEGER;
  const index = json === null || typeof json !== 'object' ? -1 : Object.keys(json).indexOf(key);
  return index < 0 ? Number.MAX_SAFE_INTEGER : index;
}

const stepPlace = /^(?:\/steps\/\d+(?:\/paths\/\d+(?=\/steps\/\d))?)+/;

/** The step that encloses the place, where its kind did not say so itself. */
function withStep(problem: Problem, json: unknown): Problem {
  const [place] = stepPlace.exec(problem.path) ?? [];
  if (problem.stepId !== undefined || place === undefined) return problem;
  const step = keysOf(place).reduce<unknown>(below, json);
  const id = below(step, 'id');
  return typeof id === 'string' && isSafeId(id) ? { ...problem, stepId: id } : problem;
}
