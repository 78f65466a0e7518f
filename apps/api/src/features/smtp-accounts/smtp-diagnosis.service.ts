import { Inject, Injectable } from '@nestjs/common';
import type { mailServer, smtpAccounts, smtpDiagnosis } from '@cueline/contracts';
import type { SmtpAccountView } from '@cueline/database';
import {
  accountCauseOf,
  cardFor,
  checkDomain,
  composeTestMail,
  discover,
  probeSmtp,
  providerOfAddress,
  providerOfHost,
  type Card,
  type Credentials,
  type Provider,
  type SmtpProbe,
  type StageResult,
} from '@cueline/email/diagnosis';
import { oauthClientsOf, refreshTokens, SignInExpired, type OAuthClients } from '@cueline/email/oauth';
import { asciiDomain } from '@cueline/workflows/locale';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { replyLanguage } from '../../platform/language/reply-language.js';
import { limits } from '../../platform/limits/limits.js';
import { RateLimits } from '../../platform/limits/rate-limits.js';
import { invalid, notFound } from '../../platform/problems/problem-error.js';
import { cardView } from './card-view.js';
import { diagnosisNetwork } from './diagnosis-network.js';
import { clientOf, fromProvider } from './provider-problems.js';
import { serverProblems } from './server-problems.js';
import { SmtpAccountsRepository } from './smtp-accounts.repository.js';

/** The caller's connection: what is tried for somebody who has left is called off. */
export interface Watched {
  readonly signal: AbortSignal;
  readonly onStage?: (stage: StageResult) => void;
}
interface Sender {
  readonly address: string;
  readonly fromName: string;
  readonly credentials: Credentials;
}
type Server = Pick<smtpAccounts.SmtpServer, 'host' | 'port' | 'security'>;

const domainOf = (address: string): string => asciiDomain(address.slice(address.lastIndexOf('@') + 1));

@Injectable()
export class SmtpDiagnosisService {
  readonly #clients: OAuthClients;

  constructor(
    private readonly repository: SmtpAccountsRepository,
    private readonly rates: RateLimits,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {
    this.#clients = oauthClientsOf(configuration);
  }

  async discover(
    studioId: string,
    { address }: smtpDiagnosis.DiscoverSettings,
    signal: AbortSignal,
  ): Promise<smtpDiagnosis.FoundSettings> {
    await this.rates.count({ limit: limits.accountSearches, of: studioId });
    const network = diagnosisNetwork(this.configuration.SMTP_ALLOW);
    const { provider, didYouMean, takesMail, smtp, imap } = await discover(network, address, signal);
    return {
      ...{ address, takesMail, smtp: [...smtp], imap: [...imap] },
      provider: provider ? { ...viewOf(provider), connect: this.#connectAt(provider) } : null,
      didYouMean: didYouMean ?? null,
    };
  }

  async test(
    studioId: string,
    { address, sendTestMail, username: user, password, ...server }: smtpDiagnosis.TestSettings,
    watched: Watched,
  ): Promise<smtpDiagnosis.TestResult> {
    const credentials = { kind: 'password', user, password } as const;
    return this.#probe(studioId, server, { address, fromName: '', credentials }, sendTestMail, watched);
  }

  /** What is given instead of what is stored is tried and not kept. */
  async testStored(
    studioId: string,
    id: string,
    { sendTestMail, ...changes }: smtpDiagnosis.TestAccount,
    watched: Watched,
  ): Promise<smtpDiagnosis.TestResult> {
    const account = await this.repository.find(studioId, id);
    if (!account) throw notFound('email account');
    const { host, port, security, address, fromName } = { ...account, ...changes };
    const credentials = await this.#credentialsOf(studioId, account, changes);
    const who = { address, fromName, credentials };
    const result = await this.#probe(studioId, { host, port, security }, who, sendTestMail, watched);
    if (Object.values(changes).every((one) => one === undefined))
      await this.#record(studioId, account, result);
    return result;
  }

  async checkDomain({ address, host }: smtpDiagnosis.DomainToCheck): Promise<smtpDiagnosis.DomainCheck> {
    const network = diagnosisNetwork(this.configuration.SMTP_ALLOW);
    const provider = host === undefined ? undefined : providerOfHost(host);
    const { domain, isOwn, findings } = await checkDomain(network, domainOf(address), provider);
    const language = replyLanguage();
    return {
      ...{ domain, isOwn },
      findings: findings.map(({ message, ...rest }) => ({ ...rest, message: message[language] })),
    };
  }

  async #credentialsOf(
    studioId: string,
    account: SmtpAccountView,
    { password, username }: Pick<smtpDiagnosis.TestAccount, 'password' | 'username'>,
  ): Promise<Credentials> {
    const user = username ?? account.username;
    if (password !== undefined) return { kind: 'password', user, password };
    if (account.auth === 'oauth2')
      return { kind: 'oauth', user, accessToken: await this.#token(studioId, account) };
    const stored = await this.repository.secretOf(studioId, account);
    if (stored === undefined) throw invalid([{ pointer: '/password', detail: noPassword }]);
    return { kind: 'password', user, password: stored.secret };
  }

  /** Null where the permission has ended: the test shows it at the sign-in. */
  async #token(studioId: string, account: SmtpAccountView): Promise<string | null> {
    const client = clientOf(this.#clients, account.provider!);
    const refresh = async (token: string) => refreshTokens(client, token);
    return fromProvider(async () => {
      try {
        return (await this.repository.accessToken(studioId, account, refresh))?.token ?? null;
      } catch (error) {
        if (error instanceof SignInExpired) return null;
        throw error;
      }
    });
  }

  #connectAt({ oauth }: Provider): mailServer.MailProvider | null {
    return oauth !== undefined && this.#clients[oauth] ? oauth : null;
  }

  async #probe(
    studioId: string,
    server: Server,
    { address, fromName, credentials }: Sender,
    sendTestMail: boolean,
    { signal, onStage }: Watched,
  ): Promise<smtpDiagnosis.TestResult> {
    const problems = serverProblems(server, this.configuration.SMTP_ALLOW);
    if (problems.length > 0) throw invalid(problems);
    await this.rates.count({ limit: limits.accountTests, of: studioId });
    const language = replyLanguage();
    const probe: SmtpProbe = {
      ...server,
      address,
      localName: this.configuration.PLATFORM_MAIL_DOMAIN,
      credentials,
      ...(sendTestMail && { testMail: await composeTestMail(address, fromName, language, new Date()) }),
    };
    const network = diagnosisNetwork(this.configuration.SMTP_ALLOW, server.port);
    const options = { network, signal, ...(onStage && { onStage }) };
    const { ok, stages, failure, transcript } = await probeSmtp(probe, options);
    const provider = providerOfAddress(address) ?? providerOfHost(server.host);
    const connect = provider ? this.#connectAt(provider) : null;
    const canConnect = connect !== null || credentials.kind === 'oauth';
    const card = failure
      ? cardView(cardFor(failure, { probe, provider }, language, { canConnect }), connect)
      : null;
    return { ok, stages: [...stages], card, transcript: [...transcript] };
  }

  /** The last proof is how the account is. */
  async #record(studioId: string, account: SmtpAccountView, { ok, card }: smtpDiagnosis.TestResult) {
    if (ok) return this.repository.markWorking(studioId, account);
    const cause = card ? accountCauseOf[card.cause as Card['cause']] : undefined;
    if (!cause) return;
    const reason = {
      code: `account.${cause}`,
      params: { reply: card?.said ?? '', from: account.address },
    } as const;
    await this.repository.markTrouble(studioId, account, cause, reason);
  }
}

const noPassword = {
  en: 'Nothing is stored to sign in with. Give the password.',
  de: 'Zum Anmelden ist nichts gespeichert. Gib das Passwort an.',
};

const viewOf = ({ id, name, signIn, passwordPage, switchOnPage }: Provider) => ({
  ...{ id, name, signIn: [...signIn] },
  passwordPage: passwordPage ?? null,
  switchOnPage: switchOnPage ?? null,
});
