import { pathsOf, type Path, type Step } from '../kinds/step.js';

/** Where a step stands: its parent path (null for the trunk), its index there, and its JSON pointer. */
export interface Place {
  readonly step: Step;
  readonly parent: { readonly step: Step; readonly path: Path } | null;
  readonly index: number;
  readonly pointer: string;
  readonly depth: number;
}

/** Every step in reading order, parents before what hangs below them. */
export function* walk(
  steps: readonly Step[],
  pointer = '/steps',
  parent: Place['parent'] = null,
  depth = 0,
): Generator<Place> {
  for (const [index, step] of steps.entries()) {
    const at = `${pointer}/${index}`;
    yield { step, parent, index, pointer: at, depth };
    for (const [p, path] of pathsOf(step).entries()) {
      yield* walk(path.steps, `${at}/paths/${p}/steps`, { step, path }, depth + 1);
    }
  }
}

export function findStep(steps: readonly Step[], id: string): Place | undefined {
  for (const place of walk(steps)) if (place.step.id === id) return place;
  return undefined;
}
