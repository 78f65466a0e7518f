import type { BareReason } from '../reasons/reason.js';
import type { Plan } from '../interpreter/plan.js';
import type { Control, JournalEntry, RunState, Settlement } from '../interpreter/state.js';

export const RUN_WORKFLOW_TYPE = 'cuelineRun';
export const TASK_QUEUE = 'cueline-runs';
export const DEFAULT_NAMESPACE = 'cueline';

/** A run's Temporal workflow id. Temporal's own run id changes on reset and is never a key. */
export const workflowIdOf = (runId: string): string => `run-${runId}`;

/** The input of a run's workflow: ids and structure, nothing of the studio's people. */
export interface RunInput {
  readonly engine: number;
  readonly studioId: string;
  readonly runId: string;
  readonly plan: Plan;
  /** Where the run stood when its history grew too long and a new one was begun. */
  readonly state?: RunState;
  /** What had ended and was not on record yet. */
  readonly journal?: readonly JournalEntry[];
}

export const signals = {
  exit: 'exit',
  settled: 'settled',
  recheck: 'recheck',
  pause: 'pause',
  resume: 'resume',
  skip: 'skip',
  force: 'force',
  retry: 'retry',
  stop: 'stop',
  migrate: 'migrate',
} as const;
export type SignalName = keyof typeof signals;

type ControlOf<Type extends Control['type']> = Omit<Extract<Control, { type: Type }>, 'type'>;

export interface SignalArguments {
  readonly exit: { readonly eventId: string; readonly reason: BareReason };
  readonly settled: Settlement;
  readonly recheck: Readonly<Record<string, never>>;
  readonly pause: ControlOf<'pause'>;
  readonly resume: ControlOf<'resume'>;
  readonly skip: ControlOf<'skip'>;
  readonly force: ControlOf<'force'>;
  readonly retry: ControlOf<'retry'>;
  readonly stop: ControlOf<'stop'>;
  /** Refused, without a word to the sender, when the current step of the run is not in the plan: the API asks beforehand. */
  readonly migrate: { readonly versionId: string; readonly plan: Plan };
}
