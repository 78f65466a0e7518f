import type { WaitUntil, WindowRule } from '../../timing/date-moment.js';
import type { WaitDuration } from '../../timing/duration.js';
import type { StepBase } from '../step-base.js';

/** Exactly one of the three says what is waited for. */
export interface WaitStep extends StepBase {
  readonly kind: 'wait';
  readonly for?: WaitDuration;
  readonly until?: WaitUntil;
  readonly window?: WindowRule;
}
