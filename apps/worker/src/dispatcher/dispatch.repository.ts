import type { PoolClient } from 'pg';
import { WORKFLOW_REQUESTED } from '@cueline/workflows';
import { recordsSql, type Records } from '@cueline/database';

export interface ClaimedEvent {
  readonly seq: string;
  readonly id: string;
  readonly studio_id: string;
  readonly type: string;
  readonly subject_id: string;
  readonly subject_type: string;
  readonly revision: number;
  /** How many runs have led to one another up to this event. */
  readonly chain: number;
  /** The one workflow that it asks for, whatever starts that one else; null: whichever listens. */
  readonly requested: string | null;
}

export interface NewRun {
  readonly id: string;
  readonly workflow_id: string;
  readonly version_id: string;
  readonly event_id: string;
  readonly event_seq: string;
  readonly engine: number;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly client_id: string | null;
  readonly reentry_key: string;
}

export interface NewMatch {
  readonly event_id: string;
  readonly workflow_id: string;
  readonly version_id: string;
  readonly run_id: string | null;
  readonly reason: object;
}

// An event waits while an earlier one of the same record is undispatched: that one may be in another worker's hands, and is locked there.
const claimSql = `
  SELECT e.seq::text, e.id::text, e.studio_id::text, e.type, e.subject_id::text, e.subject_type, e.chain,
    CASE e.type WHEN '${WORKFLOW_REQUESTED}' THEN e.data->>'workflowId' END AS requested, s.automation_revision AS revision
  FROM events e JOIN studios s ON s.id = e.studio_id
  WHERE e.dispatched_at IS NULL AND (e.dispatch_after IS NULL OR e.dispatch_after < now())
    AND NOT EXISTS (SELECT 1 FROM events earlier WHERE earlier.dispatched_at IS NULL
      AND earlier.subject_id = e.subject_id AND earlier.studio_id = e.studio_id AND earlier.seq < e.seq)
  ORDER BY e.seq LIMIT $1 FOR UPDATE OF e SKIP LOCKED`;

export const claim = async (on: PoolClient, limit: number): Promise<ClaimedEvent[]> =>
  (await on.query<ClaimedEvent>({ name: 'claim-events', text: claimSql, values: [limit] })).rows;

const factsSql = recordsSql('events e', 'e.id = ANY($2::uuid[])');

export const recordsOf = async (
  on: PoolClient,
  studioId: string,
  eventIds: readonly string[],
): Promise<Map<string, Records>> => {
  const { rows } = await on.query<Records>({
    name: 'event-records',
    text: factsSql,
    values: [studioId, eventIds],
  });
  return new Map(rows.map((row) => [row.event_id, row]));
};

const runsSql = `
  INSERT INTO runs (studio_id, id, workflow_id, version_id, event_id, event_seq, engine, subject_type, subject_id, client_id, reentry_key)
  SELECT $1, id, workflow_id, version_id, event_id, event_seq, engine, subject_type, subject_id, client_id, reentry_key
  FROM jsonb_to_recordset($2::jsonb) AS g(id uuid, workflow_id uuid, version_id uuid, event_id uuid, event_seq bigint, engine int,
    subject_type text, subject_id uuid, client_id uuid, reentry_key text)
  ON CONFLICT DO NOTHING RETURNING id::text`;

/** @returns the ids of the runs that are new; the others' re-entry rule, or the event itself, has had its run */
export const insertRuns = async (
  on: PoolClient,
  studioId: string,
  runs: readonly NewRun[],
): Promise<Set<string>> => {
  if (runs.length === 0) return new Set();
  const { rows } = await on.query<{ id: string }>({
    name: 'insert-runs',
    text: runsSql,
    values: [studioId, JSON.stringify(runs)],
  });
  return new Set(rows.map(({ id }) => id));
};

const matchesSql = `
  INSERT INTO event_matches (studio_id, event_id, workflow_id, version_id, run_id, reason)
  SELECT $1, event_id, workflow_id, version_id, run_id, reason
  FROM jsonb_to_recordset($2::jsonb) AS g(event_id uuid, workflow_id uuid, version_id uuid, run_id uuid, reason jsonb)
  ON CONFLICT (event_id, workflow_id) DO NOTHING`;

export const insertMatches = async (
  on: PoolClient,
  studioId: string,
  matches: readonly NewMatch[],
): Promise<void> => {
  if (matches.length === 0) return;
  await on.query({ name: 'insert-matches', text: matchesSql, values: [studioId, JSON.stringify(matches)] });
};

/** A workflow that was asked for is not published now: that is the reason, beside the version that was published last. */
export const refuseUnpublished = async (
  on: PoolClient,
  studioId: string,
  events: readonly ClaimedEvent[],
): Promise<void> => {
  const asked = events.map(({ id, requested }) => ({ event_id: id, workflow_id: requested }));
  await on.query({
    name: 'refuse-unpublished',
    text: `INSERT INTO event_matches (studio_id, event_id, workflow_id, version_id, reason)
      SELECT $1, g.event_id, w.id, w.published_version_id, jsonb_build_object('code', 'match.notPublished', 'params', jsonb_build_object('state', w.state))
      FROM jsonb_to_recordset($2::jsonb) AS g(event_id uuid, workflow_id uuid) JOIN workflows w ON w.studio_id = $1 AND w.id = g.workflow_id
      WHERE w.published_version_id IS NOT NULL
      ON CONFLICT (event_id, workflow_id) DO NOTHING`,
    values: [studioId, JSON.stringify(asked)],
  });
};

// A run is told of an event about its own record, and of one about its client where the event's record is the client's or a mail of the client's; a run
// about a booking also of what belongs to the booking. Lookups by index: with an OR between them every open run of the studio would be read for
// every event. One that waits for such an event is told to look again: it asks itself whether this is the one.
const signalsSql = `
  WITH happened AS (
    SELECT e.studio_id, e.id, e.seq, e.type, e.subject_id, e.subject_type,
      CASE e.subject_type WHEN 'client' THEN e.subject_id WHEN 'message' THEN m.client_id END AS client_id,
      COALESCE(i.booking_id, t.booking_id) AS booking_id
    FROM events e
    LEFT JOIN messages m ON e.subject_type = 'message' AND m.studio_id = e.studio_id AND m.id = e.subject_id
    LEFT JOIN invoices i ON e.subject_type = 'invoice' AND i.studio_id = e.studio_id AND i.id = e.subject_id
    LEFT JOIN tasks t ON e.subject_type = 'task' AND t.studio_id = e.studio_id AND t.id = e.subject_id
    WHERE e.studio_id = $1 AND e.id = ANY($2::uuid[])
  ), told AS (
    SELECT r.id, r.version_id, r.subject_type, r.event_seq, h.id AS event_id, h.seq, h.type
    FROM happened h JOIN runs r ON r.studio_id = h.studio_id AND r.subject_id = h.subject_id AND r.ended_at IS NULL
    UNION
    SELECT r.id, r.version_id, r.subject_type, r.event_seq, h.id, h.seq, h.type
    FROM happened h JOIN runs r ON r.studio_id = h.studio_id AND r.client_id = h.client_id AND r.ended_at IS NULL
    WHERE h.client_id IS NOT NULL
    UNION
    SELECT r.id, r.version_id, r.subject_type, r.event_seq, h.id, h.seq, h.type
    FROM happened h JOIN runs r ON r.studio_id = h.studio_id AND r.subject_id = h.booking_id AND r.ended_at IS NULL
    WHERE h.booking_id IS NOT NULL
    UNION
    SELECT r.id, r.version_id, r.subject_type, r.event_seq, h.id, h.seq, h.type
    FROM happened h JOIN bookings b ON b.studio_id = h.studio_id AND b.project_id = h.subject_id
      JOIN runs r ON r.studio_id = h.studio_id AND r.subject_id = b.id AND r.ended_at IS NULL
    WHERE h.subject_type = 'project'
  )
  INSERT INTO run_signals (studio_id, run_id, event_id, event_type, kind)
  SELECT $1, t.id, t.event_id, t.type, k.kind
  FROM told t JOIN workflow_versions v ON v.id = t.version_id,
    LATERAL (
      SELECT 'exit' AS kind WHERE v.definition->'exitOn' @> jsonb_build_array(jsonb_build_object('event', t.type))
        OR (t.type = 'booking.cancelled' AND t.subject_type = 'booking')
      UNION ALL
      SELECT 'recheck' WHERE jsonb_path_exists(v.definition, '$.steps.** ? (@.kind == "waitForEvent" && @.event == $type)',
        jsonb_build_object('type', t.type))
    ) k
  WHERE t.event_seq < t.seq
  ORDER BY t.seq
  ON CONFLICT (run_id, event_id, kind) DO NOTHING`;

export const insertSignals = async (
  on: PoolClient,
  studioId: string,
  eventIds: readonly string[],
): Promise<number> =>
  (await on.query({ name: 'insert-signals', text: signalsSql, values: [studioId, eventIds] })).rowCount ?? 0;

export const markDispatched = async (on: PoolClient, seqs: readonly string[]): Promise<void> => {
  await on.query({
    name: 'mark-dispatched',
    text: 'UPDATE events SET dispatched_at = now(), dispatch_error = NULL WHERE seq = ANY($1::bigint[])',
    values: [seqs],
  });
};

/** One that can't be dispatched is tried again later and holds up its own record alone. */
export const park = async (on: PoolClient, seq: string, error: string): Promise<void> => {
  await on.query({
    name: 'park-event',
    text: `UPDATE events SET dispatch_after = now() + interval '1 minute', dispatch_error = $2 WHERE seq = $1`,
    values: [seq, error.slice(0, 1_000)],
  });
};
