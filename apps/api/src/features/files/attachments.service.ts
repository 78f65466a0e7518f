import { Injectable } from '@nestjs/common';
import type { attachments } from '@cueline/contracts';
import { filesAmong, type Attachment, type StoredFileHead } from '@cueline/database';
import { attachmentLimits } from '@cueline/email';
import type { Facts } from '@cueline/workflows';
import { invalid } from '../../platform/problems/problem-error.js';
import { calendarAttached } from './calendar-attached.js';
import { FilesRepository } from './files.repository.js';

/** What mails carry: checked before it is kept, and shown as their readers see it. */
@Injectable()
export class AttachmentsService {
  constructor(private readonly repository: FilesRepository) {}

  /** @throws ProblemError for a file that the studio does not have, and for more than a mail may carry */
  async check(studioId: string, given: readonly Attachment[] = []): Promise<void> {
    const heads = await this.#heads(studioId, given);
    const missing = given.findIndex((one) => one.type === 'file' && !heads.has(one.file));
    if (missing >= 0) throw invalid([{ pointer: `/attachments/${missing}/file`, ...noFile }]);
    const octets = filesAmong(given).reduce((sum, id) => sum + heads.get(id)!.octets, 0);
    if (octets > attachmentLimits.mail) throw invalid([{ pointer: '/attachments', ...tooLarge(octets) }]);
  }

  /** A calendar file is missing where the facts have no booking. */
  async shown(studioId: string, facts: Facts, given: readonly Attachment[]): Promise<attachments.Attached[]> {
    const heads = await this.#heads(studioId, given);
    return given.flatMap((one) => {
      if (one.type === 'calendar') return calendarAttached(facts) ?? [];
      const head = heads.get(one.file);
      return head ? [fileAttached(head)] : [];
    });
  }

  async #heads(studioId: string, given: readonly Attachment[]): Promise<ReadonlyMap<string, StoredFileHead>> {
    const ids = filesAmong(given);
    if (ids.length === 0) return new Map();
    return new Map((await this.repository.heads(studioId, ids)).map((head) => [head.id, head]));
  }
}

const fileAttached = ({ id, name, type, octets }: StoredFileHead): attachments.Attached => ({
  ...{ type: 'file', file: id, name, mediaType: type, octets },
});

const noFile = {
  code: 'attachment.missing',
  detail: {
    en: 'There is no such file. Upload it, and attach it by the id of the answer.',
    de: 'Diese Datei gibt es nicht. Lade sie hoch und hänge sie mit der ID der Antwort an.',
  },
};

/** Megabytes, with one digit: 8.3 */
const megabytes = (octets: number): string => (Math.ceil(octets / 100_000) / 10).toFixed(1);
const tooLarge = (octets: number) => ({
  code: 'attachment.tooMuch',
  detail: {
    en: `The files have ${megabytes(octets)} MB together; many mail servers take no more than 7 MB. Take one off, make one smaller, or put it on the web and link to it.`,
    de: `Die Dateien haben zusammen ${megabytes(octets).replace('.', ',')} MB; viele Mailserver nehmen höchstens 7 MB an. Nimm eine heraus, verkleinere eine oder stelle sie ins Netz und verlinke sie.`,
  },
});
