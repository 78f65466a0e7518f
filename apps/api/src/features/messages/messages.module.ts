import { Module } from '@nestjs/common';
import { MailFilesController } from './mail-files.controller.js';
import { MailFilesService } from './mail-files.service.js';
import { MessagesController } from './messages.controller.js';
import { MessagesRepository } from './messages.repository.js';
import { MessagesService } from './messages.service.js';

@Module({
  controllers: [MessagesController, MailFilesController],
  providers: [MessagesRepository, MessagesService, MailFilesService],
})
export class MessagesModule {}
