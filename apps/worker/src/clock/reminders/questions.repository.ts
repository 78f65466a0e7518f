import type { Pool } from 'pg';
import {
  dueQuestion,
  inTransaction,
  listedPeople,
  noteReminder,
  queueReminders,
  type DueQuestion,
  type NewReminder,
  type Queryable,
} from '@cueline/database';

export type { DueQuestion };

/** Questions as a reminder sees them: locked, in a transaction, while it is decided who is told. */
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
        question = await dueQuestion.first(on, { but });
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
    private readonly on: Queryable,
    private readonly question: DueQuestion,
  ) {}

  async members(): Promise<string[]> {
    const { studioId } = this.question;
    return (await listedPeople(this.on, 'members', studioId, null)).flatMap(({ email }) => email ?? []);
  }

  async remind(brandId: string, mails: readonly NewReminder[]): Promise<void> {
    const { id: approvalId, studioId, runId } = this.question;
    await queueReminders.run(this.on, { studioId, runId, approvalId, brandId, mails });
  }

  /** @param next ISO instant; null for never again */
  async note(reminders: number, next: string | null): Promise<void> {
    const { id: approvalId, studioId } = this.question;
    await noteReminder.run(this.on, { studioId, approvalId, reminders, next });
  }
}
