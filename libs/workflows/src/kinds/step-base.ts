import type { Condition } from '../conditions/condition.js';

export interface StepBase {
  readonly id: string;
  /** The owner's own name for the step. */
  readonly name?: string;
}

/** A path of a step, with steps of the type given. A kind's own file names `PathOf<Inner>`, since only the union of all kinds knows what a path may hold. */
export interface PathOf<Inner> {
  readonly id: string;
  readonly name?: string;
  /** For a decide: when this path is taken. The path `otherwise` has none. */
  readonly when?: Condition;
  readonly steps: readonly Inner[];
}

/** The path of a decide that is taken when no other is. */
export const OTHERWISE = 'otherwise';
