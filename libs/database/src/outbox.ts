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
  query<Row>(sql: string, values: unknown[]): Promise<Row[]>;
}

export const writerOn = (connection: Pool | PoolClient): EventWriter => ({
  query: async <Row>(text: string, values: unknown[]) =>
    (await connection.query({ name: 'record-events', text, values })).rows as Row[],
});

/** Within a Prisma transaction, so that a change and its event commit together. */
export const writerInTransaction = (tx: {
  $queryRawUnsafe<T>(sql: string, ...values: unknown[]): Promise<T>;
}): EventWriter => ({
  query: <Row>(sql: string, values: unknown[]) => tx.$queryRawUnsafe<Row[]>(sql, ...values),
});

// No trigger notifies: NOTIFY takes a lock that serialises all commits. The process tells the dispatcher after its commit, many at once.
const insert = `
  WITH given AS (
    SELECT * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::uuid[], $8::jsonb[], $9::timestamptz[])
      WITH ORDINALITY AS g(source, source_id, type, subject_type, subject_id, brand_id, data, occurred_at, ord)
  ), added AS (
    INSERT INTO events (studio_id, id, source, source_id, type, subject_type, subject_id, brand_id, data, occurred_at)
    SELECT $1::uuid, gen_random_uuid(), source, source_id, type, subject_type, subject_id, brand_id, data, occurred_at FROM given ORDER BY ord
    ON CONFLICT (studio_id, source, source_id) DO NOTHING
    RETURNING id, source, source_id
  )
  SELECT id::text, source, source_id AS "sourceId", false AS duplicate FROM added
  UNION ALL
  SELECT e.id::text, e.source, e.source_id, true FROM given g
    JOIN events e ON e.studio_id = $1::uuid AND e.source = g.source AND e.source_id = g.source_id`;

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
  const values = valuesOf(studioId, events);
  const found = byKey(await writer.query<RecordedEvent>(insert, values));
  if (events.some((event) => !found.has(keyOf(event)))) {
    // Another transaction wrote the same key while ours waited for it: a second statement sees its row.
    for (const [key, row] of byKey(await writer.query<RecordedEvent>(insert, values)))
      if (!found.has(key)) found.set(key, row);
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
