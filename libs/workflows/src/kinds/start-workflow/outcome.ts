import { failed, type Outcome } from '../outcome.js';
import type { StartWorkflowStep } from './step.js';

/** @param workflow the one that the step names; undefined where it does not exist any more */
export const startOutcome = (
  { workflow: workflowId }: StartWorkflowStep,
  workflow: { readonly name?: string } | undefined,
): Outcome =>
  workflow === undefined
    ? failed('start.workflowMissing')
    : { status: 'done', reason: { code: 'start.requested', params: { workflowId, ...workflow } } };
