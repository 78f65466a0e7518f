import type { StepKind } from '../kinds/step.js';
import type { BareReason } from '../reasons/reason.js';
import type { IfPast } from '../timing/when-due.js';
import type { Position } from './position.js';

/** The version of the rules below. A run carries the one that it was started with, and the recorded histories of each version replay. */
export const ENGINE_VERSION = 1;

export type Phase =
  | 'performing' // an effect is under way
  | 'resolving' // an activity finds out what the step waits for
  | 'sleeping' // until `due`, or until a signal comes
  | 'retrying' // the work could not be done for now, and is tried again at `due`
  | 'pending' // until the send ledger says how the send ended
  | 'failed' // until a person retries, skips or stops
  | 'paused'; // before the step: the run is paused

/** The step a run is at. */
export interface At {
  readonly stepId: string;
  readonly visit: number;
  readonly phase: Phase;
  /** ISO instant, while sleeping; absent while only an answer is waited for. */
  readonly due?: string;
  /** At `due` the wait is not over: what the step waits for is resolved again. */
  readonly again?: boolean;
  /** While retrying: what is tried again. */
  readonly of?: 'performing' | 'resolving';
  /** The tries in a row that came to nothing. */
  readonly tried?: Tried;
  /** While resolving: something changed since the activity was called, so its answer may be old. */
  readonly stale?: boolean;
  /** Set when a person forced the step while its wait was still being resolved, or while the run was paused. */
  readonly forced?: BareReason;
}

export interface Settlement {
  readonly stepId: string;
  readonly visit: number;
  readonly outcome: 'done' | 'skipped' | 'failed';
  readonly reason?: BareReason;
}

/** Tries of one piece of work that could not be done for now. */
export interface Tried {
  readonly times: number;
  /** ISO instant of the first. */
  readonly since: string;
}

/** The work could not be done for now, for a reason that may pass: it is tried again. */
export interface Later {
  readonly type: 'later';
  /** ISO instant of the next try. */
  readonly at: string;
  readonly reason: BareReason;
  /** Nobody has written it down. */
  readonly unrecorded?: true;
}

/** The run is at the step until a person sees to it. */
export interface Failed {
  readonly type: 'failed';
  readonly reason: BareReason;
  /** Nobody has written it down. */
  readonly unrecorded?: true;
}

/** The status of a run between steps. */
export type OpenRunStatus = 'paused' | 'running' | 'waiting' | 'failed';

export type RunResult = 'completed' | 'exited' | 'stopped';

/** All that a run is, as JSON: survives a round trip. */
export interface RunState {
  /** The rules that it was started with, and goes by to its end. */
  readonly engine: number;
  readonly position: Position;
  readonly at: At | null;
  /** Settlements that came before the effect said that it is pending. */
  readonly early: readonly Settlement[];
  /** Steps that are passed over when the run comes to them. */
  readonly skips: readonly Skip[];
  /** Why the run is paused: nothing new begins. */
  readonly paused: BareReason | null;
  /** An exit or stop that came while an activity was under way: carried out when that is over. */
  readonly leaving: { readonly result: 'exited' | 'stopped'; readonly reason: BareReason } | null;
  readonly ended: { readonly result: RunResult; readonly reason?: BareReason } | null;
}

export interface Skip {
  readonly stepId: string;
  readonly reason: BareReason;
}

/** Why a step waits or was left, where what follows depends on it. Its reason explains it to people, and decides nothing. */
export type StepCause =
  /** The run ended there: by an event or the state of its record, or by a person. */
  | 'exited'
  | 'stopped'
  /** The moment that it was to wait for was past. */
  | 'past_go_on'
  | 'past_skip_next'
  | 'past_end'
  /** It waits for no more than its next try. */
  | 'put_off'
  /** Its mail waits for somebody to approve it. */
  | 'awaiting_approval';

export interface JournalEntry {
  readonly stepId: string;
  readonly visit: number;
  readonly kind: StepKind;
  readonly status: 'done' | 'skipped' | 'waiting' | 'failed';
  readonly cause?: StepCause;
  /** ISO instant at which the step was left, or came to this status. */
  readonly at: string;
  readonly outcome?: string;
  readonly reason?: BareReason;
}

export type Command =
  | {
      readonly type: 'perform';
      readonly stepId: string;
      readonly visit: number;
      readonly kind: StepKind;
      readonly last: boolean;
      /** A step ahead is to be skipped: what this one leads to is the interpreter's to say. */
      readonly alone?: boolean;
      readonly tried?: Tried;
    }
  | { readonly type: 'resolveWait'; readonly stepId: string; readonly visit: number; readonly tried?: Tried }
  | { readonly type: 'sleep'; readonly stepId: string; readonly visit: number; readonly due: string }
  | { readonly type: 'journal'; readonly entry: JournalEntry }
  /** The status of the run changes without a step's own work. `at`: the step at which it does, with the reason, until `due`. */
  | {
      readonly type: 'recordStatus';
      readonly status: OpenRunStatus;
      readonly reason?: BareReason;
      readonly at?: { readonly stepId: string; readonly due?: string };
    }
  | { readonly type: 'close'; readonly result: RunResult; readonly reason?: BareReason };

/** What an effect came to. `closed`: it was the last one and has recorded the run's end in the same transaction. */
export type EffectResult =
  | { readonly type: 'done'; readonly outcome?: string; readonly closed?: boolean }
  | { readonly type: 'skipped'; readonly reason: BareReason }
  | { readonly type: 'pending' }
  | { readonly type: 'exit'; readonly reason: BareReason }
  | Failed
  | Later;

/** What a step waits for, asked when a run comes to it and again whenever that may have changed. All but `wait` is on record already. */
export type ResolvedWait =
  /** `again`: at `due` ask again, for what was waited for may have moved. Without `due` only a signal ends the wait. */
  | { readonly type: 'wait'; readonly due?: string; readonly again?: boolean }
  | { readonly type: 'done'; readonly outcome?: string }
  | { readonly type: 'past'; readonly then: IfPast }
  /** The step is passed over, and the run goes on after it. */
  | { readonly type: 'skipped'; readonly reason: BareReason }
  | { readonly type: 'exit'; readonly reason: BareReason }
  | Failed
  | Later;

/** What a person requests of a run. `skip` of a step that the run has not come to is kept until it does. */
export type Control =
  | { readonly type: 'pause'; readonly reason: BareReason }
  | { readonly type: 'resume' }
  | { readonly type: 'skip'; readonly stepId: string; readonly reason: BareReason }
  /** Ends a wait now. */
  | { readonly type: 'force'; readonly stepId: string; readonly visit: number; readonly reason: BareReason }
  | { readonly type: 'retry'; readonly stepId: string; readonly visit: number }
  | { readonly type: 'stop'; readonly reason: BareReason };

/** What happened; `now` is the ISO instant at which the driver learned of it. */
export type Input = { readonly now: string } & (
  | { readonly type: 'start' }
  | {
      readonly type: 'performed';
      readonly stepId: string;
      readonly visit: number;
      readonly result: EffectResult;
    }
  | {
      readonly type: 'resolved';
      readonly stepId: string;
      readonly visit: number;
      readonly answer: ResolvedWait;
    }
  | { readonly type: 'elapsed'; readonly stepId: string; readonly visit: number }
  | ({ readonly type: 'settled' } & Settlement)
  | { readonly type: 'exit'; readonly reason: BareReason }
  /** A date moved, an event happened, somebody answered: what is waited for may be another. */
  | { readonly type: 'recheck' }
  | Control
);

export interface Advance {
  readonly state: RunState;
  readonly commands: readonly Command[];
}
