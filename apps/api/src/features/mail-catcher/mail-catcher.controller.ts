import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { account, pageQuery, type PageQuery } from '@cueline/contracts';
import { Answers } from '../../platform/answers.js';
import { Needs } from '../../platform/caller.js';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { notFound, ProblemError } from '../../platform/problem-error.js';

/** The mails of the local catcher, for an owner to look at. It knows no studios, so it is there in the embedded mode alone. */
@ApiTags('Mail catcher')
@Controller('api/v1/mail-catcher/messages')
export class MailCatcherController {
  constructor(@Inject(CONFIGURATION) private readonly configuration: Configuration) {}

  @Get()
  @Needs('studio:own')
  @Answers('listCaughtMails', 'What the local mail catcher holds, newest first', account.caughtMailList)
  list(@Query({ schema: pageQuery }) { limit }: PageQuery): Promise<account.CaughtMailList> {
    return this.#ask<account.CaughtMailList>(`messages?limit=${limit}`);
  }

  @Get(':id')
  @Needs('studio:own')
  @Answers('getCaughtMail', 'One of its mails', account.caughtMailDetail)
  get(@Param({ schema: account.caughtMailParam }) { id }: { id: string }): Promise<account.CaughtMailDetail> {
    return this.#ask<account.CaughtMailDetail>(`messages/${id}`);
  }

  async #ask<T>(path: string): Promise<T> {
    const { MAIL_CATCHER_URL: base } = this.configuration;
    if (!base)
      throw new ProblemError(
        'resource.notFound',
        'There is no local mail catcher here: mails go out for real.',
      );
    const response = await fetch(new URL(path, base), { signal: AbortSignal.timeout(5_000) }).catch(
      () => undefined,
    );
    if (!response) throw new ProblemError('server.unavailable', 'The mail catcher does not answer.');
    if (response.status === 404) throw notFound('mail');
    return (await response.json()) as T;
  }
}
