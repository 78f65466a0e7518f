import type { PoolClient } from 'pg';
import { recordsSql, storableJson, storableText, type Records } from '@cueline/database';
import { claimSql, parkSql } from './claim-events.sql.js';

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
  /** The event that all of them go back to. */
  readonly root: string;
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

/** Whose events are claimed. */
export interface Whose {
  /** Studios of which none is taken. */
  readonly but?: readonly string[];
  /** The one studio of which some are. */
  readonly only?: string;
}

export interface Claimed {
  /** The studio whose turn it is; undefined when none has events that may be taken. */
  readonly studioId: string | undefined;
  readonly events: readonly ClaimedEvent[];
  /** More studios have events. */
  readonly others: boolean;
}

type ClaimedRow = { readonly turn: string; readonly others: boolean } & (
  ClaimedEvent | { readonly seq: null }
);

/** Claims events of one studio, in their order. */
export const claim = async (on: PoolClient, limit: number, { but = [], only }: Whose): Promise<Claimed> => {
  const values = [limit, but, only ?? null];
  const { rows } = await on.query<ClaimedRow>({ name: 'claim-events', text: claimSql, values });
  return {
    studioId: rows[0]?.turn,
    events: rows.filter((row): row is ClaimedRow & ClaimedEvent => row.seq !== null),
    others: rows[0]?.others ?? false,
  };
};

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
    values: [studioId, storableJson(runs), storableJson(matches), seqs],
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
    values: [studioId, storableJson(asked)],
  });
};

/**
 * One that can't be dispatched is tried again later, and the later the longer it has waited; it holds up its own record alone.
 * @param seconds until it is tried again, at least
 */
export const park = async (on: PoolClient, seq: string, error: string, seconds: number): Promise<void> => {
  await on.query({
    name: 'park-event',
    text: parkSql,
    values: [seq, storableText(error.slice(0, 1_000)), seconds],
  });
};
