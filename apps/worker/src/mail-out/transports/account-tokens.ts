import type { SendingSmtpAccount } from '@cueline/database';
import { OAuthRefused, refreshTokens, SignInExpired } from '@cueline/email/oauth';
import type { SendOutcome } from '@cueline/email/smtp';
import type { AccessToken } from '@cueline/email/transport';
import { describeError } from '../../platform/describe-error.js';
import { cannot } from './cannot.js';
import type { AccountPorts } from './sending-account.js';

/** The access tokens of one account: each new connection signs in with one. */
export class AccountTokens {
  /** Why the last one could not be had. */
  failure: SendOutcome | undefined;
  #given: string | undefined;

  constructor(
    private readonly ports: AccountPorts,
    private readonly studioId: string,
    private readonly account: Pick<SendingSmtpAccount, 'credentialId' | 'provider'>,
  ) {}

  /** @param renew the mail server has refused the one that was given last */
  async next(renew: boolean): Promise<AccessToken> {
    try {
      const fresh = await this.#next(renew);
      this.failure = undefined;
      this.#given = fresh.token;
      return fresh;
    } catch (error) {
      this.failure = failureFor(error);
      throw error;
    }
  }

  async #next(renew: boolean): Promise<AccessToken> {
    const { credentialId, provider } = this.account;
    const client = provider === null ? undefined : this.ports.clients[provider];
    if (!client) throw new OAuthRefused('The operator has not registered Cueline with this provider.');
    const refresh = (refreshToken: string) => refreshTokens(client, refreshToken);
    const rejected = renew ? this.#given : undefined;
    const fresh = await this.ports.tokens.accessToken(this.studioId, credentialId ?? '', refresh, rejected);
    if (!fresh) throw new SignInExpired('No sign-in has been made.');
    return fresh;
  }
}

function failureFor(error: unknown): SendOutcome {
  if (error instanceof SignInExpired) return cannot('expired', error.message);
  if (error instanceof OAuthRefused) return cannot('signInOff', error.message);
  // The provider, or the row that another process refreshes at this moment: worth another try.
  return {
    type: 'temporary',
    cause: 'busy',
    code: 'EOAUTH2',
    reply: describeError(error),
    handedOver: false,
  };
}
