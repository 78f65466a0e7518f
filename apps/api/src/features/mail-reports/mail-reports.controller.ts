import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { mailReports } from '@cueline/contracts';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { MailReportsService } from './mail-reports.service.js';

@ApiTags('Mail reports')
@Controller('api/v1/mail-reports')
export class MailReportsController {
  constructor(private readonly service: MailReportsService) {}

  @Post()
  @RequirePermission('mail:report')
  @ApiAnswer(
    'reportMail',
    'What a bounce, a complaint or a request to unsubscribe came to; the same message again changes nothing',
    mailReports.mailReport,
  )
  report(
    @CurrentCaller() { studioId }: Caller,
    @Body({ schema: mailReports.newMailReport }) { source }: mailReports.NewMailReport,
  ) {
    return this.service.report(studioId, source);
  }
}
