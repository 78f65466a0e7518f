import { Inject, Injectable } from '@nestjs/common';
import type { smtpAccounts } from '@cueline/contracts';
import { heldGroupOf, lateGroupOf, nameOfSmtpAccount, type SmtpAccountView } from '@cueline/database';
import { describeReason } from '@cueline/workflows';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { replyLanguage } from '../../platform/language/reply-language.js';
import { invalid, notFound, ProblemError } from '../../platform/problems/problem-error.js';
import { BrandsRepository } from '../brands/brands.repository.js';
import { BrandSenderService } from './brand-sender.service.js';
import { serverProblems } from './server-problems.js';
import { shownServer } from './shown-server.js';
import { SmtpAccountsRepository } from './smtp-accounts.repository.js';

@Injectable()
export class SmtpAccountsService {
  constructor(
    private readonly repository: SmtpAccountsRepository,
    private readonly brands: BrandsRepository,
    private readonly senders: BrandSenderService,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async list(studioId: string, { brandId }: smtpAccounts.SmtpAccountQuery) {
    return { items: (await this.repository.list(studioId, brandId)).map(view) };
  }

  async get(studioId: string, id: string): Promise<smtpAccounts.SmtpAccountView> {
    return view(await this.#account(studioId, id));
  }

  async create(studioId: string, { isDefault, brandId: wanted, ...body }: smtpAccounts.NewSmtpAccount) {
    this.#mustBeAllowed(body);
    const brandId = await this.brands.brandId(studioId, wanted);
    if (!(await this.brands.find(studioId, brandId))) throw notFound('brand');
    const account = { ...body, brandId, auth: 'password', provider: null } as const;
    return this.get(studioId, await this.repository.create(studioId, account, isDefault));
  }

  async update(studioId: string, id: string, revision: number, patch: smtpAccounts.SmtpAccountPatch) {
    const before = await this.#account(studioId, id);
    this.#mustBeSeen(before, revision);
    const { host, port, security, username, fromName, address, replyTo, limitPerMinute, limitPerDay } =
      before;
    const settings = {
      ...{ host, port, security, username, fromName, address, replyTo, limitPerMinute, limitPerDay },
      ...patch,
    };
    this.#mustBeAllowed(settings);
    if (before.auth === 'oauth2' && patch.password !== undefined)
      throw invalid([
        {
          pointer: '/password',
          detail: {
            en: 'This account signs in at its provider and has no password.',
            de: 'Dieses Konto meldet sich bei seinem Anbieter an und hat kein Passwort.',
          },
        },
      ]);
    if (!(await this.repository.update(studioId, before, settings))) throw changedMeanwhile();
    return this.get(studioId, id);
  }

  async remove(studioId: string, id: string, revision: number): Promise<smtpAccounts.SmtpAccountRemoved> {
    const before = await this.#account(studioId, id);
    this.#mustBeSeen(before, revision);
    if (!(await this.repository.remove(studioId, before))) throw changedMeanwhile();
    const { address } = await this.senders.get(studioId, before.brandId);
    return { released: before.held, waiting: before.late, from: address };
  }

  async #account(studioId: string, id: string): Promise<SmtpAccountView> {
    const account = await this.repository.find(studioId, id);
    if (!account) throw notFound('email account');
    return account;
  }

  #mustBeSeen({ revision: now }: SmtpAccountView, revision: number): void {
    if (now !== revision) throw changedMeanwhile(now);
  }

  #mustBeAllowed(server: Parameters<typeof serverProblems>[0]): void {
    const problems = serverProblems(server, this.configuration.SMTP_ALLOW);
    if (problems.length > 0) throw invalid(problems);
  }
}

const changedMeanwhile = (revision?: number) =>
  new ProblemError(
    'revision.conflict',
    {
      en: 'Load the email account again and repeat your change.',
      de: 'Lade das E-Mail-Konto neu und wiederhole deine Änderung.',
    },
    { ...(revision !== undefined && { revision }) },
  );

const view = (row: SmtpAccountView): smtpAccounts.SmtpAccountView => ({
  id: row.id,
  brandId: row.brandId,
  address: row.address,
  fromName: row.fromName,
  replyTo: row.replyTo,
  ...shownServer(row),
  limitPerMinute: row.limitPerMinute,
  limitPerDay: row.limitPerDay,
  isDefault: row.isDefault,
  health: healthOf(row),
  revision: row.revision,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

const healthOf = (row: SmtpAccountView): smtpAccounts.SmtpAccountHealth => ({
  state: row.state,
  cause: row.cause,
  reasonCode: row.reason?.code ?? null,
  reasons: describeReason(row.reason, replyLanguage()),
  since: row.since.toISOString(),
  provenAt: row.provenAt?.toISOString() ?? null,
  held: row.held,
  late: row.late,
  oldestHeldAt: row.oldestHeldAt?.toISOString() ?? null,
  nextTryAt: row.nextTryAt?.toISOString() ?? null,
  delayed: row.delayed,
  heldGroup: heldGroupOf(nameOfSmtpAccount(row.id)),
  lateGroup: lateGroupOf(nameOfSmtpAccount(row.id)),
});
