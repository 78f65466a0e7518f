import { Inject, Injectable } from '@nestjs/common';
import type { mailboxes, mailServer, smtpDiagnosis } from '@cueline/contracts';
import type { MailboxView } from '@cueline/database';
import {
  cardFor,
  probeImap,
  providerOfAddress,
  providerOfHost,
  type Credentials,
  type ImapProbe,
} from '@cueline/email/diagnosis';
import { oauthClientsOf, refreshTokens, SignInExpired, type OAuthClients } from '@cueline/email/oauth';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { replyLanguage } from '../../platform/language/reply-language.js';
import { limits } from '../../platform/limits/limits.js';
import { RateLimits } from '../../platform/limits/rate-limits.js';
import { invalid, notFound } from '../../platform/problems/problem-error.js';
import { cardView } from '../smtp-accounts/card-view.js';
import { diagnosisNetwork } from '../smtp-accounts/diagnosis-network.js';
import { clientOf, fromProvider } from '../smtp-accounts/provider-problems.js';
import { serverProblems } from '../smtp-accounts/server-problems.js';
import type { Watched } from '../smtp-accounts/smtp-diagnosis.service.js';
import { MailboxesRepository } from './mailboxes.repository.js';

/** Goes through a mailbox as the one who reads it does, and says what is wrong. */
@Injectable()
export class MailboxTestsService {
  readonly #clients: OAuthClients;

  constructor(
    private readonly repository: MailboxesRepository,
    private readonly rates: RateLimits,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {
    this.#clients = oauthClientsOf(configuration);
  }

  test(
    studioId: string,
    { username: user, password, ...server }: mailboxes.TestMailboxSettings,
    watched: Watched,
  ): Promise<smtpDiagnosis.TestResult> {
    return this.#probe(studioId, { ...server, credentials: { kind: 'password', user, password } }, watched);
  }

  /** What is given instead of what is stored is tried and not kept. A test that works has the mailbox read at once. */
  async testStored(
    studioId: string,
    id: string,
    changes: mailboxes.TestMailbox,
    watched: Watched,
  ): Promise<smtpDiagnosis.TestResult> {
    const mailbox = await this.repository.read.find(studioId, id);
    if (!mailbox) throw notFound('mailbox');
    const { host, port, security, address } = { ...mailbox, ...changes };
    const credentials = await this.#credentialsOf(studioId, mailbox, changes);
    const result = await this.#probe(studioId, { host, port, security, address, credentials }, watched);
    const isAsStored = Object.values(changes).every((one) => one === undefined);
    if (result.ok && isAsStored) await this.repository.wake(studioId, id);
    return result;
  }

  async #credentialsOf(
    studioId: string,
    mailbox: MailboxView,
    { password, username }: Pick<mailboxes.TestMailbox, 'password' | 'username'>,
  ): Promise<Credentials> {
    const user = username ?? mailbox.username;
    if (password !== undefined) return { kind: 'password', user, password };
    if (mailbox.auth === 'oauth2')
      return { kind: 'oauth', user, accessToken: await this.#token(studioId, mailbox) };
    const stored = await this.repository.read.secretOf(studioId, mailbox);
    if (stored) return { kind: 'password', user, password: stored.secret };
    throw invalid([
      {
        pointer: '/password',
        detail: {
          en: 'No password is stored. Give it.',
          de: 'Es ist kein Passwort gespeichert. Gib es an.',
        },
      },
    ]);
  }

  /** Null where the permission has ended: the test shows it at the sign-in. */
  #token(studioId: string, mailbox: MailboxView): Promise<string | null> {
    const client = clientOf(this.#clients, mailbox.provider!);
    return fromProvider(async () => {
      try {
        const refresh = (token: string) => refreshTokens(client, token);
        return (await this.repository.accessToken(studioId, mailbox, refresh))?.token ?? null;
      } catch (error) {
        if (error instanceof SignInExpired) return null;
        throw error;
      }
    });
  }

  async #probe(
    studioId: string,
    probe: ImapProbe & { readonly credentials: Credentials },
    { signal, onStage }: Watched,
  ): Promise<smtpDiagnosis.TestResult> {
    const { SMTP_ALLOW } = this.configuration;
    const problems = serverProblems(probe, SMTP_ALLOW);
    if (problems.length > 0) throw invalid(problems);
    await this.rates.count({ limit: limits.accountTests, of: studioId });
    const network = diagnosisNetwork(SMTP_ALLOW, probe.port);
    const { ok, stages, failure, transcript } = await probeImap(probe, {
      network,
      signal,
      ...(onStage && { onStage }),
    });
    const provider = providerOfAddress(probe.address) ?? providerOfHost(probe.host);
    const oauth = provider?.oauth;
    const connect: mailServer.MailProvider | null =
      oauth !== undefined && this.#clients[oauth] ? oauth : null;
    const canConnect = connect !== null || probe.credentials.kind === 'oauth';
    const card = failure
      ? cardView(
          cardFor(failure, { protocol: 'imap', probe, provider }, replyLanguage(), { canConnect }),
          connect,
        )
      : null;
    return { ok, stages: [...stages], card, transcript: [...transcript] };
  }
}
