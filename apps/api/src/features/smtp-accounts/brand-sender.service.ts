import { Inject, Injectable } from '@nestjs/common';
import type { smtpAccounts } from '@cueline/contracts';
import { platformAddress } from '@cueline/email';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { invalid, notFound } from '../../platform/problems/problem-error.js';
import { SmtpAccountsRepository } from './smtp-accounts.repository.js';

@Injectable()
export class BrandSenderService {
  constructor(
    private readonly repository: SmtpAccountsRepository,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async get(studioId: string, brandId: string): Promise<smtpAccounts.BrandSender> {
    const brand = await this.repository.brand(studioId, brandId);
    if (!brand) throw notFound('brand');
    const [sender] = brand.senders;
    const address = platformAddress(brand.studio.slug, this.configuration.PLATFORM_MAIL_DOMAIN);
    return {
      kind: sender?.kind ?? 'platform',
      accountId: sender?.accountId ?? null,
      address: sender?.address ?? address,
      fromName: sender?.fromName ?? brand.name,
    };
  }

  async choose(studioId: string, brandId: string, { accountId }: smtpAccounts.BrandSenderChoice) {
    if (!(await this.repository.brand(studioId, brandId))) throw notFound('brand');
    if (accountId === null) await this.repository.usePlatform(studioId, brandId);
    else {
      const account = await this.repository.find(studioId, accountId);
      if (account?.brandId !== brandId)
        throw invalid([
          {
            pointer: '/accountId',
            detail: {
              en: 'The brand has no such email account.',
              de: 'Dieses E-Mail-Konto hat die Marke nicht.',
            },
          },
        ]);
      await this.repository.makeDefault(studioId, account);
    }
    return this.get(studioId, brandId);
  }
}
