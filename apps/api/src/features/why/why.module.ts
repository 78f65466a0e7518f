import { Module } from '@nestjs/common';
import { WhyController } from './why.controller.js';
import { WhyRepository } from './why.repository.js';
import { SendWhyService } from './send-why.service.js';
import { WhyService } from './why.service.js';

@Module({
  controllers: [WhyController],
  providers: [WhyRepository, WhyService, SendWhyService],
})
export class WhyModule {}
