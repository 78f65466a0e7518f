import { Module } from '@nestjs/common';
import { BrandsModule } from '../brands/brands.module.js';
import { RehearsalsModule } from '../rehearsals/rehearsals.module.js';
import { StudioModule } from '../studio/studio.module.js';
import { TemplatesModule } from '../templates/templates.module.js';
import { WorkflowsModule } from '../workflows/workflows.module.js';
import { BacktestedRuns } from './backtested-runs.service.js';
import { BacktestsController } from './backtests.controller.js';
import { BacktestsService } from './backtests.service.js';
import { PastEventsRepository } from './past-events.repository.js';

@Module({
  imports: [BrandsModule, RehearsalsModule, StudioModule, TemplatesModule, WorkflowsModule],
  controllers: [BacktestsController],
  providers: [BacktestedRuns, BacktestsService, PastEventsRepository],
})
export class BacktestsModule {}
