import { randomUUID } from 'node:crypto';
import type { Reason } from '@cueline/workflows';
import type { Queryable } from '../client/statement.js';
import { Credentials } from '../credentials/credentials.js';
import type { KeyRing } from '../credentials/key-ring.js';
import type { OAuthSecret } from '../credentials/oauth-tokens.js';
import type { MailAuth } from '../generated/client.js';
import * as ledger from '../ledger/account-holds.sql.js';
import * as limits from '../ledger/account-limits.sql.js';
import { heldGroupOf, nameOfSmtpAccount } from '../ledger/account-groups.sql.js';
import { wakeMailboxesOf } from '../mail/mailboxes.sql.js';
import * as sql from './smtp-accounts.sql.js';

/** A brand's own account as its owner describes it. */
export interface NewSmtpAccount extends sql.SmtpSettings, sql.SenderAddress {
  readonly brandId: string;
  readonly auth: MailAuth;
  readonly provider: sql.MailProvider | null;
  /** Null until the sign-in of an OAuth 2 account has been made. */
  readonly password: string | null;
}

export interface SmtpAccountChange extends sql.SmtpSettings, sql.SenderAddress {
  /** Undefined leaves the secret as it is. */
  readonly password?: string | undefined;
}

/** The tables `senders` and `smtp_accounts`: what a brand's mails leave through. On a transaction where several statements belong together. */
export class SmtpAccounts {
  readonly #credentials: Credentials;

  constructor(
    private readonly on: Queryable,
    ring: KeyRing,
  ) {
    this.#credentials = new Credentials(on, ring);
  }

  /** @returns its id */
  async create(studioId: string, { password, ...account }: NewSmtpAccount): Promise<string> {
    const id = randomUUID();
    const credentialId = password === null ? null : await this.#seal(studioId, password);
    await sql.insertSmtpAccount.run(this.on, { ...account, studioId, id, credentialId });
    await sql.insertAccountSender.run(this.on, { ...account, studioId, accountId: id });
    await limits.openUsage.run(this.on, { studioId, accountId: id });
    return id;
  }

  /**
   * A sign-in by OAuth 2 was made: what waited for it goes on, and a mailbox of the same sign-in is read again.
   * @returns false when somebody has changed the account meanwhile
   */
  async connect(
    studioId: string,
    before: sql.SmtpAccountView,
    tokens: OAuthSecret,
    expiresAt: Date,
  ): Promise<boolean> {
    const { id, revision } = before;
    const secret = JSON.stringify(tokens);
    const credentialId =
      before.credentialId ??
      (await this.#credentials.create(studioId, { kind: 'oauth2', secret, expiresAt }));
    const settings = { ...before, studioId, id, revision, credentialId, isOtherSignIn: true };
    if ((await sql.updateSmtpAccount.run(this.on, settings)) === 0) return false;
    if (before.credentialId !== null) {
      await this.#credentials.replace(studioId, before.credentialId, secret, expiresAt);
      await wakeMailboxesOf.run(this.on, { studioId, credentialId });
    }
    await this.retry(studioId, id);
    return true;
  }

  /**
   * What waited for a repair is tried at once by the new settings, a mailbox with the same password connects anew, and what the old limits delayed finds its place anew.
   * @returns false when somebody has changed it meanwhile
   */
  async update(
    studioId: string,
    before: sql.SmtpAccountView,
    { password, ...change }: SmtpAccountChange,
  ): Promise<boolean> {
    const { id, revision } = before;
    const isOtherSignIn =
      password !== undefined ||
      (['host', 'port', 'security', 'username', 'address'] as const).some(
        (key) => before[key] !== change[key],
      );
    const credentialId =
      password !== undefined && before.credentialId === null
        ? await this.#seal(studioId, password)
        : before.credentialId;
    const settings = { ...change, studioId, id, revision, credentialId, isOtherSignIn };
    if ((await sql.updateSmtpAccount.run(this.on, settings)) === 0) return false;
    if (password !== undefined && before.credentialId !== null) {
      await this.#credentials.replace(studioId, before.credentialId, password);
      await wakeMailboxesOf.run(this.on, { studioId, credentialId: before.credentialId });
    }
    await sql.updateAccountSender.run(this.on, { ...change, studioId, accountId: id });
    if ((['limitPerMinute', 'limitPerDay'] as const).some((key) => before[key] !== change[key]))
      await ledger.recallPlaces.run(this.on, { studioId, accountId: id });
    if (isOtherSignIn) await this.retry(studioId, id);
    return true;
  }

  /**
   * Its senders go with it, and its brand sends from the platform's address. Its held mails go on by the sender that their brand has then.
   * @returns false when somebody has changed it meanwhile
   */
  async remove(studioId: string, account: sql.SmtpAccountView): Promise<boolean> {
    const { id, brandId, revision, credentialId, isDefault } = account;
    await ledger.recallPlaces.run(this.on, { studioId, accountId: id });
    if ((await sql.deleteSmtpAccount.run(this.on, { studioId, id, revision })) === 0) return false;
    if (credentialId !== null) await this.#credentials.remove(studioId, credentialId);
    if (isDefault) await sql.makePlatformSenderDefault.run(this.on, { studioId, brandId });
    await ledger.clearAccountGroup.run(this.on, { studioId, holdGroup: heldGroupOf(nameOfSmtpAccount(id)) });
    return true;
  }

  /** What the brand's other accounts hold is tried at once: it leaves from here now. */
  async makeDefault(studioId: string, { id, brandId }: { readonly id: string; readonly brandId: string }) {
    await this.#retryAll(studioId, brandId);
    await sql.clearDefaultSender.run(this.on, { studioId, brandId });
    await sql.makeDefaultSender.run(this.on, { studioId, accountId: id });
  }

  /** The brand sends from the platform's address. */
  async usePlatform(studioId: string, brandId: string): Promise<void> {
    await this.#retryAll(studioId, brandId);
    await sql.clearDefaultSender.run(this.on, { studioId, brandId });
    await sql.makePlatformSenderDefault.run(this.on, { studioId, brandId });
  }

  list(studioId: string, brandId: string | null = null): Promise<sql.SmtpAccountView[]> {
    return sql.listSmtpAccounts.rows(this.on, { studioId, id: null, brandId });
  }

  find(studioId: string, id: string): Promise<sql.SmtpAccountView | undefined> {
    return sql.listSmtpAccounts.first(this.on, { studioId, id, brandId: null });
  }

  /** As it is opened to send. */
  sending(studioId: string, id: string): Promise<sql.SendingSmtpAccount | undefined> {
    return sql.findSendingAccount.first(this.on, { studioId, id });
  }

  /** The password, or what an OAuth 2 sign-in gave: to be used at once and not kept. */
  async secretOf(studioId: string, { credentialId }: { readonly credentialId: string | null }) {
    return credentialId === null ? undefined : this.#credentials.open(studioId, credentialId);
  }

  async markWorking(studioId: string, id: string, revision: number): Promise<void> {
    await sql.markAccountWorking.run(this.on, { studioId, id, revision });
  }

  async markTrouble(
    studioId: string,
    { id, revision }: { readonly id: string; readonly revision: number },
    cause: string,
    reason: Reason,
  ): Promise<void> {
    await sql.markAccountTrouble.run(this.on, { studioId, id, revision, cause, reason });
  }

  /** One of its held mails is tried now; the others follow when it is accepted. */
  async retry(studioId: string, id: string): Promise<void> {
    await ledger.retryAccount.run(this.on, { studioId, holdGroup: heldGroupOf(nameOfSmtpAccount(id)) });
  }

  async #retryAll(studioId: string, brandId: string): Promise<void> {
    for (const { id } of await this.list(studioId, brandId)) await this.retry(studioId, id);
  }

  #seal(studioId: string, secret: string): Promise<string> {
    return this.#credentials.create(studioId, { kind: 'password', secret, expiresAt: null });
  }
}
