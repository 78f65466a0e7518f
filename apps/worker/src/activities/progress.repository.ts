import type { Pool, PoolClient } from 'pg';
import type { JournalEntry } from '@cueline/workflows/messages';

export interface StepRow {
  readonly step_id: string;
  readonly visit: number;
  readonly kind: string;
  readonly status: 'running' | 'waiting' | 'done' | 'skipped' | 'failed';
  readonly outcome?: string;
  readonly reason?: object;
  readonly due_at?: string;
  readonly ended_at?: string;
}

export interface RunRow {
  readonly status: 'running' | 'waiting' | 'failed' | 'completed' | 'exited' | 'stopped';
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
  ended_at: at,
});

const ended = new Set<RunRow['status']>(['completed', 'exited', 'stopped']);

// Steps and the run in one statement. What has ended stays as it ended, whatever comes late or twice.
const sql = `
  WITH steps AS (
    INSERT INTO run_steps (studio_id, run_id, step_id, visit, kind, status, outcome, reason, due_at, ended_at)
    SELECT $1, $2, step_id, visit, kind, status::run_step_status, outcome, reason, due_at, ended_at
    FROM jsonb_to_recordset($3::jsonb)
      AS g(step_id text, visit int, kind text, status text, outcome text, reason jsonb, due_at timestamptz, ended_at timestamptz)
    ON CONFLICT (run_id, step_id, visit) DO UPDATE SET
      status = excluded.status, outcome = COALESCE(excluded.outcome, run_steps.outcome), reason = COALESCE(excluded.reason, run_steps.reason),
      due_at = COALESCE(excluded.due_at, run_steps.due_at), ended_at = excluded.ended_at
    WHERE run_steps.status NOT IN ('done', 'skipped')
  )
  UPDATE runs SET status = $4::run_status, current_step_id = $5, next_at = $6, reason = $7,
    started_at = COALESCE(started_at, now()), ended_at = CASE WHEN $8 THEN now() END
  WHERE studio_id = $1 AND id = $2 AND ended_at IS NULL`;

export class ProgressRepository {
  constructor(private readonly pool: Pool) {}

  async record(
    studioId: string,
    runId: string,
    steps: readonly StepRow[],
    run: RunRow,
    on: Pool | PoolClient = this.pool,
  ): Promise<void> {
    const values = [
      studioId,
      runId,
      JSON.stringify(steps),
      run.status,
      run.currentStepId,
      run.nextAt ?? null,
      run.reason ? JSON.stringify(run.reason) : null,
      ended.has(run.status),
    ];
    await on.query({ name: 'record-progress', text: sql, values });
  }
}
