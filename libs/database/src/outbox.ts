import type { Pool, PoolClient } from 'pg';

/** A fact to be recorded. `(source, sourceId)` is its dedupe key within the studio (CloudEvents `source` and `id`). */
export interface NewEvent {
  readonly source: string;
  readonly sourceId: string;
  readonly type: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly brandId: string | null;
  readonly data: object;
  readonly occurredAt: Date;
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

// No trigger notifies: NOTIFY takes a lock that serialises all commits. The process tells the dispatcher after its commit, many at once.
const insert = `
  INSERT INTO events (studio_id, id, source, source_id, type, subject_type, subject_id, brand_id, data, occurred_at)
  SELECT $1::uuid, gen_random_uuid(), g.* FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::uuid[], $8::jsonb[],
    $9::timestamptz[]) AS g
  ON CONFLICT (studio_id, source, source_id) DO NOTHING
  RETURNING id::text, source, source_id AS "sourceId", false AS duplicate`;

// LATERAL with a LIMIT keeps the planner to the unique index, however large the table has grown since it was last analysed.
const find = `
  SELECT e.id::text, g.source, g.source_id AS "sourceId", true AS duplicate
  FROM unnest($2::text[], $3::text[]) AS g(source, source_id),
    LATERAL (SELECT id FROM events WHERE studio_id = $1::uuid AND source = g.source AND source_id = g.source_id LIMIT 1) e`;

/**
 * Writes events, each once: a known (source, sourceId) is left as it stands and answered as a duplicate.
 * @returns one entry per event given, in its order
 */
export async function recordEvents(
  writer: EventWriter,
  studioId: string,
  events: readonly NewEvent[],
): Promise<RecordedEvent[]> {
  if (events.length === 0) return [];
  const found = byKey(await writer.query<RecordedEvent>('record-events', insert, valuesOf(studioId, events)));
  const known = events.filter((event) => !found.has(keyOf(event)));
  if (known.length > 0) {
    // A statement of its own sees the rows of a transaction that ours has waited for.
    const values = [studioId, known.map(({ source }) => source), known.map(({ sourceId }) => sourceId)];
    for (const [key, row] of byKey(await writer.query<RecordedEvent>('find-events', find, values)))
      found.set(key, row);
  }
  return events.map((event) => found.get(keyOf(event))!);
}

const keyOf = ({ source, sourceId }: { source: string; sourceId: string }) =>
  JSON.stringify([source, sourceId]);

/** A key that stands twice among the given ones is answered by the row that was added. */
function byKey(rows: readonly RecordedEvent[]): Map<string, RecordedEvent> {
  const found = new Map<string, RecordedEvent>();
  for (const row of rows) if (!row.duplicate || !found.has(keyOf(row))) found.set(keyOf(row), row);
  return found;
}

function valuesOf(studioId: string, events: readonly NewEvent[]): unknown[] {
  const column = <K extends keyof NewEvent>(key: K) => events.map((event) => event[key]);
  return [
    studioId,
    column('source'),
    column('sourceId'),
    column('type'),
    column('subjectType'),
    column('subjectId'),
    column('brandId'),
    events.map((event) => JSON.stringify(event.data)),
    events.map((event) => event.occurredAt.toISOString()),
  ];
}
