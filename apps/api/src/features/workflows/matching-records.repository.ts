import { Injectable } from '@nestjs/common';
import { recordsSql, type Records } from '@cueline/database';
import { StudioDatabase } from '../../platform/database/studio-database.js';
import { LAST_EVENTS, LAST_EVENTS_NEWEST_FIRST, type LastEvent } from './last-events.sql.js';

const around = recordsSql('events e', 'e.id = ANY($2::uuid[])');
const PAGE = 500;

/** CloudEvents source of what asks for runs of records that were there before the workflow. */
export const ENROLMENT = 'cueline/enrolment';
export const enrolmentId = (workflowId: string, eventId: string): string => `${workflowId}/${eventId}`;

/** The records that are there already, as a workflow that is about to be published would find them. */
@Injectable()
export class MatchingRecordsRepository {
  constructor(private readonly database: StudioDatabase) {}

  /**
   * Of each record the last event of this type, with all that is known around it now, page by page.
   * @param since only what happened from then on
   * @param first in which order they come
   */
  async *lastEvents(
    studioId: string,
    type: string,
    since: Date | null,
    first: 'oldest' | 'newest',
  ): AsyncGenerator<Records[]> {
    const text = first === 'oldest' ? LAST_EVENTS : LAST_EVENTS_NEWEST_FIRST;
    for (let after: string | null = null; ;) {
      const { rows }: { rows: LastEvent[] } = await this.database.database.pool.query<LastEvent>({
        name: `last-events-${first}`,
        text,
        values: [studioId, type, after, since, PAGE],
      });
      if (rows.length === 0) return;
      const found = await this.database.database.pool.query<Records>({
        name: 'records-around-events',
        text: around,
        values: [studioId, rows.map(({ id }) => id)],
      });
      const bySeq = new Map(found.rows.map((records) => [records.event_id, records]));
      yield rows.flatMap(({ id }) => bySeq.get(id) ?? []);
      after = rows.at(-1)!.seq;
    }
  }

  /** Which of these have had their run already: by the re-entry rule's keys, by the events themselves, or asked for by an enrolment. */
  async used(studioId: string, workflowId: string, keys: readonly string[], eventIds: readonly string[]) {
    const { rows } = await this.database.database.pool.query<{ key: string | null; event: string }>({
      name: 'runs-used-up',
      text: `SELECT reentry_key AS key, event_id::text AS event FROM runs
          WHERE studio_id = $1 AND workflow_id = $2::uuid AND (reentry_key = ANY($3::text[]) OR event_id = ANY($4::uuid[]))
        UNION ALL SELECT NULL, split_part(source_id, '/', 2) FROM events
          WHERE studio_id = $1 AND source = '${ENROLMENT}' AND source_id = ANY($5::text[])`,
      values: [studioId, workflowId, keys, eventIds, eventIds.map((id) => enrolmentId(workflowId, id))],
    });
    return {
      keys: new Set(rows.flatMap(({ key }) => key ?? [])),
      events: new Set(rows.map(({ event }) => event)),
    };
  }
}
