import { nameOfSmtpAccount } from '@cueline/database';
import { signingTransport, type DkimKey } from '@cueline/email/dkim';
import type { MailTransport } from '@cueline/email/smtp';
import { nodemailerTransport } from '@cueline/email/transport';
import { AccountTransport } from './account-transport.js';
import { OpenTransport } from './open-transport.js';
import type { AccountConnection, AccountPorts, SendingAccount, SendingAccounts } from './sending-account.js';
import { platform, type Sender } from './sender.js';

const nothing = () => Promise.resolve();

/** An account that is opened by what the process knows anyway, and whose state nobody keeps. */
export const fixedAccount = (name: string, open: () => MailTransport): SendingAccount => ({
  name,
  revision: 0,
  open: () => ({
    transport: open(),
    isLimited: () => Promise.resolve(false),
    noteWorking: nothing,
    noteTrouble: nothing,
  }),
});

export interface PlatformAccount {
  readonly SMTP_URL: string;
  /** What the platform's domain signs with. A brand's own server signs for the brand's domain, whose keys the operator does not have. */
  readonly dkimKeys: readonly DkimKey[];
}

export const accountsOf = (configuration: PlatformAccount, ports: AccountPorts): SendingAccounts => ({
  platform: () =>
    fixedAccount('platform', () =>
      signingTransport(nodemailerTransport({ url: configuration.SMTP_URL }), configuration.dkimKeys),
    ),
  smtp: (studioId, { accountId, accountRevision }) => ({
    name: nameOfSmtpAccount(accountId ?? ''),
    revision: accountRevision ?? 0,
    open: () => {
      const transport = new AccountTransport(ports, studioId, accountId ?? '');
      return {
        transport,
        isLimited: () => transport.isLimited(),
        noteWorking: () => transport.noteWorking(),
        noteTrouble: (cause, reason) => transport.noteTrouble(cause, reason),
      };
    },
  }),
});

/** The only way out for mail: one transport for each account, opened when it is first needed and closed when nobody does. */
export class Transports {
  readonly #open = new Map<string, OpenTransport>();

  constructor(private readonly accounts: SendingAccounts) {}

  /** The name of the account that the sender's mails leave through. */
  accountOf(studioId: string, sender: Sender): string {
    return this.accounts[sender.kind](studioId, sender).name;
  }

  /** What the platform itself writes leaves through. */
  get platform(): MailTransport {
    return this.for('', platform).transport;
  }

  for(studioId: string, sender: Sender): AccountConnection {
    const account = this.accounts[sender.kind](studioId, sender);
    const known = this.#open.get(account.name);
    // Facts that were read before the settings were changed do not open the old ones again.
    if (known && known.revision >= account.revision) return known;
    known?.retire();
    const opened = new OpenTransport(account, () => {
      if (this.#open.get(account.name) === opened) this.#open.delete(account.name);
    });
    this.#open.set(account.name, opened);
    return opened;
  }

  close(): void {
    for (const opened of this.#open.values()) opened.close();
    this.#open.clear();
  }
}
