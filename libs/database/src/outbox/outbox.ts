import type { Queryable } from '../client/statement.js';
import { findEvents, insertEvents, missingSubjects, type NewEvent } from './events.sql.js';

export type { NewEvent } from './events.sql.js';

export interface RecordedEvent {
  readonly id: string;
  readonly source: string;
  readonly sourceId: string;
  /** It was there already: the id is the first one's. */
  readonly duplicate: boolean;
}

/** Events about records that the studio does not have. None of the batch was written. */
export class UnknownSubjectsError extends Error {
  /** @param indexes of the events in the batch */
  constructor(readonly indexes: readonly number[]) {
    super(`The studio has no such record: events ${indexes.join(', ')} of the batch.`);
    this.name = 'UnknownSubjectsError';
  }
}

/**
 * Writes events, all of them or none and each once: a known (source, sourceId) is left as it is and answered as a duplicate. The brand is the
 * record's.
 * @returns one entry per event given, in its order @throws UnknownSubjectsError
 */
export async function recordEvents(
  on: Queryable,
  studioId: string,
  events: readonly NewEvent[],
): Promise<RecordedEvent[]> {
  if (events.length === 0) return [];
  const insert = insertEvents(events.map(({ subjectType }) => subjectType));
  const found = byKey(await insert.rows(on, { studioId, events }));
  const rest = events.filter((event) => !found.has(eventKeyOf(event)));
  if (rest.length > 0) {
    await refuseUnknown(on, studioId, events);
    // Must be a separate statement: only then does READ COMMITTED show rows committed while we waited for the lock.
    const keys = {
      sources: rest.map(({ source }) => source),
      sourceIds: rest.map(({ sourceId }) => sourceId),
    };
    for (const [key, row] of byKey(await findEvents.rows(on, { studioId, ...keys }))) found.set(key, row);
  }
  return events.map((event) => found.get(eventKeyOf(event))!);
}

async function refuseUnknown(on: Queryable, studioId: string, events: readonly NewEvent[]): Promise<void> {
  const rows = await missingSubjects.rows(on, { studioId, events });
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
