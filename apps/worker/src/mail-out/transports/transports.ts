import type { SenderKind } from '@cueline/database';
import type { MailTransport } from '@cueline/email/smtp';
import { nodemailerTransport } from '@cueline/email/transport';
import type { Sender } from './sender.js';

/** A server and a sign-in, by a name that is unique in the studio. Trouble of one account is no other's. */
export interface SendingAccount {
  readonly name: string;
  open(): MailTransport;
}

/** The account of a sender, by its kind. A kind without an entry does not compile. */
export type SendingAccounts = { readonly [K in SenderKind]: (sender: Sender) => SendingAccount };

export const accountsOf = (configuration: { readonly SMTP_URL: string }): SendingAccounts => ({
  platform: () => ({
    name: 'platform',
    open: () => nodemailerTransport({ url: configuration.SMTP_URL }),
  }),
});

/** The only way out for mail: one transport for each account, opened when it is first needed. */
export class Transports {
  readonly #open = new Map<string, MailTransport>();

  constructor(private readonly accounts: SendingAccounts) {}

  /** The name of the account that the sender's mails leave through. */
  accountOf(sender: Sender): string {
    return this.accounts[sender.kind](sender).name;
  }

  for(sender: Sender): MailTransport {
    const account = this.accounts[sender.kind](sender);
    const known = this.#open.get(account.name);
    if (known) return known;
    const transport = account.open();
    this.#open.set(account.name, transport);
    return transport;
  }

  close(): void {
    for (const transport of this.#open.values()) transport.close();
    this.#open.clear();
  }
}
