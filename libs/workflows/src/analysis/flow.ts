import { beginsBy, withoutAnswer } from '../kinds/entry.js';
import { pathsOf, type Path, type Step } from '../kinds/step.js';

/** What is carried along all ways through a definition at once. */
export interface Carrier<S> {
  /** Past a step; of one with paths, before any of them is taken. */
  past(step: Step, pointer: string, state: S): S;
  /** Into one of a step's paths. */
  into(step: Step, path: Path, state: S): S;
  /** Where ways come together again. */
  join(a: S, b: S): S;
}

/**
 * Carries a state from step to step, each visited once: where paths part it is carried into each, where they re-join it is joined.
 * @returns the state after the last step; undefined when every way ends before
 */
export function follow<S>(
  steps: readonly Step[],
  carrier: Carrier<S>,
  start: S,
  pointer = '/steps',
): S | undefined {
  let state = start;
  for (const [i, step] of steps.entries()) {
    if (beginsBy(step.kind) === 'end') return undefined;
    const here = `${pointer}/${i}`;
    state = carrier.past(step, here, state);
    const paths = pathsOf(step);
    if (paths.length === 0) continue;
    let joined: S | undefined;
    for (const [p, path] of paths.entries()) {
      const end = follow(path.steps, carrier, carrier.into(step, path, state), `${here}/paths/${p}/steps`);
      if (end !== undefined) joined = joined === undefined ? end : carrier.join(joined, end);
    }
    if (joined === undefined) return undefined;
    state = joined;
  }
  return state;
}

/** What a path's own begin says of the time before it: that the step waited for all of its limit. */
export const ranOut = (step: Step, path: Path) =>
  'limit' in step && path.id === withoutAnswer(step.kind) ? step.limit : undefined;
