import { createHash } from 'node:crypto';
import type { HeldMails, UnnoticedHold } from '@cueline/database';
import { brandLayout, escapeHtml, messageIdOf, parseAddress } from '@cueline/email';
import { automaticHeaders, composeMail, type MailTransport } from '@cueline/email/smtp';
import { reasonWords } from '@cueline/workflows';
import { cutText } from '@cueline/workflows/locale';

const AT_ONCE = 20;
const style = { name: 'Cueline', color: '#4350d6', signature: '' };

export interface HoldNoticePorts {
  readonly held: HeldMails;
  readonly transport: MailTransport;
  readonly publicUrl: string;
  readonly platformDomain: string;
}

/** Tells a studio’s owners, once, that its mails are held, because of a sender or of many strangers; from the platform’s own address. */
export class HoldNotices {
  constructor(private readonly ports: HoldNoticePorts) {}

  async sweep(now: Date): Promise<void> {
    const rows = await this.ports.held.claimUnnoticed(AT_ONCE);
    for (const hold of rows) if (!(await this.#tell(hold, now))) await this.ports.held.giveNoticeBack(hold);
  }

  /** @returns false when no owner could be told and it is worth another try */
  async #tell(hold: UnnoticedHold, now: Date): Promise<boolean> {
    const owners = hold.owners.flatMap((email) => parseAddress(email) ?? []);
    const types: string[] = [];
    for (const address of owners) types.push(await this.#send(hold, address, now));
    return types.length === 0 || types.some((type) => type !== 'temporary' && type !== 'account');
  }

  async #send(hold: UnnoticedHold, address: string, now: Date): Promise<string> {
    const { transport, platformDomain, publicUrl } = this.ports;
    const mails = hold.mails === 1 ? '1 email waits' : `${hold.mails} emails wait`;
    const subject = cutText(`${mails} in ${hold.studioName}`.replace(/\s+/g, ' '), 200);
    const lines = [
      `${mails} to be sent.`,
      ...reasonWords(hold.reason),
      'Nothing is lost, and nobody’s address is marked.',
    ];
    const html = [
      ...lines.map((line) => `<p>${escapeHtml(line)}</p>`),
      `<p><a href="${escapeHtml(publicUrl)}">Open Cueline</a></p>`,
    ].join('\n');
    const key = createHash('sha256')
      .update(JSON.stringify([hold.studioId, 'hold', hold.holdGroup, now.toISOString(), address]))
      .digest('hex');
    const from = `no-reply@${platformDomain}`;
    const message = await composeMail({
      from: { name: 'Cueline', address: from },
      to: { name: '', address },
      subject,
      html: brandLayout(style, { html, preheader: '', subject }),
      text: `${[...lines, publicUrl].join('\n\n')}\n`,
      messageId: messageIdOf(key, platformDomain),
      date: now,
      headers: automaticHeaders,
    });
    const envelope = { from, to: address };
    return (await transport.deliver({ envelope, message, onHandOver: () => Promise.resolve(true) })).type;
  }
}
