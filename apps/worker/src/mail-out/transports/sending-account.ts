import type { OAuthTokens, SenderKind, SmtpAccounts } from '@cueline/database';
import type { HostList } from '@cueline/egress';
import type { OAuthClients } from '@cueline/email/oauth';
import type { AccountCause, MailTransport } from '@cueline/email/smtp';
import type { Reason } from '@cueline/workflows';
import type { Sender } from './sender.js';

/** A server and a sign-in, by a name that is unique in the studio. Trouble of one account is no other's. */
export interface SendingAccount {
  readonly name: string;
  /** Of its settings: with another one it is opened anew. */
  readonly revision: number;
  open(): AccountConnection;
}

/** What an account's mails leave through, and where it is written how the account is. */
export interface AccountConnection {
  readonly transport: MailTransport;
  /** The account has limits of its own: each mail needs a place. */
  isLimited(): Promise<boolean>;
  /** The server has accepted something. */
  noteWorking(): Promise<void>;
  noteTrouble(cause: AccountCause, reason: Reason): Promise<void>;
}

/** The account of a sender, by its kind. A kind without an entry does not compile. */
export type SendingAccounts = {
  readonly [K in SenderKind]: (studioId: string, sender: Sender) => SendingAccount;
};

export interface AccountPorts {
  readonly accounts: SmtpAccounts;
  /** Hosts that the operator allows. */
  readonly allow: HostList;
  readonly tokens: OAuthTokens;
  /** Where accounts may sign in by OAuth 2. */
  readonly clients: OAuthClients;
}
