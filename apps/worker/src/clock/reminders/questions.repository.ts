import type { Pool, PoolClient } from 'pg';
import { inTransaction, storableJson } from '@cueline/database';
import { dueQuestionSql } from './due-question.sql.js';

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

const membersSql = `SELECT u.email FROM members m JOIN users u ON u.id = m.user_id WHERE m.studio_id = $1 ORDER BY m.created_at, m.id`;

const tellSql = `
  INSERT INTO sends (id, studio_id, key, run_id, approval_id, brand_id, category, to_address, message_id, state, next_attempt_at)
  SELECT gen_random_uuid(), $1, g.key, $2, $3, $4, 'transactional', g.to_address, g.message_id, 'queued', now()
  FROM jsonb_to_recordset($5::jsonb) AS g(key text, to_address text, message_id text) ON CONFLICT (key) DO NOTHING`;

const noteSql = `UPDATE approvals SET reminders = $3, remind_at = $4 WHERE studio_id = $1 AND id = $2`;

/** Questions as a reminder sees them: held, in a transaction, while it is decided who is told. */
export class QuestionsRepository {
  constructor(private readonly pool: Pool) {}

  /**
   * @param but ids of questions that are left alone
   * @returns the question that was due, with what went wrong about it; undefined when none is
   */
  async withDue(
    but: readonly string[],
    work: (question: DueQuestion, on: QuestionWriter) => Promise<void>,
  ): Promise<{ readonly id: string; readonly error?: unknown } | undefined> {
    let question: DueQuestion | undefined;
    try {
      return await inTransaction(this.pool, async (on) => {
        const due = { name: 'due-question', text: dueQuestionSql, values: [but] };
        question = (await on.query<DueQuestion>(due)).rows[0];
        if (question) await work(question, new QuestionWriter(on, question));
        return question;
      });
    } catch (error) {
      if (!question) throw error;
      return { id: question.id, error };
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
    const values = [studioId, runId, id, brandId, storableJson(mails)];
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
