import { Inject, Injectable } from '@nestjs/common';
import {
  keyRingOf,
  Mailboxes,
  OAuthTokens,
  onPrisma,
  SmtpAccounts,
  type FolderChange,
  type KeyRing,
  type MailboxChange,
  type MailboxView,
  type NewMailbox,
  type RefreshTokens,
} from '@cueline/database';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { StudioDatabase, type Transaction } from '../../platform/database/studio-database.js';

@Injectable()
export class MailboxesRepository {
  readonly #ring: KeyRing;

  constructor(
    private readonly database: StudioDatabase,
    @Inject(CONFIGURATION) configuration: Configuration,
  ) {
    this.#ring = keyRingOf(configuration);
  }

  /** For what is only read. */
  get read(): Mailboxes {
    return new Mailboxes(this.database.database.pool, this.#ring);
  }

  /** @returns its id; undefined where the studio has this mailbox already */
  create(studioId: string, mailbox: NewMailbox): Promise<string | undefined> {
    return this.#change(studioId, (mailboxes) => mailboxes.create(studioId, mailbox));
  }

  /** A new password is for sending as well, where that signs in with the same one: what waited there goes on. */
  update(studioId: string, before: MailboxView, change: MailboxChange): Promise<boolean> {
    return this.database.change(studioId, async (tx) => {
      const on = onPrisma(tx);
      if (!(await new Mailboxes(on, this.#ring).update(studioId, before, change))) return false;
      const { password } = change;
      if (password === undefined || before.smtpAccountId === null) return true;
      const accounts = new SmtpAccounts(on, this.#ring);
      const account = await accounts.find(studioId, before.smtpAccountId);
      if (account) await accounts.update(studioId, account, { ...account, password });
      return true;
    });
  }

  remove(studioId: string, mailbox: MailboxView): Promise<boolean> {
    return this.#change(studioId, (mailboxes) => mailboxes.remove(studioId, mailbox));
  }

  pause(studioId: string, id: string): Promise<void> {
    return this.#change(studioId, (mailboxes) => mailboxes.pause(studioId, id));
  }

  resume(studioId: string, id: string): Promise<void> {
    return this.#change(studioId, (mailboxes) => mailboxes.resume(studioId, id));
  }

  wake(studioId: string, id: string): Promise<void> {
    return this.#change(studioId, (mailboxes) => mailboxes.wake(studioId, id));
  }

  /** @returns false where the mailbox has no such folder */
  setFolder(studioId: string, id: string, folderId: string, change: FolderChange): Promise<boolean> {
    return this.#change(studioId, (mailboxes) => mailboxes.setFolder(studioId, id, folderId, change));
  }

  /** A token that still counts, refreshed where it does not. @returns undefined where no sign-in was made */
  async accessToken(studioId: string, { credentialId }: MailboxView, refresh: RefreshTokens) {
    if (credentialId === null) return undefined;
    const tokens = new OAuthTokens(this.database.database.pool, this.#ring);
    return tokens.accessToken(studioId, credentialId, refresh);
  }

  #change<T>(studioId: string, work: (mailboxes: Mailboxes) => Promise<T>): Promise<T> {
    return this.database.change(studioId, (tx: Transaction) => work(new Mailboxes(onPrisma(tx), this.#ring)));
  }
}
