import { holdContent } from './hold-content.js';
import type { AccountMatter } from './account-matter.js';
import { mailboxContent } from './mailbox-content.js';
import { layOut, type PlatformMail } from './platform-mail.js';
import { signInContent } from './sign-in-content.js';
import type { MailWriter } from '../mail-writer.js';

export interface AccountSources {
  readonly secret: string;
  readonly publicUrl: string;
}

/** Mails about accounts: a person's sign-in, and the account that a studio's mails leave through. */
export class AccountWriter implements MailWriter<'account'> {
  constructor(private readonly sources: AccountSources) {}

  write(matter: AccountMatter): PlatformMail {
    if (matter.about === 'signIn') {
      const { mail } = matter;
      return { ...layOut(signInContent(mail, this.sources)), to: mail.toAddress, key: [mail.id] };
    }
    if (matter.about === 'mailbox') {
      const { mailbox, to, since } = matter;
      const key = [mailbox.studioId, 'mailbox', mailbox.mailboxId, since.toISOString(), to];
      return { ...layOut(mailboxContent(mailbox, this.sources.publicUrl)), to, key };
    }
    const { hold, to, since } = matter;
    const key = [hold.studioId, 'hold', hold.holdGroup, since.toISOString(), to];
    return { ...layOut(holdContent(hold, this.sources.publicUrl)), to, key };
  }
}
