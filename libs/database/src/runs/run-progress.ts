import type { Queryable } from '../client/statement.js';
import * as sql from './progress.sql.js';

/** What becomes of runs and their steps, as the runs' own activities write it. */
export class RunProgress {
  constructor(private readonly on: Queryable) {}

  async record(studioId: string, progress: sql.Progress): Promise<void> {
    await sql.recordProgress.run(this.on, { studioId, ...sql.progressParams(progress) });
  }

  async recordRun(studioId: string, progress: sql.Progress): Promise<void> {
    await sql.recordRun.run(this.on, { studioId, ...sql.runParams(progress) });
  }

  /** The status of a run between steps, with the steps that ended before. */
  async recordStatus(
    studioId: string,
    runId: string,
    steps: readonly sql.StepRow[],
    status: sql.RunRow['status'],
  ): Promise<void> {
    await sql.recordStatus.run(this.on, { studioId, runId, steps, status });
  }

  /** The type of the event by whose signal a run ends. */
  async exitEvent(studioId: string, runId: string): Promise<string | undefined> {
    return (await sql.exitEvent.first(this.on, { studioId, runId }))?.eventType;
  }

  /** From here on the run is carried out by another version. */
  async migrate(
    studioId: string,
    runId: string,
    steps: readonly sql.StepRow[],
    versionId: string,
  ): Promise<void> {
    await sql.migrateRun.run(this.on, { studioId, runId, steps, versionId });
  }
}
