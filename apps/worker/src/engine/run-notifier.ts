import type { RunProgress } from '@cueline/database';
import type { Client } from '@temporalio/client';
import { reasonCodeOf, type Reason, type StepKind } from '@cueline/workflows';
import { signals, workflowIdOf, type SignalArguments } from '@cueline/workflows/messages';
import { failureOf } from '../platform/failures/failure.js';
import { log } from '../platform/log.js';

/** A step that a run waits for has come to its end. */
export interface Settled {
  readonly studioId: string;
  readonly runId: string;
  readonly stepId: string;
  readonly visit: number;
  readonly kind: StepKind;
  readonly outcome: 'done' | 'skipped' | 'failed';
  readonly reason: Reason;
}

/** Records a settled step and notifies its run, which may be notified any number of times. */
export class RunNotifier {
  constructor(
    private readonly progress: RunProgress,
    private readonly client: () => Client | undefined,
  ) {}

  /** @returns whether the run knows, or is over; else it has to be notified again later */
  async notify(settled: Settled): Promise<boolean> {
    const client = this.client();
    if (!client) return false;
    const { runId, stepId, visit, outcome, reason } = settled;
    const settlement: SignalArguments['settled'] = {
      stepId,
      visit,
      outcome,
      reason: { code: reasonCodeOf(reason.code) },
    };
    try {
      await this.#record(settled).catch((error: unknown) => this.#refused(settled, error));
      await client.workflow.getHandle(workflowIdOf(runId)).signal(signals.settled, settlement);
      return true;
    } catch (error) {
      // The run is over: there is nobody to tell.
      if ((error as Error).name === 'WorkflowNotFoundError') return true;
      log.warn(`Run ${runId} could not be notified of its step ${stepId} yet`, error);
      return false;
    }
  }

  /** Where the database refuses the step for good it is written without its facts; the run goes on in any case. */
  async #refused(settled: Settled, error: unknown): Promise<void> {
    const { runId, stepId, reason } = settled;
    if (failureOf(error).type === 'temporary') throw error;
    log.warn(`Run ${runId}, step ${stepId}: what it came to could not be written`, error);
    await this.#record({ ...settled, reason: { code: reason.code } }).catch((again: unknown) => {
      if (failureOf(again).type === 'temporary') throw again;
    });
  }

  async #record({ studioId, runId, stepId, visit, kind, outcome, reason }: Settled): Promise<void> {
    const ended = new Date().toISOString();
    const row = { stepId, visit, kind, status: outcome, reason, endedAt: ended } as const;
    const run =
      outcome === 'failed'
        ? ({ status: 'failed', currentStepId: stepId, reason } as const)
        : ({ status: 'running', currentStepId: stepId } as const);
    await this.progress.record(studioId, { runId, steps: [row], run });
  }
}
