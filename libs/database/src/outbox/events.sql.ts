import type { SubjectType } from '@cueline/workflows';
import { bool, integer, json, oneOf, text, texts } from '../client/columns.js';
import { statement, type Statement } from '../client/statement.js';
import { subjectKinds, tables } from '../relations/relation.js';

/** A fact to be recorded. `(source, sourceId)` is its dedupe key within the studio (CloudEvents `source` and `id`). */
export interface NewEvent {
  readonly source: string;
  readonly sourceId: string;
  readonly type: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly data: object;
  readonly occurredAt: Date;
  /** The run that wrote it; absent for what a person or program said. */
  readonly causeRunId?: string;
  /** How many runs have led to one another up to this event. */
  readonly chain?: number;
  /** Whether whoever tells it says that it is taken over from elsewhere, or that it is news; absent: its dates tell. */
  readonly takenOver?: boolean;
  /** The event that all of them go back to; absent for what a person or program said. */
  readonly rootEventId?: string;
}

const params = { studioId: text, events: json<readonly NewEvent[]>() };
const row = { id: text, source: text, sourceId: text, duplicate: bool };

// As JSON, of which the planner guesses the same number of rows whatever is given: only so does it keep a plan. The guess is a hundred, for which it would
// rather read a whole table of some thousands: IS TRUE and the LIMIT keep it to the primary keys.
const given = (types: readonly SubjectType[]): string => `
  WITH given AS (
    SELECT * FROM jsonb_to_recordset(:events::jsonb) AS g(source text, "sourceId" text, type text, "subjectType" text, "subjectId" uuid, data jsonb,
      "occurredAt" timestamptz, "causeRunId" uuid, chain int, "takenOver" boolean, "rootEventId" uuid)
  ), known AS (
    SELECT g.*, s.brand_id, s.id IS NOT NULL AS known FROM given g LEFT JOIN LATERAL (${types
      .map(
        (type) => `
      SELECT x.id, x.brand_id FROM ${tables[type]} x
      WHERE g."subjectType" = '${type}' AND x.id = g."subjectId" AND (x.studio_id = :studioId::uuid) IS TRUE`,
      )
      .join(' UNION ALL')} LIMIT 1) s ON true
  )`;

// No trigger notifies: NOTIFY takes a lock that serialises all commits. The process tells the dispatcher after its commit, many at once.
const insertInto = (types: readonly SubjectType[]) =>
  statement({
    name: `record-events-${types.map((type) => type.slice(0, 3)).join('')}`,
    params,
    row,
    sql: `${given(types)}
  INSERT INTO events (studio_id, id, source, source_id, type, subject_type, subject_id, brand_id, data, occurred_at,
    cause_run_id, chain, taken_over, root_event_id)
  SELECT :studioId::uuid, gen_random_uuid(), source, "sourceId", type, "subjectType", "subjectId", brand_id, data, "occurredAt",
    "causeRunId", COALESCE(chain, 0), "takenOver", "rootEventId"
  FROM known WHERE NOT EXISTS (SELECT 1 FROM known WHERE NOT known.known)
  ON CONFLICT (studio_id, source, source_id) DO NOTHING
  RETURNING id::text, source, source_id, false AS duplicate`,
  });

const inserts = new Map<string, ReturnType<typeof insertInto>>();

/** Looks into the tables of the kinds given alone: nearly always one. Kinds that are none of ours are looked for in all. */
export function insertEvents(kinds: readonly string[]): Statement<typeof params, typeof row> {
  const known = subjectKinds.filter((type) => kinds.includes(type));
  const types = known.length > 0 ? known : subjectKinds;
  const key = types.join();
  const insert = inserts.get(key) ?? insertInto(types);
  inserts.set(key, insert);
  return insert;
}
for (const kinds of [...subjectKinds.map((type) => [type]), subjectKinds]) insertEvents(kinds);

export const missingSubjects = statement({
  name: 'missing-subjects',
  params,
  row: { type: oneOf<SubjectType>(), id: text },
  sql: `${given(subjectKinds)}
  SELECT "subjectType" AS type, "subjectId"::text AS id FROM known WHERE NOT known`,
});

/** LATERAL with a LIMIT keeps the planner to the unique index, however large the table has grown since it was last analysed. */
export const findEvents = statement({
  name: 'find-events',
  params: { studioId: text, sources: texts, sourceIds: texts },
  row,
  sql: `
  SELECT e.id::text, g.source, g.source_id, true AS duplicate
  FROM unnest(:sources::text[], :sourceIds::text[]) AS g(source, source_id),
    LATERAL (SELECT id FROM events WHERE studio_id = :studioId::uuid AND source = g.source AND source_id = g.source_id LIMIT 1) e`,
});

/** Tried again after `:seconds` at least; longer the longer it has waited. */
export const parkEvent = statement({
  name: 'park-event',
  params: { seq: text, error: text, seconds: integer },
  sql: `
  UPDATE events SET dispatch_error = :error,
    dispatch_after = now() + LEAST(interval '1 hour', GREATEST(:seconds * interval '1 second', (now() - recorded_at) / 2)) WHERE seq = :seq`,
});

/** SQL: the events `:seqs` are decided. */
export const markDispatched =
  'UPDATE events SET dispatched_at = now(), dispatch_error = NULL WHERE seq = ANY(:seqs::bigint[])';
