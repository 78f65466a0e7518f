import { Module } from '@nestjs/common';
import { AttachmentsService } from './attachments.service.js';
import { FilesController } from './files.controller.js';
import { FilesRepository } from './files.repository.js';
import { FilesService } from './files.service.js';

@Module({
  controllers: [FilesController],
  providers: [AttachmentsService, FilesRepository, FilesService],
  exports: [AttachmentsService],
})
export class FilesModule {}
