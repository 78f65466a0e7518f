import { Module } from '@nestjs/common';
import { BrandsModule } from '../brands/brands.module.js';
import { FilesModule } from '../files/files.module.js';
import { HandMailsController } from './hand-mails.controller.js';
import { HandMailsRepository } from './hand-mails.repository.js';
import { HandMailsService } from './hand-mails.service.js';
import { LetterWriter } from './letter-writer.service.js';
import { MailDraftsService } from './mail-drafts.service.js';

@Module({
  imports: [BrandsModule, FilesModule],
  controllers: [HandMailsController],
  providers: [HandMailsRepository, HandMailsService, LetterWriter, MailDraftsService],
})
export class HandMailsModule {}
