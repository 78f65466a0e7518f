import { pathsOf, type Operation, type Slot, type Step } from '@cueline/workflows';

/** Steps and paths that got another id because somebody else had taken theirs. */
export interface Renames {
  readonly steps: ReadonlyMap<string, string>;
  /** By `<step>/<path>`, the step by its id before. */
  readonly paths: ReadonlyMap<string, string>;
}

export const noRenames: Renames = { steps: new Map(), paths: new Map() };

/** The same edit on the steps and paths by their new ids. */
export function withRenamed(operation: Operation, renames: Renames): Operation {
  if (renames.steps.size === 0 && renames.paths.size === 0) return operation;
  const stepOf = (id: string) => renames.steps.get(id) ?? id;
  const pathOf = (stepId: string, id: string) => renames.paths.get(`${stepId}/${id}`) ?? id;
  const slot = (at: Slot): Slot =>
    at.parent === null
      ? at
      : {
          ...at,
          parent: { stepId: stepOf(at.parent.stepId), pathId: pathOf(at.parent.stepId, at.parent.pathId) },
        };
  const step = (one: Step): Step => {
    const copy = { ...one, id: stepOf(one.id) };
    if (!('paths' in copy)) return copy;
    const paths = pathsOf(one).map((path) => ({
      ...path,
      id: pathOf(one.id, path.id),
      steps: path.steps.map(step),
    }));
    return { ...copy, paths };
  };
  switch (operation.type) {
    case 'insertStep':
      return { ...operation, slot: slot(operation.slot), step: step(operation.step) };
    case 'moveStep':
      return { ...operation, stepId: stepOf(operation.stepId), to: slot(operation.to) };
    case 'wrapInDecide':
      return { ...operation, stepId: stepOf(operation.stepId), decide: step(operation.decide) };
    case 'addPath': {
      const { stepId, path } = operation;
      return {
        ...operation,
        stepId: stepOf(stepId),
        path: { ...path, id: pathOf(stepId, path.id), steps: path.steps.map(step) },
      };
    }
    case 'removePath':
    case 'movePath':
    case 'updatePath':
    case 'unwrapDecide': {
      const { stepId, pathId } = operation;
      return { ...operation, stepId: stepOf(stepId), pathId: pathOf(stepId, pathId) };
    }
    case 'removeStep':
    case 'updateStep':
      return { ...operation, stepId: stepOf(operation.stepId) };
    case 'setTrigger':
    case 'setExitOn':
      return operation;
  }
}
