import type { Pool } from 'pg';
import { checked, ofStudio, storableJson } from '@cueline/database';
import type { JournalEntry } from '@cueline/workflows/messages';
import { recordRunSql } from './record-run.sql.js';

export interface StepRow {
  readonly step_id: string;
  readonly visit: number;
  readonly kind: string;
  readonly status: 'running' | 'waiting' | 'done' | 'skipped' | 'failed';
  readonly outcome?: string;
  readonly reason?: object | undefined;
  /** When the run came to the step; the moment of writing where it is not said. */
  readonly started_at?: string;
  readonly due_at?: string;
  readonly ended_at?: string;
}

export interface RunRow {
  readonly status: 'running' | 'waiting' | 'failed' | 'paused' | 'completed' | 'exited' | 'stopped';
  readonly currentStepId: string | null;
  readonly nextAt?: string | null;
  readonly reason?: object | null;
}

export const journalRow = ({ stepId, visit, kind, status, at, outcome, reason }: JournalEntry): StepRow => ({
  step_id: stepId,
  visit,
  kind,
  status,
  outcome,
  reason,
  ...(status !== 'waiting' && { ended_at: at }),
});

const ended = new Set<RunRow['status']>(['completed', 'exited', 'stopped']);

/**
 * Writes steps; what has ended stays as it ended, whatever comes late or twice.
 * @param run SQL of the run's id @param rows SQL of `StepRow`s as jsonb @param where an SQL condition for all of them
 */
export const writeSteps = (run: string, rows: string, where = 'true'): string => `
    INSERT INTO run_steps (studio_id, run_id, step_id, visit, kind, status, outcome, reason, due_at, started_at, ended_at)
    SELECT $1, ${run}, step_id, visit, kind, status::run_step_status, outcome, reason, due_at, COALESCE(started_at, now()), ended_at
    FROM jsonb_to_recordset(${rows})
      AS s(step_id text, visit int, kind text, status text, outcome text, reason jsonb, due_at timestamptz, started_at timestamptz, ended_at timestamptz)
    WHERE ${where}
    ON CONFLICT (run_id, step_id, visit) DO UPDATE SET
      status = excluded.status, outcome = COALESCE(excluded.outcome, run_steps.outcome), reason = COALESCE(excluded.reason, run_steps.reason),
      due_at = COALESCE(excluded.due_at, run_steps.due_at), ended_at = excluded.ended_at
    WHERE run_steps.status NOT IN ('done', 'skipped')`;

/** What a run has come to: steps of it, and itself. */
export interface Progress {
  readonly runId: string;
  readonly steps: readonly StepRow[];
  readonly run: RunRow;
}

/**
 * Steps and the run in one statement, together with what else a CTE writes. `$1` is the studio; `progressValues` stand from `$first` on.
 * @param also a CTE, with its name
 */
export const writeProgress = (first: number, also?: string): string => `
  WITH ${also ? `${also}, ` : ''}steps AS (${writeSteps(`$${first}`, `$${first + 1}::jsonb`)}
  )
  UPDATE runs SET status = CASE WHEN paused_at IS NOT NULL AND $${first + 2} IN ('running', 'waiting') THEN 'paused' ELSE $${first + 2}::run_status END, current_step_id = $${first + 3}, next_at = $${first + 4}, reason = $${first + 5},
    started_at = COALESCE(started_at, now()), ended_at = CASE WHEN $${first + 6} THEN now() END
  WHERE id = $${first} AND ${ofStudio()} AND ${checked('ended_at IS NULL')}`;

export const progressValues = ({ runId, steps, run }: Progress): unknown[] => [
  runId,
  storableJson(steps),
  run.status,
  run.currentStepId,
  run.nextAt ?? null,
  run.reason ? storableJson(run.reason) : null,
  ended.has(run.status),
];

const sql = writeProgress(2);

// Whether a run is paused is what people have asked for, and theirs to write: the run may be about to hear of the next word while it carries out
// the last. A failure keeps its reason through a pause.
const standSql = `
  WITH steps AS (${writeSteps('$2', '$3::jsonb')}
  )
  UPDATE runs SET status = CASE WHEN paused_at IS NOT NULL AND $4 IN ('running', 'waiting') THEN 'paused' ELSE $4::run_status END
  WHERE id = $2 AND ${ofStudio()} AND ${checked('ended_at IS NULL')}`;

const adoptSql = `
  WITH steps AS (${writeSteps('$2', '$3::jsonb')}
  )
  UPDATE runs SET version_id = $4 WHERE id = $2 AND ${ofStudio()} AND ${checked('ended_at IS NULL')}`;

export class ProgressRepository {
  constructor(private readonly pool: Pool) {}

  async record(studioId: string, progress: Progress): Promise<void> {
    await this.pool.query({
      name: 'record-progress',
      text: sql,
      values: [studioId, ...progressValues(progress)],
    });
  }

  async recordRun(studioId: string, { runId, run }: Progress): Promise<void> {
    const [, , ...ofRun] = progressValues({ runId, steps: [], run });
    await this.pool.query({ name: 'record-run', text: recordRunSql, values: [studioId, runId, ...ofRun] });
  }

  /** How the run stands between steps, with the steps that ended before. */
  async stand(
    studioId: string,
    runId: string,
    steps: readonly StepRow[],
    status: RunRow['status'],
  ): Promise<void> {
    const values = [studioId, runId, storableJson(steps), status];
    await this.pool.query({ name: 'stand-run', text: standSql, values });
  }

  /** The type of the event that a run was told ends it. */
  async exitTold(studioId: string, runId: string): Promise<string | undefined> {
    const { rows } = await this.pool.query<{ event_type: string }>({
      name: 'exit-told',
      text: `SELECT event_type FROM run_signals WHERE run_id = $2 AND ${ofStudio()} AND kind = 'exit' ORDER BY seq LIMIT 1`,
      values: [studioId, runId],
    });
    return rows[0]?.event_type;
  }

  /** From here on the run is carried out by another version. */
  async adopt(studioId: string, runId: string, steps: readonly StepRow[], versionId: string): Promise<void> {
    const values = [studioId, runId, storableJson(steps), versionId];
    await this.pool.query({ name: 'adopt-version', text: adoptSql, values });
  }
}
