import type { Ask } from './ask.js';
import type { Moment } from './ids.js';
import type { Answer, Observation } from './observation.js';
import type { SyncState } from './state.js';
import type { Step, StepOf } from './step.js';
import type { Write } from './write.js';

/** A step wants something, or it is over: `then` stands in its place, after the write where there is one. */
export type Outcome =
  | { readonly ask: Ask; readonly as?: Step }
  | {
      readonly write?: Write;
      readonly then: readonly Step[];
      /** What it changes of the state, besides. */
      readonly set?: Partial<SyncState>;
    };

export type Refused = Extract<Observation, { saw: 'refused' }>;

export interface Rules<Kind extends Step['step']> {
  begin(step: StepOf<Kind>, state: SyncState, now: Moment): Outcome;
  /** Absent where it asks nothing. */
  take?(step: StepOf<Kind>, answer: Answer, state: SyncState, now: Moment): Outcome;
  /** What a refusal means to it, where that is no trouble of the folder or of the mailbox. */
  refused?(step: StepOf<Kind>, refusal: Refused, state: SyncState, now: Moment): Outcome;
}

/** The answer that a step has asked for: any other means that a driver is wrong. */
export function expected<Kind extends Answer['saw']>(
  answer: Answer,
  kind: Kind,
): Extract<Answer, { saw: Kind }> {
  if (answer.saw !== kind) throw new Error(`Expected ${kind}, and saw ${answer.saw}.`);
  return answer as Extract<Answer, { saw: Kind }>;
}
