import { Injectable } from '@nestjs/common';
import { correspondence } from '@cueline/database';
import { StudioDatabase } from '../../platform/database/studio-database.js';
import { notFound, ProblemError } from '../../platform/problems/problem-error.js';
import { Threads, tooCostly } from '../../platform/threads/threads.service.js';

export interface MailFile {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

/** Pictures that a browser shows without running anything of them; the rest is for saving, whatever its sender calls it. */
const shown = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp']);
const UNSHOWN = 'application/octet-stream';

/** Files of mails are read out of the octets that came: kept once, and taken apart where a hostile one ends nothing but its own request. */
@Injectable()
export class MailFilesService {
  constructor(
    private readonly database: StudioDatabase,
    private readonly threads: Threads,
  ) {}

  async part(studioId: string, messageId: string, number: string): Promise<MailFile> {
    const part = await this.database.of(studioId).messagePart.findFirst({ where: { messageId, number } });
    const raw = part && (await this.#octets(studioId, messageId));
    if (!raw) throw notFound('file');
    const octets = await this.#read(studioId, raw, number);
    if (!octets) throw notFound('file');
    return {
      name: part.fileName,
      type: shown.has(part.type) ? part.type : UNSHOWN,
      content: Buffer.from(octets),
    };
  }

  async raw(studioId: string, messageId: string): Promise<MailFile> {
    const raw = await this.#octets(studioId, messageId);
    if (!raw) throw notFound('message');
    return { name: 'mail.eml', type: UNSHOWN, content: Buffer.from(raw) };
  }

  async #octets(studioId: string, messageId: string): Promise<Uint8Array | undefined> {
    const { pool } = this.database.database;
    return (await correspondence.rawMail.first(pool, { studioId, messageId }))?.content;
  }

  async #read(studioId: string, raw: Uint8Array, number: string): Promise<Uint8Array | undefined> {
    try {
      return await this.threads.run(studioId, 'mailPart', { raw, number }, 'long');
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'request.tooCostly') throw tooLarge;
      throw error;
    }
  }
}

const tooLarge = tooCostly({
  en: 'This email is too large to take a file out of it. Download the email itself, and open it in a mail program.',
  de: 'Diese E-Mail ist zu groß, um eine Datei herauszunehmen. Lade die E-Mail selbst herunter und öffne sie in einem Mailprogramm.',
});
