import { Injectable } from '@nestjs/common';
import type { handMails } from '@cueline/contracts';
import {
  addressableRecord,
  mailsOfLetter,
  onPrisma,
  peopleOnRecord,
  queueLetter,
  recordsAround,
  writingStaff,
  type Letter,
  type LetterMail,
} from '@cueline/database';
import type { Actor } from '../../platform/auth/caller.js';
import { known } from '../../platform/paging/cursor.js';
import { StudioDatabase } from '../../platform/database/studio-database.js';
import {
  createMailDraft,
  deleteMailDraft,
  listMailDrafts,
  saveMailDraft,
  type MailDraftRow,
} from './mail-drafts.sql.js';

type Addressable = NonNullable<Awaited<ReturnType<HandMailsRepository['record']>>>;

@Injectable()
export class HandMailsRepository {
  constructor(private readonly database: StudioDatabase) {}

  get #pool() {
    return this.database.database.pool;
  }

  record(studioId: string, about: handMails.MailAbout) {
    return addressableRecord.first(this.#pool, { studioId, ...about });
  }

  people(studioId: string, about: handMails.MailAbout, { clientId, bookingId }: Addressable) {
    return peopleOnRecord.rows(this.#pool, { studioId, ...about, clientId, bookingId });
  }

  /** @param ids of some; null: all who can be written for */
  staff(studioId: string, ids: readonly string[] | null = null) {
    return writingStaff.rows(this.#pool, { studioId, ids });
  }

  async around(studioId: string, { type, id }: handMails.MailAbout, brandId: string | null) {
    return (await recordsAround.first(this.#pool, { studioId, event: '', type, id, brandId }))!;
  }

  mails(studioId: string, letterId: string) {
    return mailsOfLetter.rows(this.#pool, { studioId, letterId });
  }

  /** Queues the letter once; its draft goes with it. */
  async send(studioId: string, letter: Letter, mails: readonly LetterMail[]): Promise<void> {
    const { letterId: id, authorId } = letter;
    await this.database.change(studioId, async (tx) => {
      const on = onPrisma(tx);
      await queueLetter.run(on, { studioId, letter, mails });
      await deleteMailDraft.run(on, { studioId, authorId, id });
    });
  }

  drafts(
    studioId: string,
    { id: authorId }: Actor,
    { aboutId, cursor, limit }: handMails.MailDraftQuery,
  ): Promise<MailDraftRow[]> {
    const of = this.database.of(studioId);
    return known(
      { cursor },
      listMailDrafts.rows(this.#pool, {
        studioId,
        authorId,
        aboutId: aboutId ?? null,
        cursor: cursor ?? null,
        limit: limit + 1,
      }),
      (id) => of.mailDraft.findFirst({ where: { id, authorId }, select: { id: true } }),
    );
  }

  createDraft(
    studioId: string,
    { id: authorId }: Actor,
    { id, about, content }: handMails.NewMailDraft,
  ): Promise<MailDraftRow | undefined> {
    const params = { studioId, authorId, id, aboutType: about.type, aboutId: about.id, content };
    return createMailDraft.first(this.#pool, params);
  }

  saveDraft(
    studioId: string,
    { id: authorId }: Actor,
    id: string,
    { content }: handMails.MailDraftPatch,
  ): Promise<MailDraftRow | undefined> {
    return saveMailDraft.first(this.#pool, { studioId, authorId, id, content });
  }

  template(studioId: string, id: string): Promise<{ archivedAt: Date | null } | null> {
    return this.database.of(studioId).template.findFirst({ where: { id }, select: { archivedAt: true } });
  }

  async hasMessage(studioId: string, id: string): Promise<boolean> {
    return (await this.database.of(studioId).message.count({ where: { id } })) > 0;
  }

  async deleteDraft(studioId: string, { id: authorId }: Actor, id: string): Promise<boolean> {
    return (await deleteMailDraft.run(this.#pool, { studioId, authorId, id })) > 0;
  }
}
