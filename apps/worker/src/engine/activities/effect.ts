import type { Progress, StepRow } from '@cueline/database';
import { resultOf, type EffectKind, type Outcome, type Reason, type StepOf } from '@cueline/workflows';
import type { EffectResult } from '@cueline/workflows/messages';
import type { RunContext } from '../record-context/run-context.repository.js';

/** A step carried out: what it came to, and what its row says of it. */
export interface Effect {
  readonly result: EffectResult;
  readonly reason?: Reason;
  /** It wrote `conclusion(this)` itself, in one stroke with what it did. */
  readonly recorded?: boolean;
}

/** The answer to the run, and what the step's row says, of what the step comes to. */
export const effectOf = (outcome: Outcome): Effect => ({ result: resultOf(outcome), reason: outcome.reason });

export interface EffectCall {
  readonly studioId: string;
  readonly visit: number;
  /** What must be on record before the effect leaves this system: the decisions that led to it. */
  readonly before: readonly StepRow[];
  /** What the run comes to with this effect. */
  conclusion(effect: Effect): Progress;
}

/** How each kind of step is carried out; a kind without an entry does not compile. */
export type Effects = {
  readonly [K in EffectKind]: (
    step: StepOf<K>,
    context: RunContext,
    call: EffectCall,
  ) => Effect | Promise<Effect>;
};
