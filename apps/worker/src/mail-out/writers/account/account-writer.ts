import { holdContent } from './hold-content.js';
import type { AccountMatter } from './account-matter.js';
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
    const { hold, to, since } = matter;
    const key = [hold.studioId, 'hold', hold.holdGroup, since.toISOString(), to];
    return { ...layOut(holdContent(hold, this.sources.publicUrl)), to, key };
  }
}
