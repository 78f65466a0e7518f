import type { MailboxNoticeQueue } from '@cueline/database';
import { notifyOwners } from '../../mail-out/writers/account/notify-owners.js';
import type { PlatformPorts } from '../../mail-out/writers/account/platform-mail.js';
import type { MailWriters } from '../../mail-out/writers/mail-writer.js';

const AT_ONCE = 20;

export interface MailboxNoticePorts extends PlatformPorts {
  readonly mailboxes: MailboxNoticeQueue;
  readonly writer: MailWriters['account'];
}

/** Tells a studio’s owners, once, that a mailbox is not read any more, and why; from the platform’s own address. */
export class MailboxNotices {
  constructor(private readonly ports: MailboxNoticePorts) {}

  async sweep(now: Date): Promise<void> {
    const { mailboxes, writer } = this.ports;
    for (const mailbox of await mailboxes.claim(AT_ONCE)) {
      const mailTo = (to: string) => writer.write({ about: 'mailbox', mailbox, to, since: now });
      if (!(await notifyOwners(this.ports, mailbox.owners, mailTo, now))) await mailboxes.giveBack(mailbox);
    }
  }
}
