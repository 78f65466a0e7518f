import type { EventType } from '../../catalogue/event-types.js';
import type { Condition } from '../../conditions/condition.js';
import type { Limit } from '../../timing/date-moment.js';
import type { PathOf, StepBase } from '../step-base.js';

/**
 * Waits for an event about the run's record or its client. Those count that came since the run last did something (`answerableKinds`), and of its
 * type only those after one that ended another wait of the run.
 */
export interface WaitForEventStep<Inner = unknown> extends StepBase {
  readonly kind: 'waitForEvent';
  readonly event: EventType;
  /** Evaluated over the facts that the event brings. */
  readonly when?: Condition;
  readonly limit: Limit;
  readonly paths: readonly PathOf<Inner>[];
}
