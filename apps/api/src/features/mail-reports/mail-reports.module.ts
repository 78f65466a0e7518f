import { Module } from '@nestjs/common';
import { UnsubscribeModule } from '../unsubscribe/unsubscribe.module.js';
import { MailReportsController } from './mail-reports.controller.js';
import { MailReportsService } from './mail-reports.service.js';

@Module({
  imports: [UnsubscribeModule],
  controllers: [MailReportsController],
  providers: [MailReportsService],
})
export class MailReportsModule {}
