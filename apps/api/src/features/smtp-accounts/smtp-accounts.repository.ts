import { Inject, Injectable } from '@nestjs/common';
import {
  keyRingOf,
  onPrisma,
  SmtpAccounts,
  type KeyRing,
  type NewSmtpAccount,
  type OAuthSecret,
  type SmtpAccountChange,
  type SmtpAccountView,
} from '@cueline/database';
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

  get #outside(): SmtpAccounts {
    return new SmtpAccounts(this.database.database.pool, this.#ring);
  }

  #on(tx: Transaction): SmtpAccounts {
    return new SmtpAccounts(onPrisma(tx), this.#ring);
  }
}
