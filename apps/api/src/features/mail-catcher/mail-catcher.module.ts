import { Module } from '@nestjs/common';
import { MailCatcherController } from './mail-catcher.controller.js';
import { MailCatcherRepository } from './mail-catcher.repository.js';
import { MailCatcherService } from './mail-catcher.service.js';

@Module({
  controllers: [MailCatcherController],
  providers: [MailCatcherRepository, MailCatcherService],
})
export class MailCatcherModule {}
