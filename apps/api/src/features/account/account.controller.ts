import { Body, Controller, Get, Inject, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { account } from '@cueline/contracts';
import { pingDatabase } from '@cueline/database';
import { eventTypes, fieldsFor, records } from '@cueline/workflows';
import { readableAddress } from '@cueline/workflows/locale';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, Public, type Caller } from '../../platform/auth/caller.js';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { mayDo } from '../../platform/auth/permissions.js';
import { notFound, ProblemError } from '../../platform/problems/problem-error.js';
import { StudioDatabase } from '../../platform/database/studio-database.js';
import { BrandsRepository } from '../brands/brands.repository.js';
import { LanguageRepository } from './language.repository.js';
import { StudioRepository } from '../studio/studio.repository.js';

@ApiTags('Account')
@Controller('api')
export class AccountController {
  constructor(
    private readonly brands: BrandsRepository,
    private readonly studios: StudioRepository,
    private readonly languages: LanguageRepository,
    private readonly database: StudioDatabase,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Get('v1/me')
  @RequirePermission('records:read')
  @ApiAnswer('getMe', 'The caller, and in which studio', account.me)
  async me(@CurrentCaller() { studioId, user, role }: Caller): Promise<account.Me> {
    const [{ id, name }, brands, language] = await Promise.all([
      this.studios.get(studioId),
      this.brands.list(studioId),
      user && this.languages.of(studioId, user.userId),
    ]);
    return {
      user: user && { id: user.userId, name: user.name, email: readableAddress(user.email), language },
      studio: { id, name },
      role,
      brands: brands.map(({ id, name, zone, locale, currency, isDefault }) => ({
        id,
        name,
        zone,
        locale,
        currency,
        isDefault,
      })),
      mailCatcher:
        Boolean(this.configuration.MAIL_CATCHER_URL) && role !== 'key' && mayDo(role, 'studio:own'),
    };
  }

  @Put('v1/me/language')
  @RequirePermission('account:own')
  @ApiAnswer('chooseLanguage', 'The language in which the member has the screens', account.languageChoice)
  async chooseLanguage(
    @CurrentCaller() { studioId, user }: Caller,
    @Body({ schema: account.languageChoice }) { language }: account.LanguageChoice,
  ): Promise<account.LanguageChoice> {
    if (!user) throw notFound('member');
    await this.languages.choose(studioId, user.userId, language);
    return { language };
  }

  @Get('v1/catalogue')
  @RequirePermission('automation:read')
  @ApiAnswer('getCatalogue', 'Every event type and merge field', account.catalogue)
  catalogue(): account.Catalogue {
    return {
      events: eventTypes.map(({ type, label, group, subject, roles, sample }) => ({
        type,
        label,
        group,
        subject,
        roles: [...roles],
        sample: { ...sample },
        fields: fieldsFor(type).map(({ path }) => path),
      })),
      fields: records.flatMap(({ fields }) =>
        fields.map(({ path, label, type, mayBeEmpty, sample }) => ({
          path,
          label,
          type,
          mayBeEmpty,
          sample,
        })),
      ),
    };
  }

  @Get('health/live')
  @Public()
  @ApiAnswer('live', 'The process answers', account.health)
  live() {
    return { status: 'ok' };
  }

  @Get('health/ready')
  @Public()
  @ApiAnswer('ready', 'The database answers too', account.health)
  async ready() {
    try {
      await pingDatabase(this.database.database.pool);
      return { status: 'ok' };
    } catch {
      throw new ProblemError('server.unavailable', {
        en: 'The database is away.',
        de: 'Die Datenbank ist nicht erreichbar.',
      });
    }
  }
}
