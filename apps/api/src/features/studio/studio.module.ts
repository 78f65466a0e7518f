import { Module } from '@nestjs/common';
import { StudioController } from './studio.controller.js';
import { StudioRepository } from './studio.repository.js';

@Module({
  controllers: [StudioController],
  providers: [StudioRepository],
  exports: [StudioRepository],
})
export class StudioModule {}
