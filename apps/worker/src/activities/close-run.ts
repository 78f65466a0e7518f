import type { RunActivities } from '@cueline/workflows/messages';
import { reasonToExit } from '../facts/guard.js';
import type { RunContextRepository } from '../facts/run-context.repository.js';
import { journalRow, type ProgressRepository } from './progress.repository.js';

type Call = Parameters<RunActivities['close']>[0];

/** Writes how a run ended. */
export class CloseRun {
  constructor(
    private readonly contexts: RunContextRepository,
    private readonly progress: ProgressRepository,
  ) {}

  async close({ studioId, runId, result, reason, journal }: Call): Promise<void> {
    const why = result === 'exited' ? await this.#whyExited(studioId, runId, reason) : reason;
    // The wait that the end cut short has the same reason.
    const steps = journal
      .map(journalRow)
      .map((row) => (result === 'exited' && isExit(row.reason) ? { ...row, reason: why } : row));
    await this.progress.record(studioId, {
      runId,
      steps,
      run: { status: result, currentStepId: null, reason: why },
    });
  }

  /** A history has the code alone. What it was that ended the run the record says, or else what the run was told. */
  async #whyExited(studioId: string, runId: string, reason: Call['reason']) {
    const stands = reasonToExit(await this.contexts.load(studioId, runId, '', 0));
    if (stands) return stands;
    const event = await this.progress.exitTold(studioId, runId);
    return event === undefined ? reason : { code: 'exit.event', params: { event } };
  }
}

const isExit = (reason: object | undefined): boolean =>
  (reason as { code?: string } | undefined)?.code?.startsWith('exit.') ?? false;
