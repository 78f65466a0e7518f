import type { Pool } from 'pg';
import { inTransaction } from '../client/in-transaction.js';
import type { Queryable } from '../client/statement.js';
import { Credentials } from './credentials.js';
import { lockCredential } from './credentials.sql.js';
import type { KeyRing } from './key-ring.js';

/** A token that is used up within a minute is none any more: the sign-in and its server take their time. */
const LEAST_MS = 60_000;

export interface OAuthSecret {
  readonly accessToken: string;
  readonly refreshToken: string;
}
export interface FreshToken {
  readonly token: string;
  readonly expiresAt: Date;
}
/** Asks the provider for the next ones. */
export type RefreshTokens = (refreshToken: string) => Promise<Refreshed>;
interface Refreshed {
  readonly accessToken: string;
  readonly refreshToken: string | null;
  readonly expiresAt: Date;
}

/** Access tokens of accounts that sign in by OAuth 2, refreshed by one process at a time. */
export class OAuthTokens {
  constructor(
    private readonly pool: Pool,
    private readonly ring: KeyRing,
  ) {}

  /**
   * A refresh holds the row's lock: of two processes at once one asks the provider, and the other reads what came of it. Some providers end a grant whose refresh
   * token is used twice.
   * @param rejected the token that the mail server does not take any more, whatever its time
   * @returns undefined where there is no such secret
   */
  async accessToken(
    studioId: string,
    id: string,
    refresh: RefreshTokens,
    rejected?: string,
  ): Promise<FreshToken | undefined> {
    const known = await this.#read(this.pool, studioId, id);
    if (!known || isFresh(known, rejected)) return known;
    return inTransaction(this.pool, async (on) => {
      await lockCredential.run(on, { studioId, id });
      const now = await this.#read(on, studioId, id);
      if (!now || isFresh(now, rejected)) return now;
      const { accessToken, refreshToken, expiresAt } = await refresh(now.refreshToken);
      const secret: OAuthSecret = { accessToken, refreshToken: refreshToken ?? now.refreshToken };
      await new Credentials(on, this.ring).replace(studioId, id, JSON.stringify(secret), expiresAt);
      return { token: accessToken, expiresAt };
    });
  }

  async #read(on: Queryable, studioId: string, id: string) {
    const found = await new Credentials(on, this.ring).open(studioId, id);
    if (found?.kind !== 'oauth2') return undefined;
    const { accessToken, refreshToken } = JSON.parse(found.secret) as OAuthSecret;
    return { token: accessToken, refreshToken, expiresAt: found.expiresAt ?? new Date(0) };
  }
}

const isFresh = ({ token, expiresAt }: FreshToken, rejected: string | undefined): boolean =>
  token !== rejected && expiresAt.getTime() - Date.now() > LEAST_MS;
