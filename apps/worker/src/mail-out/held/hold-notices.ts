import type { HeldMails, UnnoticedHold } from '@cueline/database';
import { parseAddress } from '@cueline/email';
import { sendFromPlatform, type PlatformPorts } from '../writers/account/platform-mail.js';
import type { MailWriters } from '../writers/mail-writer.js';

const AT_ONCE = 20;

export interface HoldNoticePorts extends PlatformPorts {
  readonly held: HeldMails;
  readonly writer: MailWriters['account'];
}

/** Tells a studio’s owners, once, that its mails are held, because of a sender or of many strangers; from the platform’s own address. */
export class HoldNotices {
  constructor(private readonly ports: HoldNoticePorts) {}

  async sweep(now: Date): Promise<void> {
    const rows = await this.ports.held.claimUnnoticed(AT_ONCE);
    for (const hold of rows) if (!(await this.#notify(hold, now))) await this.ports.held.giveNoticeBack(hold);
  }

  /** @returns false when no owner could be told and it is worth another try */
  async #notify(hold: UnnoticedHold, now: Date): Promise<boolean> {
    const owners = hold.owners.flatMap((email) => parseAddress(email) ?? []);
    const types: string[] = [];
    for (const to of owners) {
      const mail = this.ports.writer.write({ about: 'hold', hold, to, since: now });
      types.push((await sendFromPlatform(this.ports, mail, now, () => Promise.resolve(true))).type);
    }
    return types.length === 0 || types.some((type) => type !== 'temporary' && type !== 'account');
  }
}
