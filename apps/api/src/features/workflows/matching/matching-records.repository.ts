import { Injectable } from '@nestjs/common';
import type { RecordContext } from '@cueline/database';
import { StudioDatabase } from '../../../platform/database/studio-database.js';
import { ENROLMENT, lastEvents, recordsOfEvents, runsUsedUp } from './matching-records.sql.js';

const PAGE = 500;

export { ENROLMENT };
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
  ): AsyncGenerator<RecordContext[]> {
    const { pool } = this.database.database;
    for (let after: string | null = null; ;) {
      const rows: { id: string; seq: string }[] = await lastEvents[first].rows(pool, {
        studioId,
        type,
        after,
        since,
        limit: PAGE,
      });
      if (rows.length === 0) return;
      const found = await recordsOfEvents.rows(pool, { studioId, eventIds: rows.map(({ id }) => id) });
      const byId = new Map(found.map((records) => [records.eventId, records]));
      yield rows.flatMap(({ id }) => byId.get(id) ?? []);
      after = rows.at(-1)!.seq;
    }
  }

  /** Which of these have had their run already: by the re-entry rule's keys, by the events themselves, or asked for by an enrolment. */
  async used(studioId: string, workflowId: string, keys: readonly string[], eventIds: readonly string[]) {
    const enrolmentIds = eventIds.map((id) => enrolmentId(workflowId, id));
    const rows = await runsUsedUp.rows(this.database.database.pool, {
      studioId,
      workflowId,
      keys,
      eventIds,
      enrolmentIds,
    });
    return {
      keys: new Set(rows.flatMap(({ key }) => key ?? [])),
      events: new Set(rows.map(({ event }) => event)),
    };
  }
}
