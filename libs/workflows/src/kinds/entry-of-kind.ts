/** What a step asks of the driver when a run reaches it. */
export type Begins = 'perform' | 'wait' | 'end';

/**
 * How a kind begins, and what the interpreter has to know of its steps. Nothing else of a kind enters the workflow sandbox, where every run would
 * evaluate what is imported: an `entry.ts` imports types alone.
 */
export interface Entry<Step = never> {
  readonly begins: Begins;
  /** An effect with a wait before it. */
  waitsFirst?(step: Step): boolean;
  /** It changes nothing in the world: the step that it leads to is carried out with the same facts, and nobody can answer it. */
  readonly leavesNothing?: true;
  /** Of a kind that waits for an answer: the way on without one, at its limit or forced by a person. */
  readonly withoutAnswer?: string;
}
