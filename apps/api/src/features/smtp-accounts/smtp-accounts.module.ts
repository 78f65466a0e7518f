import { Module } from '@nestjs/common';
import { BrandsModule } from '../brands/brands.module.js';
import { BrandSenderController } from './brand-sender.controller.js';
import { BrandSenderService } from './brand-sender.service.js';
import { SignInsController } from './sign-ins.controller.js';
import { SignInsService } from './sign-ins.service.js';
import { SmtpAccountsController } from './smtp-accounts.controller.js';
import { SmtpAccountsRepository } from './smtp-accounts.repository.js';
import { SmtpDiagnosisController } from './smtp-diagnosis.controller.js';
import { SmtpDiagnosisService } from './smtp-diagnosis.service.js';
import { SmtpAccountsService } from './smtp-accounts.service.js';

@Module({
  imports: [BrandsModule],
  controllers: [SignInsController, SmtpDiagnosisController, SmtpAccountsController, BrandSenderController],
  providers: [
    SmtpAccountsRepository,
    SmtpAccountsService,
    SignInsService,
    SmtpDiagnosisService,
    BrandSenderService,
  ],
  exports: [SmtpAccountsRepository, SmtpAccountsService],
})
export class SmtpAccountsModule {}
