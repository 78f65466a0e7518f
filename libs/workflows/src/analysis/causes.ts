import type { Definition } from '../definition/definition.js';
import { walk } from '../definition/walk.js';
import type { Cause, Within } from '../kinds/cause.js';
import { beginsBy } from '../kinds/entry.js';
import { kindOf } from '../kinds/registry.js';
import { pathsOf, type Step } from '../kinds/step.js';

/** What the steps of a definition make happen, in reading order. */
export function causesOf({ steps }: Pick<Definition, 'steps'>): Cause[] {
  let waits = false;
  let mayHaveEnded = false;
  const paths = new Map<string, readonly Within[]>([['/steps', []]]);
  return [...walk(steps)].flatMap(({ step, pointer, depth }): Cause[] => {
    const within = paths.get(pointer.slice(0, pointer.lastIndexOf('/')))!;
    for (const [path, { steps: inner }] of pathsOf(step).entries())
      paths.set(`${pointer}/paths/${path}/steps`, [...within, { step: pointer, path, ends: ends(inner) }]);
    const before = { waits, always: depth === 0 && !mayHaveEnded };
    // In reading order all that lies below a step comes before what follows it.
    waits ||= beginsBy(step.kind) === 'wait' || kindOf(step).question?.(step) !== undefined;
    mayHaveEnded ||= mayEnd(step);
    return (kindOf(step).causes?.(step) ?? []).map(({ at, ...caused }) => ({
      ...caused,
      ...before,
      within,
      stepId: step.id,
      path: `${pointer}${at}`,
    }));
  });
}

/** An end, or a wait that ends the run where its moment is past. */
function mayEnd(step: Step): boolean {
  const wait = kindOf(step).waits?.(step);
  return beginsBy(step.kind) === 'end' || (wait?.type === 'until' && wait.until.ifPast === 'end');
}

/** Whether a run that takes these steps surely ends with them. */
const ends = (steps: readonly Step[]): boolean =>
  steps.some((step) => {
    const paths = pathsOf(step);
    return beginsBy(step.kind) === 'end' || (paths.length > 0 && paths.every((path) => ends(path.steps)));
  });
