import { Inject, Injectable } from '@nestjs/common';
import {
  keyRingOf,
  OAuthTokens,
  onPrisma,
  SmtpAccounts,
  type KeyRing,
  type NewSmtpAccount,
  type OAuthSecret,
  type RefreshTokens,
  type SmtpAccountChange,
  type SmtpAccountView,
} from '@cueline/database';
import type { Reason } from '@cueline/workflows';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { StudioDatabase, type Transaction } from '../../platform/database/studio-database.js';

@Injectable()
export class SmtpAccountsRepository {
  readonly #ring: KeyRing;

  constructor(
    private readonly database: StudioDatabase,
    @Inject(CONFIGURATION) configuration: Configuration,
  ) {
    this.#ring = keyRingOf(configuration);
  }

  list(studioId: string, brandId: string | undefined): Promise<SmtpAccountView[]> {
    return this.#outside.list(studioId, brandId);
  }

  find(studioId: string, id: string): Promise<SmtpAccountView | undefined> {
    return this.#outside.find(studioId, id);
  }

  /** A brand with the sender that it has now. */
  brand(studioId: string, id: string) {
    return this.database.of(studioId).brand.findUnique({
      where: { id },
      include: { senders: { where: { isDefault: true } }, studio: { select: { slug: true } } },
    });
  }

  /** @returns its id */
  create(studioId: string, account: NewSmtpAccount, isDefault: boolean): Promise<string> {
    return this.database.change(studioId, async (tx) => {
      const accounts = this.#on(tx);
      const id = await accounts.create(studioId, account);
      if (isDefault) await accounts.makeDefault(studioId, { id, brandId: account.brandId });
      return id;
    });
  }

  update(studioId: string, before: SmtpAccountView, change: SmtpAccountChange): Promise<boolean> {
    return this.database.change(studioId, (tx) => this.#on(tx).update(studioId, before, change));
  }

  /** A sign-in by OAuth 2 was made. */
  connect(studioId: string, id: string, tokens: OAuthSecret, expiresAt: Date): Promise<boolean> {
    return this.database.change(studioId, async (tx) => {
      const accounts = this.#on(tx);
      const account = await accounts.find(studioId, id);
      return account !== undefined && (await accounts.connect(studioId, account, tokens, expiresAt));
    });
  }

  remove(studioId: string, account: SmtpAccountView): Promise<boolean> {
    return this.database.change(studioId, (tx) => this.#on(tx).remove(studioId, account));
  }

  makeDefault(studioId: string, account: { readonly id: string; readonly brandId: string }): Promise<void> {
    return this.database.change(studioId, (tx) => this.#on(tx).makeDefault(studioId, account));
  }

  usePlatform(studioId: string, brandId: string): Promise<void> {
    return this.database.change(studioId, (tx) => this.#on(tx).usePlatform(studioId, brandId));
  }

  /** Opened, to be used at once. */
  secretOf(studioId: string, account: SmtpAccountView) {
    return this.#outside.secretOf(studioId, account);
  }

  /** A token that still counts, refreshed where it does not. @returns undefined where no sign-in was made */
  accessToken(studioId: string, { credentialId }: SmtpAccountView, refresh: RefreshTokens) {
    const tokens = new OAuthTokens(this.database.database.pool, this.#ring);
    return credentialId === null ? undefined : tokens.accessToken(studioId, credentialId, refresh);
  }

  /** The settings of this revision were proven: what waits for the account is tried now. */
  markWorking(studioId: string, { id, revision }: SmtpAccountView): Promise<void> {
    return this.database.change(studioId, async (tx) => {
      await this.#on(tx).markWorking(studioId, id, revision);
      await this.#on(tx).retry(studioId, id);
    });
  }

  markTrouble(studioId: string, account: SmtpAccountView, cause: string, reason: Reason): Promise<void> {
    return this.#outside.markTrouble(studioId, account, cause, reason);
  }

  get #outside(): SmtpAccounts {
    return new SmtpAccounts(this.database.database.pool, this.#ring);
  }

  #on(tx: Transaction): SmtpAccounts {
    return new SmtpAccounts(onPrisma(tx), this.#ring);
  }
}
