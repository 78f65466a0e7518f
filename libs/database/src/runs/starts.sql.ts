import { reasonSql, reasonWith } from '../client/reason.sql.js';
import type { Definition, Reason } from '@cueline/workflows';
import type { SignalName } from '@cueline/workflows/messages';
import { integer, json, oneOf, text, texts, type RowOf } from '../client/columns.js';
import { statement } from '../client/statement.js';
import { markDispatched } from '../outbox/events.sql.js';

const startable = { id: text, studioId: text, engine: integer, definition: json<Definition>() };
export type StartableRun = RowOf<typeof startable>;

const columns = `r.id::text, r.studio_id::text, r.engine, v.definition FROM runs r JOIN workflow_versions v ON v.id = r.version_id`;

/** Longer than any call to Temporal: past it whoever took a signal is gone. */
const TAKEN = `interval '30 seconds'`;

/** Runs that were committed a while ago and have not begun, of each studio a few. */
export const runsLeftBehind = statement({
  name: 'runs-left-behind',
  params: { olderThanMs: integer, limit: integer, each: integer },
  row: startable,
  sql: `
  WITH left_behind AS (
    SELECT id, created_at, row_number() OVER (PARTITION BY studio_id ORDER BY created_at) AS nth FROM runs
    WHERE status = 'starting' AND created_at < now() - :olderThanMs * interval '1 millisecond')
  SELECT ${columns} JOIN left_behind l ON l.id = r.id WHERE l.nth <= :each ORDER BY l.nth, l.created_at LIMIT :limit`,
});

const waiting = {
  ...startable,
  seq: text,
  kind: oneOf<SignalName>(),
  eventId: text.orNull,
  payload: json<Readonly<Record<string, unknown>>>(),
  /** Of a migration the version that the run goes on by. */
  versionId: text.orNull,
  target: json<Definition>().orNull,
};
export type WaitingSignal = RowOf<typeof waiting>;

/** The earliest undelivered signal of each run, unless somebody is delivering it, and of the studios in turn. */
export const takeSignals = statement({
  name: 'take-signals',
  params: { limit: integer },
  row: waiting,
  sql: `
  WITH first AS (
    SELECT DISTINCT ON (run_id) seq, studio_id, taken_until FROM run_signals WHERE delivered_at IS NULL ORDER BY run_id, seq
  ), ranked AS (
    SELECT seq, row_number() OVER (PARTITION BY studio_id ORDER BY seq) AS nth FROM first WHERE COALESCE(taken_until < now(), true)
  ), taken AS (
    UPDATE run_signals SET taken_until = now() + ${TAKEN} WHERE delivered_at IS NULL AND seq IN (
      SELECT s.seq FROM run_signals s JOIN ranked f ON f.seq = s.seq
      WHERE s.delivered_at IS NULL AND COALESCE(s.taken_until < now(), true) ORDER BY f.nth, s.seq LIMIT :limit FOR UPDATE OF s SKIP LOCKED)
    RETURNING seq, run_id, studio_id, kind, event_id, payload)
  SELECT s.seq::text, s.kind, s.event_id::text, s.payload, target.id::text AS version_id, target.definition AS target, ${columns} JOIN taken s ON s.run_id = r.id
  LEFT JOIN workflow_versions target ON s.kind = 'migrate' AND target.studio_id = s.studio_id AND target.id = (s.payload->>'versionId')::uuid`,
});

export const leaveSignal = statement({
  name: 'leave-signal',
  params: { seq: text },
  sql: `
  UPDATE run_signals SET taken_until = now() + LEAST(interval '1 minute', GREATEST(interval '1 second', (now() - created_at) / 4))
  WHERE seq = :seq`,
});

export const signalDelivered = statement({
  name: 'signal-delivered',
  params: { seq: text },
  sql: 'UPDATE run_signals SET delivered_at = now() WHERE seq = :seq',
});

export interface NewRun {
  readonly id: string;
  readonly workflowId: string;
  readonly versionId: string;
  readonly eventId: string;
  readonly eventSeq: string;
  readonly engine: number;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly clientId: string | null;
  readonly reentryKey: string;
}

/** A yes with its run, or a no. */
export interface NewMatch {
  readonly eventId: string;
  readonly workflowId: string;
  readonly versionId: string;
  readonly runId: string | null;
  readonly reason: Reason;
}

/**
 * Writes what was decided about events, which are dispatched with it: the runs that they start, and the reason of each yes and no. In one statement: each way
 * to the server and back costs as much as the work there. The ids are of the runs that are new; the others' re-entry rule, or the event itself, has had its run.
 */
export const writeDecisions = statement({
  name: 'write-decisions',
  params: {
    studioId: text,
    runs: json<readonly NewRun[]>(),
    matches: json<readonly NewMatch[]>(),
    /** Of all events that were decided. */
    seqs: texts,
  },
  row: { id: text },
  sql: `
  WITH started AS (
    INSERT INTO runs (studio_id, id, workflow_id, version_id, event_id, event_seq, engine, subject_type, subject_id, client_id, reentry_key)
    SELECT :studioId, id, "workflowId", "versionId", "eventId", "eventSeq", engine, "subjectType", "subjectId", "clientId", "reentryKey"
    FROM jsonb_to_recordset(:runs::jsonb) AS g(id uuid, "workflowId" uuid, "versionId" uuid, "eventId" uuid, "eventSeq" bigint, engine int,
      "subjectType" text, "subjectId" uuid, "clientId" uuid, "reentryKey" text)
    ON CONFLICT DO NOTHING RETURNING id
  ), matched AS (
    INSERT INTO event_matches (studio_id, event_id, workflow_id, version_id, run_id, reason)
    SELECT :studioId, g."eventId", g."workflowId", g."versionId", started.id,
      CASE WHEN g."runId" IS NULL OR started.id IS NOT NULL THEN g.reason ELSE ${reasonSql({ code: 'match.reentry' })} END
    FROM jsonb_to_recordset(:matches::jsonb) AS g("eventId" uuid, "workflowId" uuid, "versionId" uuid, "runId" uuid, reason jsonb)
      LEFT JOIN started ON started.id = g."runId"
    ON CONFLICT (event_id, workflow_id) DO NOTHING
  ), dispatched AS (
    ${markDispatched}
  )
  SELECT id::text FROM started`,
});

/** A workflow that was asked for is not published now: that is the reason, beside the version that was published last. */
export const refuseUnpublished = statement({
  name: 'refuse-unpublished',
  params: { studioId: text, requests: json<readonly { eventId: string; workflowId: string | null }[]>() },
  sql: `INSERT INTO event_matches (studio_id, event_id, workflow_id, version_id, reason)
    SELECT :studioId, g."eventId", w.id, w.published_version_id, ${reasonWith('match.notPublished', `jsonb_build_object('state', w.state)`)}
    FROM jsonb_to_recordset(:requests::jsonb) AS g("eventId" uuid, "workflowId" uuid) JOIN workflows w ON w.studio_id = :studioId AND w.id = g."workflowId"
    WHERE w.published_version_id IS NOT NULL
    ON CONFLICT (event_id, workflow_id) DO NOTHING`,
});
