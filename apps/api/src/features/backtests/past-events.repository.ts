import { Injectable } from '@nestjs/common';
import type { backtests } from '@cueline/contracts';
import { anyEvent, eventsAboutRun, recordsSql, type Records } from '@cueline/database';
import { StudioDatabase } from '../../platform/database/studio-database.js';

const aroundSql = recordsSql('events e', 'e.id = ANY($2::uuid[]) ORDER BY e.seq');
const laterSql = recordsSql(
  `(SELECT $1::uuid AS studio_id, $2::uuid AS subject_id, $3::text AS subject_type, $4::uuid AS client_id, $5::bigint AS event_seq) r
   JOIN LATERAL ${eventsAboutRun('r', anyEvent)} e ON true`,
  'true ORDER BY e.seq LIMIT 200',
);
const sentSql = `
  SELECT w.id::text AS "workflowId", w.name AS "workflowName", t.id::text AS "templateId", t.name AS "templateName", s.to_address AS to,
    COALESCE(s.sent_at, s.created_at) AS at
  FROM sends s JOIN runs r ON r.studio_id = s.studio_id AND r.id = s.run_id
    JOIN workflows w ON w.studio_id = r.studio_id AND w.id = r.workflow_id
    JOIN templates t ON t.studio_id = s.studio_id AND t.id = s.template_id
  WHERE s.studio_id = $1 AND r.subject_id = $2 AND r.event_seq >= $3::bigint AND s.state IN ('sending', 'sent', 'in_doubt', 'bounced')
  ORDER BY s.created_at`;

interface SentRow {
  readonly workflowId: string;
  readonly workflowName: string;
  readonly templateId: string;
  readonly templateName: string;
  readonly to: string;
  readonly at: Date;
}

/** What happened, and what was sent. */
@Injectable()
export class PastEventsRepository {
  constructor(private readonly database: StudioDatabase) {}

  /** The newest events of a type since an instant, in their order. */
  async starts(studioId: string, type: string, since: Date, limit: number): Promise<Records[]> {
    const { pool } = this.database.database;
    const { rows } = await pool.query<{ id: string }>({
      name: 'past-starts',
      text: 'SELECT id::text FROM events WHERE studio_id = $1 AND type = $2 AND occurred_at >= $3 ORDER BY seq DESC LIMIT $4',
      values: [studioId, type, since, limit],
    });
    const values = [studioId, rows.map(({ id }) => id)];
    return (await pool.query<Records>({ name: 'past-records', text: aroundSql, values })).rows;
  }

  /** What happened after an event about its record, its client and what belongs to its booking. */
  async later(
    studioId: string,
    { subject_id, subject_type, client, event_seq }: Records,
  ): Promise<Records[]> {
    const values = [studioId, subject_id, subject_type, client?.['id'] ?? null, event_seq];
    const { pool } = this.database.database;
    return (await pool.query<Records>({ name: 'later-records', text: laterSql, values })).rows;
  }

  /** What workflows sent about a record for what happened from an event on. */
  async sent(studioId: string, { subject_id, event_seq }: Records): Promise<backtests.SentMail[]> {
    const { rows } = await this.database.database.pool.query<SentRow>({
      name: 'sent-about-record',
      text: sentSql,
      values: [studioId, subject_id, event_seq],
    });
    return rows.map((row) => ({
      workflow: { id: row.workflowId, name: row.workflowName },
      template: { id: row.templateId, name: row.templateName },
      to: row.to,
      at: row.at.toISOString(),
    }));
  }
}
