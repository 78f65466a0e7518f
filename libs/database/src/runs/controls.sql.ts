import type { PauseCause } from '@cueline/workflows';
import { json, oneOf, text, texts } from '../client/columns.js';
import { statement } from '../client/statement.js';

/** Who controls a run, as a person or by a key. */
export const actor = { actorType: text, actorId: text, actorName: text };

const ofRuns = { studioId: text, runIds: texts };
const isOneOfThem = 'studio_id = :studioId::uuid AND id = ANY(:runIds::uuid[])';

/** In one order, and before anything else of the runs, as their activities write them. */
export const lockRuns = statement({
  name: 'lock-runs',
  params: ofRuns,
  sql: `SELECT 1 FROM runs WHERE ${isOneOfThem} ORDER BY id FOR NO KEY UPDATE`,
});

export const insertControls = statement({
  name: 'insert-run-controls',
  params: {
    studioId: text,
    controls: json<readonly { readonly runId: string; readonly params: object }[]>(),
    action: text,
    note: text,
    ...actor,
  },
  sql: `
  INSERT INTO run_controls (id, studio_id, run_id, action, params, note, actor_type, actor_id, actor_name)
  SELECT gen_random_uuid(), :studioId::uuid, g."runId", :action, g.params, :note, :actorType, :actorId, :actorName
  FROM jsonb_to_recordset(:controls::jsonb) AS g("runId" uuid, params jsonb)`,
});

export const insertRunSignals = statement({
  name: 'insert-run-signals',
  params: {
    studioId: text,
    signals: json<readonly { readonly runId: string; readonly kind: string; readonly payload: object }[]>(),
  },
  sql: `
  INSERT INTO run_signals (studio_id, run_id, kind, payload)
  SELECT :studioId::uuid, g."runId", g.kind, g.payload FROM jsonb_to_recordset(:signals::jsonb) AS g("runId" uuid, kind text, payload jsonb)`,
});

/** One that begins nothing more is shown as paused at once; what has failed, or has not begun, stays that as well. */
const paused = (row: string) =>
  `status = CASE WHEN ${row}.status IN ('running', 'waiting') THEN 'paused' ELSE ${row}.status END`;

export const pauseRuns = statement({
  name: 'pause-runs',
  params: { ...ofRuns, cause: oneOf<PauseCause>() },
  sql: `UPDATE runs r SET pause_cause = :cause::run_pause_cause, paused_at = COALESCE(r.paused_at, now()), ${paused('r')} WHERE ${isOneOfThem}`,
});

export const resumeRuns = statement({
  name: 'resume-runs',
  params: ofRuns,
  sql: `UPDATE runs SET paused_at = NULL, pause_cause = NULL WHERE ${isOneOfThem}`,
});

export const overrideWait = statement({
  name: 'override-wait',
  params: {
    studioId: text,
    waits: json<readonly { runId: string; stepId: string; visit: number; until: string }[]>(),
  },
  sql: `
  UPDATE run_steps s SET override_at = g.until
  FROM jsonb_to_recordset(:waits::jsonb) AS g("runId" uuid, "stepId" text, visit int, until timestamptz)
  WHERE s.studio_id = :studioId::uuid AND s.run_id = g."runId" AND s.step_id = g."stepId" AND s.visit = g.visit`,
});

const ofWorkflow = { studioId: text, workflowId: text };
const isOpenRun =
  'r.studio_id = :studioId::uuid AND r.workflow_id = :workflowId::uuid AND r.ended_at IS NULL';

export const lockRunsOfWorkflow = statement({
  name: 'lock-runs-of-workflow',
  params: ofWorkflow,
  sql: `SELECT 1 FROM runs r WHERE ${isOpenRun} ORDER BY r.id FOR NO KEY UPDATE`,
});

/** Changes the open runs of a workflow, however many there are, and writes who did and the signal to each. @param which SQL condition and @param set assignments about `r` */
const controlRunsOfWorkflow = (action: 'pause' | 'resume' | 'stop', which: string, set: string) =>
  statement({
    name: `${action}-runs-of-workflow`,
    params: { ...ofWorkflow, cause: oneOf<PauseCause>(), ...actor, payload: json<object>() },
    sql: `
  WITH changed AS (UPDATE runs r SET ${set} WHERE ${isOpenRun} AND ${which} RETURNING r.id), noted AS (
    INSERT INTO run_controls (id, studio_id, run_id, action, params, actor_type, actor_id, actor_name)
    SELECT gen_random_uuid(), :studioId::uuid, id, '${action}', '{"withWorkflow": true}', :actorType, :actorId, :actorName FROM changed)
  INSERT INTO run_signals (studio_id, run_id, kind, payload) SELECT :studioId::uuid, id, '${action}', :payload::jsonb FROM changed`,
  });

export const ofWorkflowRuns = {
  /** What a person paused before stays theirs. */
  pause: controlRunsOfWorkflow(
    'pause',
    'r.paused_at IS NULL',
    `paused_at = now(), pause_cause = :cause::run_pause_cause, ${paused('r')}`,
  ),
  /** What was paused with the workflow, and nothing that a person paused. */
  resume: controlRunsOfWorkflow(
    'resume',
    'r.pause_cause = :cause::run_pause_cause',
    'paused_at = NULL, pause_cause = NULL',
  ),
  stop: controlRunsOfWorkflow(
    'stop',
    'r.pause_cause IS DISTINCT FROM :cause::run_pause_cause',
    `paused_at = COALESCE(r.paused_at, now()), pause_cause = :cause::run_pause_cause, ${paused('r')}`,
  ),
};
