import { Body, Controller, Headers, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, smtpDiagnosis, type IdParam } from '@cueline/contracts';
import type { FastifyReply } from 'fastify';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { asItComes, leavingOf } from './as-it-comes.js';
import { SmtpDiagnosisService } from './smtp-diagnosis.service.js';

@ApiTags('Email accounts')
@Controller('api/v1/smtp-accounts')
export class SmtpDiagnosisController {
  constructor(private readonly service: SmtpDiagnosisService) {}

  @Post('discover')
  @RequirePermission('studio:manage')
  @ApiAnswer(
    'discoverSmtpSettings',
    'How an address sends and receives, as far as that can be found',
    smtpDiagnosis.foundSettings,
  )
  discover(
    @CurrentCaller() { studioId }: Caller,
    @Body({ schema: smtpDiagnosis.discoverSettings }) body: smtpDiagnosis.DiscoverSettings,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.service.discover(studioId, body, leavingOf(reply));
  }

  @Post('test')
  @RequirePermission('studio:manage')
  @ApiAnswer(
    'testSmtpSettings',
    'What each stage of a connection came to; with `Accept: application/x-ndjson` a line for each as it ends',
    smtpDiagnosis.testResult,
  )
  test(
    @CurrentCaller() { studioId }: Caller,
    @Body({ schema: smtpDiagnosis.testSettings }) body: smtpDiagnosis.TestSettings,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return asItComes(accept, reply, (watched) => this.service.test(studioId, body, watched));
  }

  @Post('check-domain')
  @RequirePermission('records:read')
  @ApiAnswer(
    'checkSendingDomain',
    'Whether the domain says that this server sends for it (SPF, DKIM, DMARC), with the records to add',
    smtpDiagnosis.domainCheck,
  )
  checkDomain(@Body({ schema: smtpDiagnosis.domainToCheck }) body: smtpDiagnosis.DomainToCheck) {
    return this.service.checkDomain(body);
  }

  @Post(':id/test')
  @RequirePermission('studio:manage')
  @ApiAnswer(
    'testSmtpAccount',
    'The same for a stored account; a test of nothing but what is stored says how the account is',
    smtpDiagnosis.testResult,
  )
  testStored(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: smtpDiagnosis.testAccount }) body: smtpDiagnosis.TestAccount,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return asItComes(accept, reply, (watched) => this.service.testStored(studioId, id, body, watched));
  }
}
