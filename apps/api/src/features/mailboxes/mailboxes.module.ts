import { Module } from '@nestjs/common';
import { BrandsModule } from '../brands/brands.module.js';
import { SmtpAccountsModule } from '../smtp-accounts/smtp-accounts.module.js';
import { MailboxDetailsController } from './mailbox-details.controller.js';
import { MailboxTestsService } from './mailbox-tests.service.js';
import { MailboxesController } from './mailboxes.controller.js';
import { MailboxesRepository } from './mailboxes.repository.js';
import { MailboxesService } from './mailboxes.service.js';

@Module({
  imports: [BrandsModule, SmtpAccountsModule],
  controllers: [MailboxDetailsController, MailboxesController],
  providers: [MailboxesRepository, MailboxesService, MailboxTestsService],
})
export class MailboxesModule {}
