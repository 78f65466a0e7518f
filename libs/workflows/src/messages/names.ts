import type { Plan } from '../interpreter/plan.js';
import type { Reason, Settlement } from '../interpreter/state.js';

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
}

export const signals = { exit: 'exit', settled: 'settled', retry: 'retry', stop: 'stop' } as const;

export interface SignalArguments {
  readonly exit: { readonly eventId: string; readonly reason: Reason };
  readonly settled: Settlement;
  readonly retry: { readonly stepId: string; readonly visit: number };
  readonly stop: { readonly reason: Reason };
}
