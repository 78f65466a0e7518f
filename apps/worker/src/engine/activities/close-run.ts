import { journalRow } from './journal-row.js';
import type { RunProgress } from '@cueline/database';
import type { Reason } from '@cueline/workflows';
import type { RunActivities, Written } from '@cueline/workflows/messages';
import type { StepFailures } from '../put-off/step-failures.js';
import { reasonToExit } from '../record-context/guard.js';
import { log } from '../../platform/log.js';
import type { RunContextRepository } from '../record-context/run-context.repository.js';

type Call = Parameters<RunActivities['close']>[0];

/** Writes how a run ended. */
export class CloseRun {
  constructor(
    private readonly contexts: RunContextRepository,
    private readonly progress: RunProgress,
    private readonly failures: StepFailures,
  ) {}

  async close({ studioId, runId, result, reason, journal, tried }: Call): Promise<Written> {
    const why = result === 'exited' ? await this.#whyExited(studioId, runId, reason) : reason;
    // The wait that the end cut short has the same reason.
    const steps = journal
      .map(journalRow)
      .map((row) => (row.cause === 'exited' ? { ...row, reason: why } : row));
    const run = { status: result, currentStepId: null, reason: why } as const;
    return this.failures.record(studioId, { runId, steps, run }, { runId, work: 'its end', tried });
  }

  /** A history has the code alone. What it was that ended the run the record says, or else what the run was told. */
  async #whyExited(studioId: string, runId: string, reason: Call['reason']): Promise<Reason | undefined> {
    try {
      const exitReason = reasonToExit(await this.contexts.load(studioId, runId, '', 0));
      if (exitReason) return exitReason;
      const event = await this.progress.exitEvent(studioId, runId);
      return event === undefined ? reason : { code: 'exit.event', params: { event } };
    } catch (error) {
      // It ends, whether or not the record can be read.
      log.warn(`Run ${runId} ends without the facts that ended it`, error);
      return reason;
    }
  }
}
