import type { Limit } from '../../timing/date-moment.js';
import type { WaitDuration } from '../../timing/duration.js';
import type { PathOf, StepBase } from '../step-base.js';

/** A person of the studio says yes or no. Without a limit it waits for ever; it never fails by itself. */
export interface ApproveStep<Inner = unknown> extends StepBase {
  readonly kind: 'approve';
  /** What is to be decided, in the owner's words. */
  readonly question: string;
  readonly limit?: Limit;
  /** How often the members are reminded of the open question. */
  readonly remindEvery?: WaitDuration;
  readonly paths: readonly PathOf<Inner>[];
}
