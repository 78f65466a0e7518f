import { beginsBy } from '../kinds/entry.js';
import { pathsOf, type Path, type Step } from '../kinds/step.js';
import type { Place } from '../definition/walk.js';
import type { Slot } from './operation.js';

/** Rebuilds the steps with the sequence at a slot's parent replaced; what does not change keeps its identity. */
export function editSequence(
  steps: readonly Step[],
  parent: Slot['parent'],
  edit: (sequence: readonly Step[]) => readonly Step[],
): readonly Step[] {
  if (parent === null) return edit(steps);
  return editStep(steps, parent.stepId, (step) =>
    withPaths(step, (paths) =>
      paths.map((path) => (path.id === parent.pathId ? { ...path, steps: edit(path.steps) } : path)),
    ),
  );
}

/** Rebuilds the one step of this id, wherever it is. */
export function editStep(steps: readonly Step[], id: string, edit: (step: Step) => Step): readonly Step[] {
  return steps.map((step) => {
    if (step.id === id) return edit(step);
    if (pathsOf(step).length === 0) return step;
    return withPaths(step, (paths) =>
      paths.map((path) => ({ ...path, steps: editStep(path.steps, id, edit) })),
    );
  });
}

/** Nothing comes after it in its sequence. */
export const isEnd = (step: Step | undefined): boolean => step !== undefined && beginsBy(step.kind) === 'end';

export const withPaths = (step: Step, edit: (paths: readonly Path[]) => readonly Path[]): Step =>
  'paths' in step ? { ...step, paths: edit(step.paths) } : step;

export const sequenceAt = (steps: readonly Step[], parent: Slot['parent']): readonly Step[] | undefined => {
  if (parent === null) return steps;
  for (const step of steps) {
    for (const path of pathsOf(step)) {
      if (step.id === parent.stepId && path.id === parent.pathId) return path.steps;
      const inside = sequenceAt(path.steps, parent);
      if (inside) return inside;
    }
  }
  return undefined;
};

export const slotOf = ({ parent, index }: Place): Slot => ({
  parent: parent && { stepId: parent.step.id, pathId: parent.path.id },
  index,
});

export const inserted = <T>(list: readonly T[], index: number, item: T): readonly T[] => [
  ...list.slice(0, index),
  item,
  ...list.slice(index),
];
export const without = <T>(list: readonly T[], index: number): readonly T[] => [
  ...list.slice(0, index),
  ...list.slice(index + 1),
];
