import type { Plan, PlanStep } from './plan.js';

/** The way down to a step: an index in the trunk, then for each step with outcomes the path taken and the index in it. */
export type Position = readonly Frame[];
export interface Frame {
  /** The path entered; absent in the trunk. */
  readonly path?: string;
  readonly index: number;
}

const sequenceAt = (plan: Plan, position: Position): readonly PlanStep[] => {
  let steps = plan.steps;
  for (const [depth, frame] of position.entries()) {
    if (depth === 0) continue;
    const parent = steps[position[depth - 1]!.index];
    steps = parent?.paths?.find((path) => path.id === frame.path)?.steps ?? [];
  }
  return steps;
};

/** The step at a position; undefined after the end. */
export const stepAt = (plan: Plan, position: Position): PlanStep | undefined =>
  position.length === 0 ? undefined : sequenceAt(plan, position)[position.at(-1)!.index];

/** The way down to a step of the plan. */
export function positionOf({ steps }: Plan, stepId: string): Position | undefined {
  return within(steps, stepId);
}

function within(steps: readonly PlanStep[], stepId: string, path?: string): Position | undefined {
  for (const [index, step] of steps.entries()) {
    const frame: Frame = path === undefined ? { index } : { path, index };
    if (step.id === stepId) return [frame];
    for (const below of step.paths ?? []) {
      const found = within(below.steps, stepId, below.id);
      if (found) return [frame, ...found];
    }
  }
  return undefined;
}

export const start = (plan: Plan): Position => settle(plan, [{ index: 0 }]);

/** After the step at `position`, through `outcome` if the step opens a path of that name. The empty position is the end. */
export function next(plan: Plan, position: Position, outcome?: string): Position {
  const inside = stepAt(plan, position)?.paths?.find((path) => path.id === outcome);
  if (inside && inside.steps.length > 0) return [...position, { path: inside.id, index: 0 }];
  return settle(plan, after(position));
}

const after = (position: Position): Position => {
  const last = position.at(-1)!;
  return [...position.slice(0, -1), { ...last, index: last.index + 1 }];
};

/** Leaves every sequence that is at its end, re-joining after the step that opened it. */
function settle(plan: Plan, position: Position): Position {
  let at = position;
  while (at.length > 0 && !stepAt(plan, at)) at = at.length === 1 ? [] : after(at.slice(0, -1));
  return at;
}
