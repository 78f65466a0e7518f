import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, smtpAccounts, type IdParam } from '@cueline/contracts';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { IfMatch, Revision } from '../../platform/database/revision.js';
import { Idempotent } from '../../platform/idempotency/idempotent.js';
import { SmtpAccountsService } from './smtp-accounts.service.js';

@ApiTags('Email accounts')
@Controller('api/v1/smtp-accounts')
export class SmtpAccountsController {
  constructor(private readonly service: SmtpAccountsService) {}

  @Get()
  @RequirePermission('records:read')
  @ApiAnswer(
    'listSmtpAccounts',
    'The brands’ own accounts for sending, each with how it is and what waits for it',
    smtpAccounts.smtpAccountList,
  )
  list(
    @CurrentCaller() { studioId }: Caller,
    @Query({ schema: smtpAccounts.smtpAccountQuery }) query: smtpAccounts.SmtpAccountQuery,
  ) {
    return this.service.list(studioId, query);
  }

  @Get(':id')
  @RequirePermission('records:read')
  @ApiAnswer('getSmtpAccount', 'One account; its password is never given out', smtpAccounts.smtpAccount)
  get(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.get(studioId, id);
  }

  @Post()
  @Idempotent()
  @RequirePermission('studio:manage')
  @ApiAnswer('createSmtpAccount', 'The new account, unchecked', smtpAccounts.smtpAccount, 201)
  create(
    @CurrentCaller() { studioId }: Caller,
    @Body({ schema: smtpAccounts.newSmtpAccount }) body: smtpAccounts.NewSmtpAccount,
  ) {
    return this.service.create(studioId, body);
  }

  @Patch(':id')
  @RequirePermission('studio:manage')
  @IfMatch()
  @ApiAnswer(
    'updateSmtpAccount',
    'The changed account; one of the mails that wait for it is tried at once, and the others follow when it is accepted',
    smtpAccounts.smtpAccount,
  )
  update(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Revision() revision: number,
    @Body({ schema: smtpAccounts.smtpAccountPatch }) body: smtpAccounts.SmtpAccountPatch,
  ) {
    return this.service.update(studioId, id, revision, body);
  }

  @Delete(':id')
  @RequirePermission('studio:manage')
  @IfMatch()
  @ApiAnswer(
    'removeSmtpAccount',
    'The account and its password are gone; what it held goes on from the address that the brand sends from now',
    smtpAccounts.smtpAccountRemoved,
  )
  remove(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Revision() revision: number,
  ) {
    return this.service.remove(studioId, id, revision);
  }
}
