import { recordsAround, testMail } from '@cueline/database';
import { parseAddress } from '@cueline/email';
import type { Reason } from '@cueline/workflows';
import { platform } from '../../transports/sender.js';
import { answerable } from '../answerable.js';
import type { ByHandSources } from '../by-hand/by-hand-writer.js';
import type { HandWrittenMail, MailWriter, Ready } from '../mail-writer.js';
import { compose, fromBrand, type Written } from '../prepare.js';
import { unsubscribable } from '../unsubscribable.js';

/**
 * What a template says, to a member of the studio: by the sender and with the headers that a client's mail has, and with the way to unsubscribe where the template
 * is for marketing. It is nobody's correspondence.
 */
export class TestWriter implements MailWriter<'test'> {
  constructor(private readonly sources: ByHandSources) {}

  async write({ send }: HandWrittenMail): Promise<Ready> {
    const { id, studioId, key, approvalId, toAddress, messageId } = send;
    const { pool, platformDomain } = this.sources;
    const mail = (await testMail.first(pool, { studioId, sendId: id }))!;
    const { templateId, category, subject, text, html, brandId, attachments } = mail;
    const address = parseAddress(toAddress);
    if (!address) return failed({ code: 'recipient.badAddress', params: { to: toAddress } });
    const about = { studioId, event: '', type: 'template', id: templateId, brandId };
    const context = (await recordsAround.first(pool, about))!;
    if (!context.brand) return failed({ code: 'brand.missing', params: {} });
    const written: Written = {
      ...fromBrand({ ...context, runId: null }, platformDomain),
      sender: context.sender ?? platform,
      clientId: null,
      templateId,
      category,
      subject,
      text,
      html,
      attachments,
      files: await this.sources.files.load(studioId, attachments),
    };
    const mailOf = { studioId, sendKey: key };
    return compose(
      { key, purpose: 'test', stepId: null, visit: null, approvalId, messageId },
      { ...context, subjectType: 'template', subjectId: templateId, runId: null },
      unsubscribable(answerable(written, mailOf, context, this.sources), mailOf, context, this.sources),
      { name: mail.toName, address },
    );
  }
}

const failed = (reason: Reason): Ready => ({ ok: false, state: 'failed', reason });
