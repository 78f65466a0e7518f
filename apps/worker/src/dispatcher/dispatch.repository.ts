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
  /** The moment of a record's date for which it asks for it. */
  readonly due: string | null;
  /** A later event of its record waits for it. */
  readonly followed: boolean;
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

/** A yes with its run, or a no. */
export interface NewMatch {
  readonly event_id: string;
  readonly workflow_id: string;
  readonly version_id: string;
  readonly run_id: string | null;
  readonly reason: object;
}

export interface Decisions {
  readonly runs: readonly NewRun[];
  readonly matches: readonly NewMatch[];
  /** Of all events that were decided. */
  readonly seqs: readonly string[];
}

// An event waits while an earlier one of the same record is undispatched: that one may be in another worker's hands, and is locked there.
const claimSql = `
  SELECT e.seq::text, e.id::text, e.studio_id::text, e.type, e.subject_id::text, e.subject_type, e.chain,
    CASE e.type WHEN '${WORKFLOW_REQUESTED}' THEN e.data->>'workflowId' END AS requested,
    CASE e.type WHEN '${WORKFLOW_REQUESTED}' THEN e.data->>'due' END AS due, s.automation_revision AS revision,
    EXISTS (SELECT 1 FROM events later WHERE later.dispatched_at IS NULL
      AND later.subject_id = e.subject_id AND later.studio_id = e.studio_id AND later.seq > e.seq) AS followed
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

// In one statement: each way to the server and back costs as much as the work there.
const decisionsSql = `
  WITH started AS (
    INSERT INTO runs (studio_id, id, workflow_id, version_id, event_id, event_seq, engine, subject_type, subject_id, client_id, reentry_key)
    SELECT $1, id, workflow_id, version_id, event_id, event_seq, engine, subject_type, subject_id, client_id, reentry_key
    FROM jsonb_to_recordset($2::jsonb) AS g(id uuid, workflow_id uuid, version_id uuid, event_id uuid, event_seq bigint, engine int,
      subject_type text, subject_id uuid, client_id uuid, reentry_key text)
    ON CONFLICT DO NOTHING RETURNING id
  ), matched AS (
    INSERT INTO event_matches (studio_id, event_id, workflow_id, version_id, run_id, reason)
    SELECT $1, g.event_id, g.workflow_id, g.version_id, started.id,
      CASE WHEN g.run_id IS NULL OR started.id IS NOT NULL THEN g.reason ELSE '{"code": "match.reentry"}' END
    FROM jsonb_to_recordset($3::jsonb) AS g(event_id uuid, workflow_id uuid, version_id uuid, run_id uuid, reason jsonb)
      LEFT JOIN started ON started.id = g.run_id
    ON CONFLICT (event_id, workflow_id) DO NOTHING
  ), dispatched AS (
    UPDATE events SET dispatched_at = now(), dispatch_error = NULL WHERE seq = ANY($4::bigint[])
  )
  SELECT id::text FROM started`;

/**
 * Writes what was decided about events, which are dispatched with it: the runs that they start, and the reason of each yes and no.
 * @returns the ids of the runs that are new; the others' re-entry rule, or the event itself, has had its run
 */
export const writeDecisions = async (
  on: PoolClient,
  studioId: string,
  { runs, matches, seqs }: Decisions,
): Promise<Set<string>> => {
  const { rows } = await on.query<{ id: string }>({
    name: 'write-decisions',
    text: decisionsSql,
    values: [studioId, JSON.stringify(runs), JSON.stringify(matches), seqs],
  });
  return new Set(rows.map(({ id }) => id));
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

/** One that can't be dispatched is tried again later and holds up its own record alone. */
export const park = async (on: PoolClient, seq: string, error: string): Promise<void> => {
  await on.query({
    name: 'park-event',
    text: `UPDATE events SET dispatch_after = now() + interval '1 minute', dispatch_error = $2 WHERE seq = $1`,
    values: [seq, error.slice(0, 1_000)],
  });
};
