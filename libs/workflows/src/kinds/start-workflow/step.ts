import type { StepBase } from '../step-base.js';

export interface StartWorkflowStep extends StepBase {
  readonly kind: 'startWorkflow';
  /** Id of another workflow or of this one; null while the owner has chosen none. It starts about the same record, and this run goes on. */
  readonly workflow: string | null;
}
