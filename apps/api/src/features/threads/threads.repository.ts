import { Injectable } from '@nestjs/common';
import type { threads } from '@cueline/contracts';
import {
  addressableRecord,
  byHand,
  correspondence,
  inTransaction,
  onPrisma,
  type Queryable,
} from '@cueline/database';
import { mailSearchOf } from '@cueline/email/incoming';
import { StudioDatabase } from '../../platform/database/studio-database.js';
import { notFound } from '../../platform/problems/problem-error.js';
import { tooCostly } from '../../platform/threads/threads.service.js';
import { known } from '../../platform/paging/cursor.js';
import { messagesOfThread } from './thread-messages.sql.js';
import {
  boundSearch,
  countThreads,
  labelsOfRecords,
  linksOfThreads,
  listThreads,
  searchNewestThreads,
  searchThreads,
  threadById,
  type ThreadRow,
} from './threads.sql.js';

/** By its `statement_timeout`. */
const isCancelled = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === '57014';
const tooMuchFound = {
  en: 'This search takes too long. Look for longer or rarer words.',
  de: 'Diese Suche dauert zu lange. Suche nach längeren oder selteneren Wörtern.',
};

@Injectable()
export class ThreadsRepository {
  constructor(private readonly database: StudioDatabase) {}

  get #pool() {
    return this.database.database.pool;
  }

  list(studioId: string, { search, unread, limit, ...query }: threads.ThreadQuery): Promise<ThreadRow[]> {
    const wanted = {
      studioId,
      box: query.box,
      brandId: query.brandId ?? null,
      mailboxId: query.mailboxId ?? null,
      recordId: query.recordId ?? null,
      unread: unread === 'true',
      cursor: query.cursor ?? null,
      limit: limit + 1,
    };
    const found = search === undefined ? undefined : mailSearchOf(search);
    const rows = found ? this.#search({ ...wanted, ...found }) : listThreads.rows(this.#pool, wanted);
    const { thread } = this.database.of(studioId);
    return known(query, rows, (id) => thread.findUnique({ where: { id }, select: { id: true } }));
  }

  /** Among the newest first: together they are quick for common words and for rare ones. */
  async #search(params: Parameters<typeof searchThreads.rows>[1]): Promise<ThreadRow[]> {
    try {
      return await inTransaction(this.#pool, async (on) => {
        await boundSearch.run(on, {});
        const newest = await searchNewestThreads.rows(on, params);
        return newest.length < params.limit ? searchThreads.rows(on, params) : newest;
      });
    } catch (error) {
      throw isCancelled(error) ? tooCostly(tooMuchFound) : error;
    }
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
    if (!(await addressableRecord.first(this.#pool, { studioId, type, id }))) throw notFound('record');
    await this.#say(studioId, threadId, async (on, thread) => {
      const link = { ...thread, type, recordId: id };
      await byHand.linkThreadByHand.run(on, { ...link, by });
      await byHand.linkMessagesByHand.run(on, { ...link, state: 'on' });
      await byHand.closeThreadQuestion.run(on, { ...thread, left: null });
    });
  }

  async unlink(studioId: string, threadId: string, recordId: string, by: string): Promise<void> {
    const [record] = await this.labels(studioId, [recordId]);
    if (!record) throw notFound('record');
    await this.#say(studioId, threadId, async (on, thread) => {
      const link = { ...thread, type: record.type, recordId };
      await byHand.unlinkThreadByHand.run(on, { ...link, by });
      await byHand.linkMessagesByHand.run(on, { ...link, state: 'off' });
    });
  }

  closeQuestion(studioId: string, threadId: string): Promise<void> {
    return this.#say(studioId, threadId, (on, thread) =>
      byHand.closeThreadQuestion.run(on, { ...thread, left: false }),
    );
  }

  closeContact(studioId: string, threadId: string): Promise<void> {
    return this.#say(studioId, threadId, (on, thread) => byHand.closeNewContact.run(on, thread));
  }

  /** What a person says about a thread, while no mail is filed. */
  async #say(
    studioId: string,
    threadId: string,
    write: (
      on: Queryable,
      thread: { readonly studioId: string; readonly threadId: string },
    ) => Promise<unknown>,
  ): Promise<void> {
    await this.find(studioId, threadId);
    await this.database.change(studioId, async (tx) => {
      const on = onPrisma(tx);
      await correspondence.lockCorrespondence.run(on, { studioId });
      await write(on, { studioId, threadId });
    });
  }
}
