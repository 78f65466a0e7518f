import { Module } from '@nestjs/common';
import { ClientsModule } from '../clients/clients.module.js';
import { AnswersService } from './answers.service.js';
import { ThreadArranging } from './thread-arranging.js';
import { AnswersController, ThreadsController } from './threads.controller.js';
import { ThreadsRepository } from './threads.repository.js';
import { ThreadsService } from './threads.service.js';

@Module({
  imports: [ClientsModule],
  controllers: [ThreadsController, AnswersController],
  providers: [ThreadsRepository, ThreadArranging, ThreadsService, AnswersService],
})
export class ThreadsModule {}
