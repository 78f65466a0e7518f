import { Module } from '@nestjs/common';
import { SendsController } from './sends.controller.js';
import { SendsRepository } from './sends.repository.js';
import { SendsService } from './sends.service.js';

@Module({
  controllers: [SendsController],
  providers: [SendsRepository, SendsService],
})
export class SendsModule {}
