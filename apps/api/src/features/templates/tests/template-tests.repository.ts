import { Injectable } from '@nestjs/common';
import { mailsOfLetter, queueLetter, recordsAround, type Letter, type LetterMail } from '@cueline/database';
import { StudioDatabase } from '../../../platform/database/studio-database.js';
import { isForMarketing, memberMailbox } from './template-tests.sql.js';

@Injectable()
export class TemplateTestsRepository {
  constructor(private readonly database: StudioDatabase) {}

  get #pool() {
    return this.database.database.pool;
  }

  /** @param address a member's; undefined: the user's own */
  mailbox(studioId: string, userId: string | undefined, address: string | undefined) {
    return memberMailbox.first(this.#pool, { studioId, userId: userId ?? null, address: address ?? null });
  }

  async isForMarketing(studioId: string, id: string): Promise<boolean> {
    return (await isForMarketing.first(this.#pool, { studioId, id }))!.isForMarketing;
  }

  /** By what a mail of the brand is sent. */
  async surroundings(studioId: string, id: string, brandId: string) {
    return (await recordsAround.first(this.#pool, { studioId, event: '', type: 'template', id, brandId }))!;
  }

  mails(studioId: string, letterId: string) {
    return mailsOfLetter.rows(this.#pool, { studioId, letterId });
  }

  async queue(studioId: string, letter: Letter, mail: LetterMail): Promise<void> {
    await queueLetter.run(this.#pool, { studioId, letter, mails: [mail] });
  }
}
