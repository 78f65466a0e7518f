import { Inject, Injectable } from '@nestjs/common';
import type { smtpAccounts, smtpDiagnosis } from '@cueline/contracts';
import type { SmtpAccountView } from '@cueline/database';
import {
  accountCauseOf,
  cardFor,
  checkDomain,
  composeTestMail,
  discover,
  probeSmtp,
  providerOfDomain,
  providerOfHost,
  type Card,
  type Provider,
  type SmtpProbe,
  type StageResult,
} from '@cueline/email/diagnosis';
import { asciiDomain } from '@cueline/workflows/locale';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { replyLanguage } from '../../platform/language/reply-language.js';
import { limits } from '../../platform/limits/limits.js';
import { RateLimits } from '../../platform/limits/rate-limits.js';
import { invalid, notFound } from '../../platform/problems/problem-error.js';
import { diagnosisNetwork } from './diagnosis-network.js';
import { serverProblems } from './server-problems.js';
import { SmtpAccountsRepository } from './smtp-accounts.repository.js';

/** The caller's connection: what is tried for somebody who has left is called off. */
export interface Watched {
  readonly signal: AbortSignal;
  readonly onStage?: (stage: StageResult) => void;
}
type Server = Pick<smtpAccounts.SmtpServer, 'host' | 'port' | 'security' | 'username' | 'password'>;

const domainOf = (address: string): string => asciiDomain(address.slice(address.lastIndexOf('@') + 1));

@Injectable()
export class SmtpDiagnosisService {
  constructor(
    private readonly repository: SmtpAccountsRepository,
    private readonly rates: RateLimits,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

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
      provider: provider ? viewOf(provider) : null,
      didYouMean: didYouMean ?? null,
    };
  }

  async test(
    studioId: string,
    { address, sendTestMail, ...server }: smtpDiagnosis.TestSettings,
    watched: Watched,
  ): Promise<smtpDiagnosis.TestResult> {
    return this.#probe(studioId, server, { address, fromName: '' }, sendTestMail, watched);
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
    const secret = await this.repository.secretOf(studioId, account);
    const password = changes.password ?? secret?.secret;
    if (password === undefined || (account.auth === 'oauth2' && changes.password === undefined))
      throw invalid([{ pointer: '/password', detail: noPassword }]);
    const { host, port, security, username, address, fromName } = { ...account, ...changes };
    const server = { host, port, security, username, password };
    const result = await this.#probe(studioId, server, { address, fromName }, sendTestMail, watched);
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

  async #probe(
    studioId: string,
    { username, password, ...server }: Server,
    { address, fromName }: { readonly address: string; readonly fromName: string },
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
      credentials: { kind: 'password', user: username, password },
      ...(sendTestMail && { testMail: await composeTestMail(address, fromName, language, new Date()) }),
    };
    const network = diagnosisNetwork(this.configuration.SMTP_ALLOW, server.port);
    const options = { network, signal, ...(onStage && { onStage }) };
    const { ok, stages, failure, transcript } = await probeSmtp(probe, options);
    const provider = providerOfDomain(domainOf(address)) ?? providerOfHost(server.host);
    const card = failure ? cardView(cardFor(failure, { probe, provider }, language)) : null;
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

const cardView = ({ steps, ...card }: Card): smtpDiagnosis.DiagnosisCard => ({
  ...card,
  proposal: { ...card.proposal },
  steps: steps.map(({ text, link }) => ({ text, ...(link && { link: { ...link } }) })),
});
