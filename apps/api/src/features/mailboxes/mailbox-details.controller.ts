import { Body, Controller, Get, Headers, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, mailboxes, smtpDiagnosis, type IdParam } from '@cueline/contracts';
import type { FastifyReply } from 'fastify';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { asItComes } from '../smtp-accounts/as-it-comes.js';
import { MailboxTestsService } from './mailbox-tests.service.js';
import { MailboxesService } from './mailboxes.service.js';

@ApiTags('Mailboxes')
@Controller('api/v1/mailboxes')
export class MailboxDetailsController {
  constructor(
    private readonly service: MailboxesService,
    private readonly tests: MailboxTestsService,
  ) {}

  @Post('test')
  @RequirePermission('studio:manage')
  @ApiAnswer(
    'testMailboxSettings',
    'What each stage of a connection came to; with `Accept: application/x-ndjson` a line for each as it ends. Nothing is changed on the server',
    smtpDiagnosis.testResult,
  )
  test(
    @CurrentCaller() { studioId }: Caller,
    @Body({ schema: mailboxes.testMailboxSettings }) body: mailboxes.TestMailboxSettings,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return asItComes(accept, reply, (watched) => this.tests.test(studioId, body, watched));
  }

  @Post(':id/test')
  @RequirePermission('studio:manage')
  @ApiAnswer(
    'testMailbox',
    'The same for a connected inbox; where nothing but what is stored is tested and works, it is read at once',
    smtpDiagnosis.testResult,
  )
  testStored(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: mailboxes.testMailbox }) body: mailboxes.TestMailbox,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return asItComes(accept, reply, (watched) => this.tests.testStored(studioId, id, body, watched));
  }

  @Get(':id/folders')
  @RequirePermission('records:read')
  @ApiAnswer('listMailFolders', 'Its folders, those with a role first', mailboxes.mailFolderList)
  folders(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.folders(studioId, id);
  }

  @Patch(':id/folders/:folderId')
  @RequirePermission('studio:manage')
  @ApiAnswer(
    'updateMailFolder',
    'All folders; a role is that of one folder, so whoever had it has none',
    mailboxes.mailFolderList,
  )
  setFolder(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: mailboxes.mailFolderParam }) param: mailboxes.MailFolderParam,
    @Body({ schema: mailboxes.mailFolderPatch }) body: mailboxes.MailFolderPatch,
  ) {
    return this.service.setFolder(studioId, param, body);
  }

  @Get(':id/journal')
  @RequirePermission('records:read')
  @ApiAnswer('getMailboxJournal', 'What was decided about it, and why, the newest first', mailboxes.journal)
  journal(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.journal(studioId, id);
  }

  @Get(':id/quarantined')
  @RequirePermission('records:read')
  @ApiAnswer(
    'listQuarantinedMail',
    'Mails that could not be read, the newest first',
    mailboxes.quarantinedList,
  )
  quarantined(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.quarantined(studioId, id);
  }
}
