import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { account, pageQuery, type PageQuery } from '@cueline/contracts';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { MailCatcherService } from './mail-catcher.service.js';

/** The studio's mails in the local catcher, for an owner to look at; there in the embedded mode alone. */
@ApiTags('Mail catcher')
@Controller('api/v1/mail-catcher/messages')
export class MailCatcherController {
  constructor(private readonly service: MailCatcherService) {}

  @Get()
  @RequirePermission('studio:own')
  @ApiAnswer(
    'listCaughtMails',
    'What the local mail catcher holds of the studio, newest first',
    account.caughtMailList,
  )
  list(
    @CurrentCaller() { studioId }: Caller,
    @Query({ schema: pageQuery }) { limit }: PageQuery,
  ): Promise<account.CaughtMailList> {
    return this.service.list(studioId, limit);
  }

  @Get(':id')
  @RequirePermission('studio:own')
  @ApiAnswer('getCaughtMail', 'One of its mails', account.caughtMailDetail)
  get(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: account.caughtMailParam }) { id }: { id: string },
  ): Promise<account.CaughtMailDetail> {
    return this.service.get(studioId, id);
  }
}
