import { Inject, Injectable } from '@nestjs/common';
import type { mailboxes } from '@cueline/contracts';
import type { MailboxView, NewMailbox } from '@cueline/database';
import { describeReason } from '@cueline/workflows';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { replyLanguage } from '../../platform/language/reply-language.js';
import { invalid, notFound, ProblemError } from '../../platform/problems/problem-error.js';
import { BrandsRepository } from '../brands/brands.repository.js';
import { serverProblems } from '../smtp-accounts/server-problems.js';
import { SmtpAccountsRepository } from '../smtp-accounts/smtp-accounts.repository.js';
import { journalText } from './journal-text.js';
import { folderOf, viewOf } from './mailbox-view.js';
import { MailboxesRepository } from './mailboxes.repository.js';

@Injectable()
export class MailboxesService {
  constructor(
    private readonly repository: MailboxesRepository,
    private readonly accounts: SmtpAccountsRepository,
    private readonly brands: BrandsRepository,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async list(studioId: string, { brandId }: mailboxes.MailboxQuery) {
    return { items: (await this.repository.read.list(studioId, brandId)).map(viewOf) };
  }

  async get(studioId: string, id: string): Promise<mailboxes.MailboxView> {
    return viewOf(await this.#mailbox(studioId, id));
  }

  async create(studioId: string, body: mailboxes.NewMailbox): Promise<mailboxes.MailboxView> {
    const { password, smtpAccountId, brandId: wanted, horizon, ...place } = body;
    this.#mustBeAllowed(place);
    const signIn = await this.#signIn(studioId, password, smtpAccountId);
    const brandId = await this.brands.brandId(studioId, wanted ?? signIn.brandId);
    if (!(await this.brands.find(studioId, brandId))) throw notFound('brand');
    const mailbox = { ...place, ...signIn, brandId, horizon: horizon === null ? null : new Date(horizon) };
    const id = await this.repository.create(studioId, mailbox);
    if (id === undefined)
      throw new ProblemError('resource.conflict', {
        en: `${place.address} is connected already.`,
        de: `${place.address} ist schon verbunden.`,
      });
    return this.get(studioId, id);
  }

  async update(studioId: string, id: string, revision: number, patch: mailboxes.MailboxPatch) {
    const before = await this.#seen(studioId, id, revision);
    const { password, horizon, ...place } = patch;
    const { address, host, port, security, username } = { ...before, ...place };
    this.#mustBeAllowed({ host, port, security });
    if (before.auth === 'oauth2' && password !== undefined)
      throw invalid([{ pointer: '/password', detail: hasNoPassword }]);
    const change = {
      ...{ address, host, port, security, username, password },
      horizon: horizon === undefined ? before.horizon : horizon === null ? null : new Date(horizon),
    };
    if (!(await this.repository.update(studioId, before, change))) throw changedMeanwhile();
    return this.get(studioId, id);
  }

  async remove(studioId: string, id: string, revision: number): Promise<void> {
    if (!(await this.repository.remove(studioId, await this.#seen(studioId, id, revision))))
      throw changedMeanwhile();
  }

  async pause(studioId: string, id: string) {
    await this.#mailbox(studioId, id);
    await this.repository.pause(studioId, id);
    return this.get(studioId, id);
  }

  async resume(studioId: string, id: string) {
    await this.#mailbox(studioId, id);
    await this.repository.resume(studioId, id);
    return this.get(studioId, id);
  }

  async syncNow(studioId: string, id: string) {
    const { state } = await this.#mailbox(studioId, id);
    if (state === 'paused')
      throw new ProblemError('resource.conflict', {
        en: 'This inbox is paused. Resume it first.',
        de: 'Dieser Posteingang ist angehalten. Setze ihn zuerst fort.',
      });
    await this.repository.wake(studioId, id);
    return this.get(studioId, id);
  }

  async folders(studioId: string, id: string) {
    await this.#mailbox(studioId, id);
    return { items: (await this.repository.read.folders(studioId, id)).map(folderOf) };
  }

  async setFolder(
    studioId: string,
    { id, folderId }: mailboxes.MailFolderParam,
    patch: mailboxes.MailFolderPatch,
  ) {
    await this.#mailbox(studioId, id);
    if (!(await this.repository.setFolder(studioId, id, folderId, patch))) throw notFound('folder');
    return this.folders(studioId, id);
  }

  async journal(studioId: string, id: string) {
    await this.#mailbox(studioId, id);
    const language = replyLanguage();
    const lines = await this.repository.read.journal(studioId, id);
    return {
      items: lines.map(({ id: line, at, fact, folder }) => ({
        ...{ id: line, at: at.toISOString(), fact: fact.fact },
        text: journalText(fact, folder, language),
      })),
    };
  }

  async quarantined(studioId: string, id: string) {
    await this.#mailbox(studioId, id);
    const language = replyLanguage();
    const mails = await this.repository.read.quarantined(studioId, id);
    return {
      items: mails.map(({ at, reason, ...mail }) => ({
        ...mail,
        at: at.toISOString(),
        reason: describeReason(reason, language).join(' '),
      })),
    };
  }

  /** With a password of its own, or as an account for sending does. */
  async #signIn(
    studioId: string,
    password: string | undefined,
    smtpAccountId: string | undefined,
  ): Promise<Pick<NewMailbox, 'auth' | 'provider' | 'secret'> & { readonly brandId?: string }> {
    if (password !== undefined && smtpAccountId === undefined)
      return { auth: 'password', provider: null, secret: { password } };
    const account =
      smtpAccountId === undefined || password !== undefined
        ? undefined
        : await this.accounts.find(studioId, smtpAccountId);
    if (!account?.credentialId) throw invalid([{ pointer: '/password', detail: passwordOrAccount }]);
    const { auth, provider, credentialId, brandId } = account;
    return { auth, provider, secret: { credentialId }, brandId };
  }

  async #mailbox(studioId: string, id: string): Promise<MailboxView> {
    const found = await this.repository.read.find(studioId, id);
    if (!found) throw notFound('mailbox');
    return found;
  }

  async #seen(studioId: string, id: string, revision: number): Promise<MailboxView> {
    const found = await this.#mailbox(studioId, id);
    if (found.revision !== revision) throw changedMeanwhile(found.revision);
    return found;
  }

  #mustBeAllowed(server: Parameters<typeof serverProblems>[0]): void {
    const problems = serverProblems(server, this.configuration.SMTP_ALLOW);
    if (problems.length > 0) throw invalid(problems);
  }
}

const passwordOrAccount = {
  en: 'Give a password, or the email account whose sign-in opens this inbox as well.',
  de: 'Gib ein Passwort an oder das E-Mail-Konto, dessen Anmeldung auch diesen Posteingang öffnet.',
};
const hasNoPassword = {
  en: 'This inbox signs in at its provider and has no password.',
  de: 'Dieser Posteingang meldet sich bei seinem Anbieter an und hat kein Passwort.',
};

const changedMeanwhile = (revision?: number) =>
  new ProblemError(
    'revision.conflict',
    {
      en: 'Load the inbox again and repeat your change.',
      de: 'Lade den Posteingang neu und wiederhole deine Änderung.',
    },
    { ...(revision !== undefined && { revision }) },
  );
