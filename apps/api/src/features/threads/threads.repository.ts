import { Injectable } from '@nestjs/common';
import type { threads } from '@cueline/contracts';
import { addressableRecord, byHand, onPrisma } from '@cueline/database';
import { mailSearchOf } from '@cueline/email/incoming';
import { StudioDatabase } from '../../platform/database/studio-database.js';
import { notFound } from '../../platform/problems/problem-error.js';
import { known } from '../../platform/paging/cursor.js';
import { messagesOfThread } from './thread-messages.sql.js';
import { countThreads, labelsOfRecords, linksOfThreads, listThreads, threadById } from './threads.sql.js';

@Injectable()
export class ThreadsRepository {
  constructor(private readonly database: StudioDatabase) {}

  get #pool() {
    return this.database.database.pool;
  }

  list(studioId: string, { search, cursor, unread, limit, ...query }: threads.ThreadQuery) {
    const wanted = search === undefined ? undefined : mailSearchOf(search);
    const { thread } = this.database.of(studioId);
    return known(
      { cursor },
      listThreads.rows(this.#pool, {
        studioId,
        box: query.box,
        brandId: query.brandId ?? null,
        mailboxId: query.mailboxId ?? null,
        recordId: query.recordId ?? null,
        unread: unread === 'true',
        words: wanted?.words ?? null,
        piece: wanted?.piece ?? null,
        cursor: cursor ?? null,
        limit: limit + 1,
      }),
      (id) => thread.findUnique({ where: { id }, select: { id: true } }),
    );
  }

  async find(studioId: string, id: string) {
    const row = await threadById.first(this.#pool, { studioId, id });
    if (!row) throw notFound('conversation');
    return row;
  }

  async counts(studioId: string) {
    return (await countThreads.first(this.#pool, { studioId }))!;
  }

  messages(studioId: string, threadId: string) {
    return messagesOfThread.rows(this.#pool, { studioId, threadId });
  }

  links(studioId: string, threadIds: readonly string[]) {
    return linksOfThreads.rows(this.#pool, { studioId, threadIds });
  }

  labels(studioId: string, ids: readonly string[]) {
    return labelsOfRecords.rows(this.#pool, { studioId, ids });
  }

  /** @throws ProblemError for a record that the studio does not have */
  async link(studioId: string, threadId: string, { type, id }: threads.RecordRef, by: string): Promise<void> {
    await this.find(studioId, threadId);
    if (!(await addressableRecord.first(this.#pool, { studioId, type, id }))) throw notFound('record');
    await this.database.change(studioId, async (tx) => {
      const on = onPrisma(tx);
      await byHand.linkThreadByHand.run(on, { studioId, threadId, type, recordId: id, by });
      await byHand.closeThreadQuestion.run(on, { studioId, threadId, left: null });
    });
  }

  async unlink(studioId: string, threadId: string, recordId: string, by: string): Promise<void> {
    await this.find(studioId, threadId);
    await this.database.change(studioId, async (tx) => {
      const on = onPrisma(tx);
      await byHand.unlinkThreadByHand.run(on, { studioId, threadId, recordId, by });
      await byHand.unlinkMessagesByHand.run(on, { studioId, threadId, recordId });
    });
  }

  async closeQuestion(studioId: string, threadId: string): Promise<void> {
    await this.find(studioId, threadId);
    await this.database.change(studioId, (tx) =>
      byHand.closeThreadQuestion.run(onPrisma(tx), { studioId, threadId, left: false }),
    );
  }

  async closeContact(studioId: string, threadId: string): Promise<void> {
    await this.find(studioId, threadId);
    await this.database.change(studioId, (tx) =>
      byHand.closeNewContact.run(onPrisma(tx), { studioId, threadId }),
    );
  }
}
