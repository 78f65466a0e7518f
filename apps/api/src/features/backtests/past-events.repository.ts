import { Injectable } from '@nestjs/common';
import type { backtests } from '@cueline/contracts';
import type { RecordContext } from '@cueline/database';
import { StudioDatabase } from '../../platform/database/studio-database.js';
import { laterRecords, pastRecords, pastStarts, sentAboutRecord } from './past-events.sql.js';

/** What happened, and what was sent. */
@Injectable()
export class PastEventsRepository {
  constructor(private readonly database: StudioDatabase) {}

  /** The newest events of a type since an instant, in their order. */
  async starts(studioId: string, type: string, since: Date, limit: number): Promise<RecordContext[]> {
    const { pool } = this.database.database;
    const found = await pastStarts.rows(pool, { studioId, type, since, limit });
    return pastRecords.rows(pool, { studioId, eventIds: found.map(({ id }) => id) });
  }

  /** What happened after an event, of which a run that it had started would hear. */
  later(
    studioId: string,
    { subjectId, subjectType, client, eventSeq }: RecordContext,
  ): Promise<RecordContext[]> {
    const run = { subjectId, subjectType, clientId: client?.id ?? null, eventSeq };
    return laterRecords.rows(this.database.database.pool, { studioId, ...run });
  }

  /** What workflows sent about a record for what happened from an event on. */
  async sent(studioId: string, { subjectId, eventSeq }: RecordContext): Promise<backtests.SentMail[]> {
    const rows = await sentAboutRecord.rows(this.database.database.pool, { studioId, subjectId, eventSeq });
    return rows.map((row) => ({
      workflow: { id: row.workflowId, name: row.workflowName },
      template: { id: row.templateId, name: row.templateName },
      to: row.to,
      at: row.at.toISOString(),
    }));
  }
}
