import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, mailboxes, type IdParam } from '@cueline/contracts';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { IfMatch, Revision } from '../../platform/database/revision.js';
import { Idempotent } from '../../platform/idempotency/idempotent.js';
import { MailboxesService } from './mailboxes.service.js';

@ApiTags('Mailboxes')
@Controller('api/v1/mailboxes')
export class MailboxesController {
  constructor(private readonly service: MailboxesService) {}

  @Get()
  @RequirePermission('records:read')
  @ApiAnswer('listMailboxes', 'The brands’ inboxes, each with how it is', mailboxes.mailboxList)
  list(
    @CurrentCaller() { studioId }: Caller,
    @Query({ schema: mailboxes.mailboxQuery }) query: mailboxes.MailboxQuery,
  ) {
    return this.service.list(studioId, query);
  }

  @Get(':id')
  @RequirePermission('records:read')
  @ApiAnswer('getMailbox', 'One inbox; its password is never given out', mailboxes.mailbox)
  get(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.get(studioId, id);
  }

  @Post()
  @Idempotent()
  @RequirePermission('studio:manage')
  @ApiAnswer(
    'connectMailbox',
    'The new inbox: it is read from now on, older mail last, and mail from before starts nothing',
    mailboxes.mailbox,
    201,
  )
  create(
    @CurrentCaller() { studioId }: Caller,
    @Body({ schema: mailboxes.newMailbox }) body: mailboxes.NewMailbox,
  ) {
    return this.service.create(studioId, body);
  }

  @Patch(':id')
  @RequirePermission('studio:manage')
  @IfMatch()
  @ApiAnswer(
    'updateMailbox',
    'The changed inbox, which connects anew; a new password is for sending as well where both have the same',
    mailboxes.mailbox,
  )
  update(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Revision() revision: number,
    @Body({ schema: mailboxes.mailboxPatch }) body: mailboxes.MailboxPatch,
  ) {
    return this.service.update(studioId, id, revision, body);
  }

  @Delete(':id')
  @RequirePermission('studio:manage')
  @IfMatch()
  @ApiAnswer('removeMailbox', 'The inbox is read no more; what was read out of it stays', null, 204)
  remove(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Revision() revision: number,
  ) {
    return this.service.remove(studioId, id, revision);
  }

  @Post(':id/pause')
  @RequirePermission('studio:manage')
  @ApiAnswer('pauseMailbox', 'The inbox, which is not read until it is resumed', mailboxes.mailbox)
  pause(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.pause(studioId, id);
  }

  @Post(':id/resume')
  @RequirePermission('studio:manage')
  @ApiAnswer('resumeMailbox', 'The inbox, which catches up with what came meanwhile', mailboxes.mailbox)
  resume(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.resume(studioId, id);
  }

  @Post(':id/sync')
  @RequirePermission('studio:manage')
  @ApiAnswer('syncMailbox', 'The inbox, which connects anew and looks at all folders now', mailboxes.mailbox)
  sync(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.syncNow(studioId, id);
  }
}
