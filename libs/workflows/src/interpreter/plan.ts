import { waitsFirst } from '../kinds/entry.js';
import { pathsOf, type Step, type StepKind } from '../kinds/step.js';

/** A definition stripped to what the interpreter needs: ids and structure. Nothing else of it enters Temporal's histories. */
export interface Plan {
  readonly steps: readonly PlanStep[];
}
export interface PlanStep {
  readonly id: string;
  readonly kind: StepKind;
  /** An effect with a wait before it: a mail that somebody approves, or that keeps to a send window. */
  readonly waits?: true;
  readonly paths?: readonly { readonly id: string; readonly steps: readonly PlanStep[] }[];
}

export const planOf = ({ steps }: { readonly steps: readonly Step[] }): Plan => ({
  steps: steps.map(planStep),
});

function planStep(step: Step): PlanStep {
  const paths = pathsOf(step);
  return {
    id: step.id,
    kind: step.kind,
    ...(waitsFirst(step) && { waits: true as const }),
    ...(paths.length > 0 && { paths: paths.map(({ id, steps }) => ({ id, steps: steps.map(planStep) })) }),
  };
}
