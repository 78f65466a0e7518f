import { Module } from '@nestjs/common';
import { MailActionsController } from './mail-actions.controller.js';
import { MailActionsRepository } from './mail-actions.repository.js';
import { MailActionsService } from './mail-actions.service.js';

@Module({
  controllers: [MailActionsController],
  providers: [MailActionsRepository, MailActionsService],
})
export class MailActionsModule {}
