import { Module } from '@nestjs/common';
import { RunControlsController } from './control/run-controls.controller.js';
import { RunControlsRepository } from './control/run-controls.repository.js';
import { RunControlsService } from './control/run-controls.service.js';
import { RunsController } from './runs.controller.js';
import { RunsRepository } from './runs.repository.js';
import { RunsService } from './runs.service.js';

@Module({
  controllers: [RunControlsController, RunsController],
  providers: [RunControlsRepository, RunControlsService, RunsRepository, RunsService],
  exports: [RunControlsRepository],
})
export class RunsModule {}
