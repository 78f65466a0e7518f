import { journalRow } from './journal-row.js';
import type { RunProgress } from '@cueline/database';
import type { RunActivities, Written } from '@cueline/workflows/messages';
import { bareStep, type Met, type StepFailures } from '../put-off/step-failures.js';

/** Writes the status of a run between steps, and by which version it goes on. */
export class RecordRunStatus {
  constructor(
    private readonly progress: RunProgress,
    private readonly failures: StepFailures,
  ) {}

  recordStatus({
    studioId,
    runId,
    status,
    reason,
    at,
    journal,
    tried,
  }: Parameters<RunActivities['recordStatus']>[0]): Promise<Written> {
    const steps = journal.map(journalRow);
    const met: Met = { runId, work: `that it is ${status}`, tried };
    if (at) {
      const run = { status, currentStepId: at.stepId, nextAt: at.due ?? null, reason: reason ?? null };
      return this.failures.record(studioId, { runId, steps, run }, met);
    }
    return this.failures.written(met, [
      () => this.progress.recordStatus(studioId, runId, steps, status),
      () => this.progress.recordStatus(studioId, runId, steps.map(bareStep), status),
      () => this.progress.recordStatus(studioId, runId, [], status),
    ]);
  }

  migrate({
    studioId,
    runId,
    versionId,
    journal,
    tried,
  }: Parameters<RunActivities['migrate']>[0]): Promise<Written> {
    const steps = journal.map(journalRow);
    const met: Met = { runId, work: 'its version', tried };
    return this.failures.written(met, [
      () => this.progress.migrate(studioId, runId, steps, versionId),
      () => this.progress.migrate(studioId, runId, steps.map(bareStep), versionId),
      () => this.progress.migrate(studioId, runId, [], versionId),
    ]);
  }
}
