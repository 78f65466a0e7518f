import type { Pool, PoolClient } from 'pg';

/** A question that the studio is to be told of. */
export interface DueQuestion {
  readonly id: string;
  readonly studio_id: string;
  readonly run_id: string;
  readonly step_id: string;
  readonly visit: number;
  readonly reminders: number;
  /** Its run stands there and waits; else nobody is told any more. */
  readonly stands: boolean;
}

/** Somebody who is told, with the key and the Message-ID of the mail. */
export interface Told {
  readonly key: string;
  readonly message_id: string;
  readonly to_address: string;
}

// A run that is paused is not asked about until it goes on; one whose step is not on record yet is about to be.
const dueSql = `
  SELECT a.id::text, a.studio_id::text, a.run_id::text, a.step_id, a.visit, a.reminders, (r.ended_at IS NULL AND s.status = 'waiting') AS stands
  FROM approvals a JOIN runs r ON r.studio_id = a.studio_id AND r.id = a.run_id
    JOIN run_steps s ON s.studio_id = a.studio_id AND s.run_id = a.run_id AND s.step_id = a.step_id AND s.visit = a.visit
  WHERE a.state = 'waiting' AND a.remind_at <= now() AND (r.paused_at IS NULL OR r.ended_at IS NOT NULL) AND s.status <> 'running'
  ORDER BY a.remind_at LIMIT 1 FOR UPDATE OF a SKIP LOCKED`;

const membersSql = `SELECT u.email FROM members m JOIN users u ON u.id = m.user_id WHERE m.studio_id = $1 ORDER BY m.created_at, m.id`;

const tellSql = `
  INSERT INTO sends (id, studio_id, key, run_id, approval_id, brand_id, category, to_address, message_id, state, next_attempt_at)
  SELECT gen_random_uuid(), $1, g.key, $2, $3, $4, 'transactional', g.to_address, g.message_id, 'queued', now()
  FROM jsonb_to_recordset($5::jsonb) AS g(key text, to_address text, message_id text) ON CONFLICT (key) DO NOTHING`;

const noteSql = `UPDATE approvals SET reminders = $3, remind_at = $4 WHERE studio_id = $1 AND id = $2`;

/** Questions as a reminder sees them: held, in a transaction, while it is decided who is told. */
export class QuestionsRepository {
  constructor(private readonly pool: Pool) {}

  /** @returns false when no question is due */
  async withDue(work: (question: DueQuestion, on: QuestionWriter) => Promise<void>): Promise<boolean> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const { rows } = await client.query<DueQuestion>({ name: 'due-question', text: dueSql });
      if (rows[0]) await work(rows[0], new QuestionWriter(client, rows[0]));
      await client.query('COMMIT');
      return rows[0] !== undefined;
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  }
}

export class QuestionWriter {
  constructor(
    private readonly client: PoolClient,
    private readonly question: DueQuestion,
  ) {}

  async members(): Promise<string[]> {
    const values = [this.question.studio_id];
    const { rows } = await this.client.query<{ email: string }>({
      name: 'who-answers',
      text: membersSql,
      values,
    });
    return rows.map(({ email }) => email);
  }

  async tell(brandId: string, mails: readonly Told[]): Promise<void> {
    const { id, studio_id: studioId, run_id: runId } = this.question;
    const values = [studioId, runId, id, brandId, JSON.stringify(mails)];
    await this.client.query({ name: 'tell-of-question', text: tellSql, values });
  }

  /** @param next ISO instant; null for never again */
  async note(reminders: number, next: string | null): Promise<void> {
    const { id, studio_id: studioId } = this.question;
    await this.client.query({
      name: 'note-reminder',
      text: noteSql,
      values: [studioId, id, reminders, next],
    });
  }
}
