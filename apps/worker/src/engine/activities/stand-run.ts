import type { RunActivities, Written } from '@cueline/workflows/messages';
import { bareStep, type Met, type StepFailures } from '../put-off/step-failures.js';
import { journalRow, type ProgressRepository } from './progress.repository.js';

/** Writes how a run stands between steps, and by which version it goes on. */
export class StandRun {
  constructor(
    private readonly progress: ProgressRepository,
    private readonly failures: StepFailures,
  ) {}

  stand({
    studioId,
    runId,
    status,
    reason,
    at,
    journal,
    tried,
  }: Parameters<RunActivities['stand']>[0]): Promise<Written> {
    const steps = journal.map(journalRow);
    const met: Met = { runId, work: `that it is ${status}`, tried };
    if (at) {
      const run = { status, currentStepId: at.stepId, nextAt: at.due ?? null, reason: reason ?? null };
      return this.failures.record(studioId, { runId, steps, run }, met);
    }
    return this.failures.written(met, [
      () => this.progress.stand(studioId, runId, steps, status),
      () => this.progress.stand(studioId, runId, steps.map(bareStep), status),
      () => this.progress.stand(studioId, runId, [], status),
    ]);
  }

  adopt({
    studioId,
    runId,
    versionId,
    journal,
    tried,
  }: Parameters<RunActivities['adopt']>[0]): Promise<Written> {
    const steps = journal.map(journalRow);
    const met: Met = { runId, work: 'its version', tried };
    return this.failures.written(met, [
      () => this.progress.adopt(studioId, runId, steps, versionId),
      () => this.progress.adopt(studioId, runId, steps.map(bareStep), versionId),
      () => this.progress.adopt(studioId, runId, [], versionId),
    ]);
  }
}
