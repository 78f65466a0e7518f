import type { HeldMails } from '@cueline/database';
import { notifyOwners } from '../writers/account/notify-owners.js';
import type { PlatformPorts } from '../writers/account/platform-mail.js';
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
    const { held, writer } = this.ports;
    for (const hold of await held.claimUnnoticed(AT_ONCE)) {
      const mailTo = (to: string) => writer.write({ about: 'hold', hold, to, since: now });
      if (!(await notifyOwners(this.ports, hold.owners, mailTo, now))) await held.giveNoticeBack(hold);
    }
  }
}
