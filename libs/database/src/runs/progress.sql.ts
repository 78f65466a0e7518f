import type { Reason } from '@cueline/workflows';
import type { StepCause } from '@cueline/workflows/messages';
import { bool, integer, json, oneOf, text, type Columns, type NoColumns } from '../client/columns.js';
import { ofStudio } from '../client/row-conditions.sql.js';
import { statement } from '../client/statement.js';
import { openRun } from './conditions.sql.js';

export type StepStatus = 'running' | 'waiting' | 'done' | 'skipped' | 'failed';

export interface StepRow {
  readonly stepId: string;
  readonly visit: number;
  readonly kind: string;
  readonly status: StepStatus;
  readonly cause?: StepCause;
  readonly outcome?: string;
  /** The event that ended its wait. */
  readonly eventId?: string;
  readonly reason?: Reason | undefined;
  /** When the run came to the step; the moment of writing where it is not said. */
  readonly startedAt?: string;
  readonly dueAt?: string;
  readonly endedAt?: string;
}

export interface RunRow {
  readonly status: 'running' | 'waiting' | 'failed' | 'paused' | 'completed' | 'exited' | 'stopped';
  readonly currentStepId: string | null;
  readonly nextAt?: string | null;
  readonly reason?: Reason | null;
}

/** What a run has come to: steps of it, and itself. */
export interface Progress {
  readonly runId: string;
  readonly steps: readonly StepRow[];
  readonly run: RunRow;
}

const ended = new Set<RunRow['status']>(['completed', 'exited', 'stopped']);

/** Parameters of what a run comes to. */
export const ofRun = {
  runId: text,
  status: oneOf<RunRow['status']>(),
  currentStepId: text.orNull,
  nextAt: text.orNull,
  reason: json<Reason>().orNull,
  hasEnded: bool,
};
export const steps = json<readonly StepRow[]>();

export const runParams = ({ runId, run }: Progress) => ({
  runId,
  status: run.status,
  currentStepId: run.currentStepId,
  nextAt: run.nextAt ?? null,
  reason: run.reason ?? null,
  hasEnded: ended.has(run.status),
});
export const progressParams = (progress: Progress) => ({ steps: progress.steps, ...runParams(progress) });

/**
 * Writes the steps `:steps`; what has ended stays as it ended, whatever comes late or twice.
 * @param run SQL of the run's id @param where an SQL condition for all of them
 */
export const writeSteps = (run: string, where = 'true'): string => `
    INSERT INTO run_steps (studio_id, run_id, step_id, visit, kind, status, cause, outcome, event_id, reason, due_at, started_at, ended_at)
    SELECT :studioId, ${run}, "stepId", visit, kind, status::run_step_status, cause::run_step_cause, outcome, "eventId", reason, "dueAt", COALESCE("startedAt", now()), "endedAt"
    FROM jsonb_to_recordset(:steps::jsonb) AS s("stepId" text, visit int, kind text, status text, cause text, outcome text, "eventId" uuid, reason jsonb, "dueAt" timestamptz,
      "startedAt" timestamptz, "endedAt" timestamptz)
    WHERE ${where}
    ON CONFLICT (run_id, step_id, visit) DO UPDATE SET
      status = excluded.status, cause = excluded.cause, outcome = COALESCE(excluded.outcome, run_steps.outcome),
      event_id = COALESCE(excluded.event_id, run_steps.event_id), reason = COALESCE(excluded.reason, run_steps.reason),
      due_at = COALESCE(excluded.due_at, run_steps.due_at), ended_at = excluded.ended_at
    WHERE run_steps.status NOT IN ('done', 'skipped')`;

/** Whether a run is paused is what people have asked for, and theirs to write: the run may be about to hear of the next signal while it acts on the last. */
const shownStatus = `CASE WHEN paused_at IS NOT NULL AND :status IN ('running', 'waiting') THEN 'paused' ELSE :status::run_status END`;

const writeRun = `
  UPDATE runs SET status = ${shownStatus}, current_step_id = :currentStepId, next_at = :nextAt, reason = :reason,
    started_at = COALESCE(started_at, now()), ended_at = CASE WHEN :hasEnded THEN now() END
  WHERE ${openRun}`;

/** Steps and the run in one statement, together with what else a CTE writes. @param also a CTE, with its name */
export const progressStatement = <P extends Columns = NoColumns>(name: string, params?: P, also?: string) =>
  statement<P & typeof ofRun & { studioId: typeof text; steps: typeof steps }>({
    name,
    params: { studioId: text, ...(params as P), steps, ...ofRun },
    sql: `
  WITH ${also ? `${also}, ` : ''}steps AS (${writeSteps(':runId')}
  )${writeRun}`,
  });

export const recordProgress = progressStatement('record-progress');

/** No step of it: where the database refuses what a step says, the run says the same. */
export const recordRun = statement({
  name: 'record-run',
  params: { studioId: text, ...ofRun },
  sql: writeRun,
});

const stepsAnd = (change: string): string => `
  WITH steps AS (${writeSteps(':runId')}
  )
  UPDATE runs SET ${change} WHERE ${openRun}`;

/** A failure keeps its reason through a pause. */
export const recordStatus = statement({
  name: 'record-run-status',
  params: { studioId: text, runId: text, steps, status: ofRun.status },
  sql: stepsAnd(`status = ${shownStatus}`),
});

export const migrateRun = statement({
  name: 'migrate-run',
  params: { studioId: text, runId: text, steps, versionId: text },
  sql: stepsAnd('version_id = :versionId'),
});

/** Whoever carries out the same step at the same moment waits here, and then reads what the first one came to. */
export const claimStep = statement({
  name: 'claim-step',
  params: { studioId: text, runId: text, stepId: text, visit: integer, kind: text },
  row: {
    status: oneOf<StepStatus>(),
    cause: oneOf<StepCause>().orNull,
    outcome: text.orNull,
    reason: json<Reason>().orNull,
  },
  sql: `
  INSERT INTO run_steps (studio_id, run_id, step_id, visit, kind, status) VALUES (:studioId, :runId, :stepId, :visit, :kind, 'running')
  ON CONFLICT (run_id, step_id, visit) DO UPDATE SET kind = excluded.kind RETURNING status, cause, outcome, reason`,
});

/** The type of the event by whose signal a run ends. */
export const exitEvent = statement({
  name: 'exit-event',
  params: { studioId: text, runId: text },
  row: { eventType: text },
  sql: `SELECT event_type FROM run_signals WHERE run_id = :runId AND ${ofStudio()} AND kind = 'exit' ORDER BY seq LIMIT 1`,
});
