import { received, type Queryable } from '@cueline/database';
import { parseAddress, parseMail, platformAddress } from '@cueline/email';
import { forwardedMail, receivedHead } from '@cueline/email/smtp';
import { localAt } from '@cueline/workflows';
import { platform } from '../../transports/sender.js';
import { suppressed, type HandWrittenMail, type MailWriter, type Ready } from '../mail-writer.js';

/** Of what was passed on, so much is kept to be read beside the mail itself. */
const MOST_TEXT = 10_000;

export interface ForwardSources {
  readonly pool: Queryable;
  readonly platformDomain: string;
}

/** An answer that came to the platform's address, on its way to the studio's own: as its writer sent it, answers to the writer. */
export class ForwardWriter implements MailWriter<'forward'> {
  constructor(private readonly sources: ForwardSources) {}

  async write({ send }: HandWrittenMail): Promise<Ready> {
    const { id, studioId, key, messageId, toAddress } = send;
    const mail = await received.mailToForward.first(this.sources.pool, { studioId, sendId: id });
    const address = parseAddress(toAddress);
    if (!mail || !address) return suppressed('recipient.changed');
    const source = mail.content.toString('latin1');
    const { replyTo, subject } = receivedHead(source);
    const from = {
      name: [replyTo?.name || replyTo?.address, mail.brandName].filter(Boolean).join(' · '),
      address: platformAddress(mail.studioSlug, this.sources.platformDomain),
    };
    const now = new Date();
    return {
      ok: true,
      prepared: {
        message: Buffer.from(forwardedMail(source, { from, messageId }), 'latin1'),
        sender: platform,
        record: {
          ...{ key, messageId, subject, purpose: 'forward', category: 'transactional' },
          ...{ runId: null, stepId: null, visit: null, approvalId: null, senderId: null, clientId: null },
          ...{ templateId: null, brandId: mail.brandId, toAddress: address, toName: '' },
          ...{ subjectType: 'receivedMail', subjectId: mail.id, fromAddress: from.address },
          ...{ text: textOf(source), html: '', day: localAt(now.toISOString(), mail.zone).slice(0, 10) },
        },
      },
    };
  }
}

const textOf = (source: string): string =>
  (parseMail(source).parts.find(({ type }) => type === 'text/plain')?.text ?? '').slice(0, MOST_TEXT);
