import type { Definition } from '../definition/definition.js';
import { pathsOf, type Step, type StepKind } from '../definition/step.js';

/** A definition stripped to what the interpreter needs: ids and structure. Nothing else of it enters Temporal's histories. */
export interface Plan {
  readonly steps: readonly PlanStep[];
}
export interface PlanStep {
  readonly id: string;
  readonly kind: StepKind;
  readonly paths?: readonly { readonly id: string; readonly steps: readonly PlanStep[] }[];
}

export const planOf = (definition: Pick<Definition, 'steps'>): Plan => ({
  steps: definition.steps.map(planStep),
});

function planStep(step: Step): PlanStep {
  const paths = pathsOf(step);
  if (paths.length === 0) return { id: step.id, kind: step.kind };
  return {
    id: step.id,
    kind: step.kind,
    paths: paths.map(({ id, steps }) => ({ id, steps: steps.map(planStep) })),
  };
}
