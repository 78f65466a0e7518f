import type { Pool, PoolClient } from 'pg';
import { storableJson } from './storable.js';

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

export interface RecordedEvent {
  readonly id: string;
  readonly source: string;
  readonly sourceId: string;
  /** It was there already: the id is the first one's. */
  readonly duplicate: boolean;
}

/** Where events can be written: a transaction's raw query, or a pool. */
export interface EventWriter {
  query<Row>(name: string, sql: string, values: unknown[]): Promise<Row[]>;
}

export const writerOn = (connection: Pool | PoolClient): EventWriter => ({
  query: async <Row>(name: string, text: string, values: unknown[]) =>
    (await connection.query({ name, text, values })).rows as Row[],
});

/** Within a Prisma transaction, so that a change and its event commit together. */
export const writerInTransaction = (tx: {
  $queryRawUnsafe<T>(sql: string, ...values: unknown[]): Promise<T>;
}): EventWriter => ({
  query: <Row>(_name: string, sql: string, values: unknown[]) => tx.$queryRawUnsafe<Row[]>(sql, ...values),
});

/** The tables whose rows events are about. */
const subjects = {
  booking: 'bookings',
  client: 'clients',
  inquiry: 'inquiries',
  invoice: 'invoices',
  message: 'messages',
  project: 'projects',
  task: 'tasks',
} as const;

type Subject = keyof typeof subjects;
const subjectTypes = Object.keys(subjects) as Subject[];

// As JSON, of which the planner guesses the same number of rows whatever is given: only so does it keep a plan. The guess is a hundred, for which it would
// rather read a whole table of some thousands: IS TRUE and the LIMIT keep it to the primary keys.
const given = (types: readonly Subject[]): string => `
  WITH given AS (
    SELECT * FROM jsonb_to_recordset($2::jsonb) AS g(source text, "sourceId" text, type text, "subjectType" text, "subjectId" uuid, data jsonb,
      "occurredAt" timestamptz, "causeRunId" uuid, chain int, "takenOver" boolean, "rootEventId" uuid)
  ), known AS (
    SELECT g.*, s.brand_id, s.id IS NOT NULL AS known FROM given g LEFT JOIN LATERAL (${types
      .map(
        (type) => `
      SELECT x.id, x.brand_id FROM ${subjects[type]} x
      WHERE g."subjectType" = '${type}' AND x.id = g."subjectId" AND (x.studio_id = $1::uuid) IS TRUE`,
      )
      .join(' UNION ALL')} LIMIT 1) s ON true
  )`;

// No trigger notifies: NOTIFY takes a lock that serialises all commits. The process tells the dispatcher after its commit, many at once.
const insert = (types: readonly Subject[]): string => `${given(types)}
  INSERT INTO events (studio_id, id, source, source_id, type, subject_type, subject_id, brand_id, data, occurred_at,
    cause_run_id, chain, taken_over, root_event_id)
  SELECT $1::uuid, gen_random_uuid(), source, "sourceId", type, "subjectType", "subjectId", brand_id, data, "occurredAt",
    "causeRunId", COALESCE(chain, 0), "takenOver", "rootEventId"
  FROM known WHERE NOT EXISTS (SELECT 1 FROM known WHERE NOT known.known)
  ON CONFLICT (studio_id, source, source_id) DO NOTHING
  RETURNING id::text, source, source_id AS "sourceId", false AS duplicate`;

const missing = `${given(subjectTypes)}
  SELECT "subjectType" AS type, "subjectId"::text AS id FROM known WHERE NOT known`;

// LATERAL with a LIMIT keeps the planner to the unique index, however large the table has grown since it was last analysed.
const find = `
  SELECT e.id::text, g.source, g.source_id AS "sourceId", true AS duplicate
  FROM unnest($2::text[], $3::text[]) AS g(source, source_id),
    LATERAL (SELECT id FROM events WHERE studio_id = $1::uuid AND source = g.source AND source_id = g.source_id LIMIT 1) e`;

/** Events about records that the studio does not have. None of the batch was written. */
export class UnknownSubjectsError extends Error {
  /** @param indexes of the events in the batch */
  constructor(readonly indexes: readonly number[]) {
    super(`The studio has no such record: events ${indexes.join(', ')} of the batch.`);
    this.name = 'UnknownSubjectsError';
  }
}

/**
 * Writes events, all of them or none and each once: a known (source, sourceId) is left as it stands and answered as a duplicate. The brand is the
 * record's.
 * @returns one entry per event given, in its order @throws UnknownSubjectsError
 */
export async function recordEvents(
  writer: EventWriter,
  studioId: string,
  events: readonly NewEvent[],
): Promise<RecordedEvent[]> {
  if (events.length === 0) return [];
  const values = [studioId, storableJson(events)];
  const found = byKey(await writer.query<RecordedEvent>(...insertOf(events), values));
  const rest = events.filter((event) => !found.has(eventKeyOf(event)));
  if (rest.length > 0) {
    await refuseUnknown(writer, events, values);
    // A statement of its own sees the rows of a transaction that ours has waited for.
    const keys = [studioId, rest.map(({ source }) => source), rest.map(({ sourceId }) => sourceId)];
    for (const [key, row] of byKey(await writer.query<RecordedEvent>('find-events', find, keys)))
      found.set(key, row);
  }
  return events.map((event) => found.get(eventKeyOf(event))!);
}

/** Name and text of the statement that looks into the tables of these events alone: nearly always one. */
function insertOf(events: readonly NewEvent[]): [name: string, sql: string] {
  const given = new Set<string>(events.map(({ subjectType }) => subjectType));
  const types = subjectTypes.filter((type) => given.has(type));
  const looked = types.length > 0 ? types : subjectTypes;
  // A statement's name has at most 63 characters.
  return [`record-events-${looked.map((type) => type.slice(0, 3)).join('')}`, insert(looked)];
}

async function refuseUnknown(
  writer: EventWriter,
  events: readonly NewEvent[],
  values: unknown[],
): Promise<void> {
  const rows = await writer.query<{ type: string; id: string }>('missing-subjects', missing, values);
  const unknown = new Set(rows.map(({ type, id }) => `${type}/${id}`));
  const indexes = events.flatMap(({ subjectType, subjectId }, i) =>
    unknown.has(`${subjectType}/${subjectId.toLowerCase()}`) ? [i] : [],
  );
  if (indexes.length > 0) throw new UnknownSubjectsError(indexes);
}

/** The dedupe key of an event within its studio, as one text. */
export const eventKeyOf = ({ source, sourceId }: { source: string; sourceId: string }) =>
  JSON.stringify([source, sourceId]);

/** A key that stands twice among the given ones is answered by the row that was added. */
function byKey(rows: readonly RecordedEvent[]): Map<string, RecordedEvent> {
  const found = new Map<string, RecordedEvent>();
  for (const row of rows) if (!row.duplicate || !found.has(eventKeyOf(row))) found.set(eventKeyOf(row), row);
  return found;
}
