import { Inject, Injectable } from '@nestjs/common';
import type { smtpAccounts } from '@cueline/contracts';
import { publicUrl } from '@cueline/database';
import { parseAddress } from '@cueline/email';
import {
  authorizationUrl,
  exchangeCode,
  oauthClientsOf,
  type OAuthClient,
  type OAuthClients,
  type Tokens,
} from '@cueline/email/oauth';
import type { Caller } from '../../platform/auth/caller.js';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { notFound, ProblemError } from '../../platform/problems/problem-error.js';
import { BrandsRepository } from '../brands/brands.repository.js';
import { clientOf, fromProvider, refused } from './provider-problems.js';
import { beginSignIn, readState, stateOf, verifierOf, type BegunSignIn } from './sign-in-state.js';
import { SmtpAccountsRepository } from './smtp-accounts.repository.js';
import { SmtpAccountsService } from './smtp-accounts.service.js';

/** Signing in at a mail provider: authorization code with PKCE (RFC 6749 4.1, RFC 7636). */
@Injectable()
export class SignInsService {
  readonly #clients: OAuthClients;

  constructor(
    private readonly repository: SmtpAccountsRepository,
    private readonly accounts: SmtpAccountsService,
    private readonly brands: BrandsRepository,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {
    this.#clients = oauthClientsOf(configuration);
  }

  async begin(caller: Caller, body: smtpAccounts.NewSignIn): Promise<smtpAccounts.SignIn> {
    const brandId = await this.brands.brandId(caller.studioId, body.brandId);
    return this.#begin(caller, { ...body, brandId }, body.address);
  }

  async again(caller: Caller, id: string): Promise<smtpAccounts.SignIn> {
    const account = await this.repository.find(caller.studioId, id);
    if (!account) throw notFound('email account');
    if (account.provider === null)
      throw new ProblemError('resource.conflict', {
        en: 'This account signs in with a password.',
        de: 'Dieses Konto meldet sich mit einem Passwort an.',
      });
    return this.#begin(caller, { id, provider: account.provider }, account.username);
  }

  async finish(caller: Caller, { code, state }: smtpAccounts.SignInAnswer) {
    const { CUELINE_SECRET } = this.configuration;
    const begun = readState(CUELINE_SECRET, state);
    if (begun?.studioId !== caller.studioId || begun.by !== caller.by.id)
      throw new ProblemError('link.invalid', {
        en: 'This sign-in was not begun here, or too long ago. Begin it again.',
        de: 'Diese Anmeldung wurde nicht hier begonnen oder ist zu lange her. Beginne sie neu.',
      });
    const client = clientOf(this.#clients, begun.account.provider);
    const tokens = await fromProvider(() =>
      exchangeCode(client, code, verifierOf(CUELINE_SECRET, begun), this.#redirectUri),
    );
    const { accessToken, refreshToken, expiresAt } = tokens;
    if (refreshToken === null)
      throw refused('/code', {
        en: 'The provider gave no lasting permission. Begin the sign-in again and agree to all that is asked.',
        de: 'Der Anbieter hat keine dauerhafte Erlaubnis gegeben. Beginne die Anmeldung neu und stimme allem zu.',
      });
    const id = await this.#accountOf(caller.studioId, begun, client, tokens);
    await this.repository.connect(caller.studioId, id, { accessToken, refreshToken }, expiresAt);
    return this.accounts.get(caller.studioId, id);
  }

  #begin(caller: Caller, account: BegunSignIn['account'], hint: string | undefined): smtpAccounts.SignIn {
    const { CUELINE_SECRET } = this.configuration;
    const client = clientOf(this.#clients, account.provider);
    const begun = beginSignIn(account, caller.studioId, caller.by.id);
    const request = {
      redirectUri: this.#redirectUri,
      state: stateOf(CUELINE_SECRET, begun),
      verifier: verifierOf(CUELINE_SECRET, begun),
      ...(hint !== undefined && { hint }),
    };
    return { url: authorizationUrl(client, request) };
  }

  /** The account that is connected again, or a new one for whoever has signed in. */
  async #accountOf(
    studioId: string,
    { account }: BegunSignIn,
    client: OAuthClient,
    tokens: Tokens,
  ): Promise<string> {
    if ('id' in account) {
      const known = await this.repository.find(studioId, account.id);
      if (!known) throw notFound('email account');
      const { address } = tokens;
      if (address !== null && address.toLowerCase() !== known.username.toLowerCase())
        throw refused('/code', {
          en: `The sign-in is that of ${address}, and the account is that of ${known.username}.`,
          de: `Die Anmeldung gehört zu ${address}, das Konto aber zu ${known.username}.`,
        });
      return known.id;
    }
    const address = parseAddress(tokens.address ?? account.address ?? '');
    if (!address)
      throw refused('/code', {
        en: 'The provider did not say whose account it is.',
        de: 'Der Anbieter hat nicht gesagt, wessen Konto es ist.',
      });
    const { provider, isDefault, brandId, fromName, replyTo, limitPerMinute, limitPerDay } = account;
    const settings = { brandId, fromName, replyTo, limitPerMinute, limitPerDay };
    const signedIn = { address, username: address, auth: 'oauth2', provider, password: null } as const;
    return this.repository.create(studioId, { ...settings, ...client.server, ...signedIn }, isDefault);
  }

  get #redirectUri(): string {
    return `${publicUrl(this.configuration)}/email-accounts/connect`;
  }
}
