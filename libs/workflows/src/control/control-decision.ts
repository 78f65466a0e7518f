import type { SignalArguments, SignalName } from '../messages/names.js';
import type { ReasonCode } from '../reasons/reason.js';
import type { PauseCause, StepVisit } from './controlled-run.js';

export const runActions = ['pause', 'resume', 'skip', 'force', 'reschedule', 'retry', 'stop'] as const;

/** What a person or program wants of a run. */
export interface ControlRequest {
  readonly action: (typeof runActions)[number];
  /** To skip; without it the step at which the run is. */
  readonly stepId?: string;
  /** To reschedule: ISO instant. */
  readonly at?: string;
}

export type Signal = {
  [Kind in SignalName]: { readonly kind: Kind; readonly payload: SignalArguments[Kind] };
}[SignalName];

/** What is to be written. */
export interface ControlChange {
  readonly signal?: Signal;
  /** What the record says of it, beside the note. */
  readonly params: Partial<StepVisit> & { readonly at?: string; readonly version?: number };
  /** Nothing new begins from now on. */
  readonly pause?: PauseCause;
  readonly resume?: true;
  /** The instant that this wait is to last until. */
  readonly wait?: StepVisit & { readonly until: string };
  /** Emails and webhooks that have not left: `all` of the run or those of one step. */
  readonly mails?: {
    readonly of: StepVisit | 'all';
    readonly to: 'suppressed' | 'due';
    readonly reason: ReasonCode;
  };
}

/** Why something cannot be requested of a run. */
export type ControlRefusal =
  | 'run.ended'
  | 'run.notWaiting'
  | 'run.notFailed'
  | 'run.stepPassed'
  | 'run.noSuchStep'
  | 'run.mailUnderWay'
  | 'run.awaitsApproval';

export type ControlDecision =
  | { readonly type: 'requested'; readonly change: ControlChange }
  /** It is so already, or was requested before. */
  | { readonly type: 'nothing' }
  | { readonly type: 'refused'; readonly code: ControlRefusal };
