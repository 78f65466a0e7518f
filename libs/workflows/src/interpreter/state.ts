import type { StepKind } from '../definition/step.js';
import type { Position } from './position.js';

/** The version of the rules below. A run carries the one it was started with, and recorded histories of each replay. */
export const ENGINE_VERSION = 1;

/** A cause or reason in a history: a code. Its facts and words stand in the database. */
export interface Reason {
  readonly code: string;
}

export type Phase =
  | 'performing' // an effect is under way
  | 'scheduling' // the due instant is being computed
  | 'sleeping' // until `due`
  | 'pending' // the send ledger settles it and tells
  | 'failed'; // stands until it is retried or stopped

/** The step a run stands at. */
export interface At {
  readonly stepId: string;
  readonly visit: number;
  readonly phase: Phase;
  /** ISO instant, while sleeping. */
  readonly due?: string;
}

export interface Settlement {
  readonly stepId: string;
  readonly visit: number;
  readonly outcome: 'done' | 'skipped' | 'failed';
  readonly reason?: Reason;
}

export type RunResult = 'completed' | 'exited' | 'stopped';

/** All that a run is, as JSON: survives a round trip. */
export interface RunState {
  readonly engine: number;
  readonly position: Position;
  readonly at: At | null;
  /** Settlements that came before the effect said that it is pending. */
  readonly early: readonly Settlement[];
  /** An exit or stop that came while an activity was under way: carried out when that is over. */
  readonly leaving: { readonly result: 'exited' | 'stopped'; readonly reason: Reason } | null;
  readonly ended: { readonly result: RunResult; readonly reason?: Reason } | null;
}

export interface JournalEntry {
  readonly stepId: string;
  readonly visit: number;
  readonly kind: StepKind;
  readonly status: 'done' | 'skipped';
  /** ISO instant at which the step was left. */
  readonly at: string;
  readonly outcome?: string;
  readonly reason?: Reason;
}

export type Command =
  | {
      readonly type: 'perform';
      readonly stepId: string;
      readonly visit: number;
      readonly kind: StepKind;
      readonly last: boolean;
    }
  | { readonly type: 'schedule'; readonly stepId: string; readonly visit: number }
  | { readonly type: 'sleep'; readonly stepId: string; readonly visit: number; readonly due: string }
  | { readonly type: 'journal'; readonly entry: JournalEntry }
  | { readonly type: 'close'; readonly result: RunResult; readonly reason?: Reason };

/** What an effect came to. `closed`: it was the last one and has recorded the run's end in the same stroke. */
export type EffectResult =
  | { readonly type: 'done'; readonly outcome?: string; readonly closed?: boolean }
  | { readonly type: 'skipped'; readonly reason: Reason }
  | { readonly type: 'pending' }
  | { readonly type: 'exit'; readonly reason: Reason }
  | { readonly type: 'failed'; readonly reason: Reason };

/** What happened; `now` is the ISO instant at which the driver learned of it. */
export type Input = { readonly now: string } & (
  | { readonly type: 'start' }
  | {
      readonly type: 'performed';
      readonly stepId: string;
      readonly visit: number;
      readonly result: EffectResult;
    }
  | { readonly type: 'scheduled'; readonly stepId: string; readonly visit: number; readonly due: string }
  | { readonly type: 'elapsed'; readonly stepId: string; readonly visit: number }
  | ({ readonly type: 'settled' } & Settlement)
  | { readonly type: 'exit'; readonly reason: Reason }
  | { readonly type: 'retry'; readonly stepId: string; readonly visit: number }
  | { readonly type: 'stop'; readonly reason: Reason }
);

export interface Advance {
  readonly state: RunState;
  readonly commands: readonly Command[];
}
