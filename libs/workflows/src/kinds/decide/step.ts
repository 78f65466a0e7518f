import type { PathOf, StepBase } from '../step-base.js';

export interface DecideStep<Inner = unknown> extends StepBase {
  readonly kind: 'decide';
  /** Tried in order; the first whose condition holds is taken. The last one is `otherwise`. */
  readonly paths: readonly PathOf<Inner>[];
}
