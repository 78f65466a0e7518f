import { filesAmong, storedFileContent, type Attachment, type Queryable } from '@cueline/database';
import type { AttachedFile } from '@cueline/email/smtp';
import { MissingRowError } from '../../platform/failures/failure.js';

/** Octets of contents that are kept at hand: many mails carry the same file. */
const KEPT = 30_000_000;

/** The files that mails carry. What an id names never changes. */
export class AttachedFiles {
  readonly #kept = new Map<string, AttachedFile>();
  #octets = 0;

  constructor(private readonly on: Queryable) {}

  async load(studioId: string, attachments: readonly Attachment[]): Promise<AttachedFile[]> {
    const files: AttachedFile[] = [];
    for (const id of filesAmong(attachments)) files.push(await this.#file(studioId, id));
    return files;
  }

  async #file(studioId: string, id: string): Promise<AttachedFile> {
    const key = `${studioId}/${id}`;
    const known = this.#kept.get(key);
    if (known) return known;
    const file = await storedFileContent.first(this.on, { studioId, id });
    if (!file) throw new MissingRowError(`There is no file ${id}.`);
    this.#kept.set(key, file);
    this.#octets += file.content.length;
    // The oldest goes: Maps keep the order in which keys came.
    for (const [oldest, { content }] of this.#kept) {
      if (this.#octets <= KEPT) break;
      this.#kept.delete(oldest);
      this.#octets -= content.length;
    }
    return file;
  }
}
