import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { handMails, idParam, type IdParam } from '@cueline/contracts';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { HandMailsService } from './hand-mails.service.js';
import { MailDraftsService } from './mail-drafts.service.js';

@ApiTags('Mails by hand')
@Controller('api/v1/mails')
export class HandMailsController {
  constructor(
    private readonly service: HandMailsService,
    private readonly drafts: MailDraftsService,
  ) {}

  @Get('start')
  @RequirePermission('mail:write')
  @ApiAnswer('startMail', 'Whom a mail from a record may be to and from', handMails.mailStart)
  start(
    @CurrentCaller() caller: Caller,
    @Query({ schema: handMails.mailStartQuery }) query: handMails.MailStartQuery,
  ) {
    return this.service.start(caller, query);
  }

  @Post('preview')
  @RequirePermission('mail:write')
  @ApiAnswer(
    'previewMail',
    'The mail as it would leave, and what is wrong with its text; nothing is kept',
    handMails.letterPreview,
  )
  preview(
    @CurrentCaller() { studioId }: Caller,
    @Body({ schema: handMails.newLetterPreview }) body: handMails.NewLetterPreview,
  ) {
    return this.service.preview(studioId, body);
  }

  @Post()
  @RequirePermission('mail:write')
  @ApiAnswer(
    'sendMail',
    'The letter, queued: a mail for each recipient, as it was previewed. Sent again under its id it is not sent twice',
    handMails.letter,
  )
  send(@CurrentCaller() caller: Caller, @Body({ schema: handMails.newLetter }) body: handMails.NewLetter) {
    return this.service.send(caller, body);
  }

  @Get('drafts')
  @RequirePermission('mail:write')
  @ApiAnswer('listMailDrafts', 'Letters that the caller is writing, newest first', handMails.mailDraftPage)
  list(
    @CurrentCaller() caller: Caller,
    @Query({ schema: handMails.mailDraftQuery }) query: handMails.MailDraftQuery,
  ) {
    return this.drafts.list(caller, query);
  }

  @Post('drafts')
  @RequirePermission('mail:write')
  @ApiAnswer('createMailDraft', 'A letter that is begun', handMails.mailDraft, 201)
  create(
    @CurrentCaller() caller: Caller,
    @Body({ schema: handMails.newMailDraft }) body: handMails.NewMailDraft,
  ) {
    return this.drafts.create(caller, body);
  }

  @Put('drafts/:id')
  @RequirePermission('mail:write')
  @ApiAnswer('saveMailDraft', 'The letter, kept as far as it is written', handMails.mailDraft)
  save(
    @CurrentCaller() caller: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: handMails.mailDraftPatch }) body: handMails.MailDraftPatch,
  ) {
    return this.drafts.save(caller, id, body);
  }

  @Delete('drafts/:id')
  @RequirePermission('mail:write')
  @ApiAnswer('deleteMailDraft', 'The letter is thrown away', null, 204)
  delete(@CurrentCaller() caller: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.drafts.delete(caller, id);
  }
}
