import { Module } from '@nestjs/common';
import { BrandsModule } from '../brands/brands.module.js';
import { RehearsalsModule } from '../rehearsals/rehearsals.module.js';
import { TemplatesModule } from '../templates/templates.module.js';
import { ApprovalsController } from './approvals.controller.js';
import { ApprovalsRepository } from './approvals.repository.js';
import { ApprovalsService } from './approvals.service.js';
import { ApprovalMailRepository } from './approval-mail.repository.js';
import { ApprovalMailsService } from './approval-mails.service.js';

@Module({
  imports: [BrandsModule, RehearsalsModule, TemplatesModule],
  controllers: [ApprovalsController],
  providers: [ApprovalsRepository, ApprovalsService, ApprovalMailRepository, ApprovalMailsService],
})
export class ApprovalsModule {}
