import type { StepBase } from '../step-base.js';

export interface EndStep extends StepBase {
  readonly kind: 'end';
  /** The owner's note on why it ends here. */
  readonly reason?: string;
}
