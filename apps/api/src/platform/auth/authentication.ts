import { Inject, Injectable } from '@nestjs/common';
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { isAPIError } from 'better-auth/api';
import { addressSignIn } from './address-sign-in.js';
import { publicUrl } from '@cueline/database';
import { CONFIGURATION, type Configuration } from '../configuration.js';
import { sessionToken } from './session-cookie.js';
import { sessionOfToken, type SessionRow } from './sessions.sql.js';
import { StudioDatabase } from '../database/studio-database.js';

/** Set by us from the connection, never taken from outside. */
const CLIENT_IP = 'x-cueline-client-ip';
const EIGHT_DAYS = 8 * 86_400;

function makeAuth(database: StudioDatabase, configuration: Configuration) {
  const url = publicUrl(configuration);
  return betterAuth({
    baseURL: url,
    basePath: '/api/auth',
    secret: configuration.CUELINE_SECRET,
    database: prismaAdapter(database.database.prisma, { provider: 'postgresql' }),
    user: { modelName: 'user' },
    // Sessions are read from the database with each request: no copy in a cookie outlives its session.
    session: { modelName: 'authSession', expiresIn: EIGHT_DAYS, cookieCache: { enabled: false } },
    account: { modelName: 'authAccount' },
    verification: { modelName: 'authVerification' },
    // People are invited; nobody signs up from outside.
    emailAndPassword: { enabled: true, disableSignUp: true },
    // The library's routes are not mounted, and its counters know one process only: see limits/.
    rateLimit: { enabled: false },
    logger: { disabled: true },
    telemetry: { enabled: false },
    plugins: [addressSignIn],
    advanced: {
      cookiePrefix: 'cueline',
      useSecureCookies: url.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [CLIENT_IP] },
    },
  });
}

export type SignedIn = SessionRow;

/** From where a person signs in; shown in the list of sessions. */
export interface SignInFrom {
  readonly ip: string;
  readonly userAgent: string;
}

/** Sessions in an httpOnly cookie. The library checks passwords and writes sessions; none of its own routes is open. */
@Injectable()
export class Authentication {
  readonly #auth: ReturnType<typeof makeAuth>;
  readonly #cookie: Promise<string>;

  constructor(
    private readonly database: StudioDatabase,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {
    this.#auth = makeAuth(database, configuration);
    this.#cookie = this.#auth.$context.then(({ authCookies }) => authCookies.sessionToken.name);
  }

  async signedIn({ cookie }: { readonly cookie?: unknown }): Promise<SignedIn | undefined> {
    const token = sessionToken(cookie, await this.#cookie, this.configuration.CUELINE_SECRET);
    if (!token) return undefined;
    return sessionOfToken.first(this.database.database.pool, { token });
  }

  /**
   * An address without an account takes as long as a wrong password: the library hashes in both cases.
   * @returns the Set-Cookie lines of the new session; undefined when address and password do not fit together
   */
  async signIn(
    email: string,
    password: string,
    { ip, userAgent }: SignInFrom,
  ): Promise<string[] | undefined> {
    try {
      const { headers } = await this.#auth.api.signInAddress({
        body: { email, password },
        headers: new Headers({ [CLIENT_IP]: ip, 'user-agent': userAgent }),
        returnHeaders: true,
      });
      return headers.getSetCookie();
    } catch (error) {
      if (isAPIError(error) && error.statusCode < 500) return undefined;
      throw error;
    }
  }

  /** @returns the Set-Cookie lines that take the cookies away */
  async signOut({ cookie }: { readonly cookie?: string }): Promise<string[]> {
    const headers = new Headers(cookie ? { cookie } : {});
    const answer = await this.#auth.api.signOut({ headers, returnHeaders: true });
    return answer.headers.getSetCookie();
  }
}
