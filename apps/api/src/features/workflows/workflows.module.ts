import { Module } from '@nestjs/common';
import { BrandsModule } from '../brands/brands.module.js';
import { RunsModule } from '../runs/runs.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { TemplatesModule } from '../templates/templates.module.js';
import { ComingRecords } from './coming-records.service.js';
import { DraftsController } from './drafts.controller.js';
import { DraftsService } from './drafts.service.js';
import { ExchangeController } from './exchange.controller.js';
import { ExchangeService } from './exchange.service.js';
import { ImpactService } from './impact.service.js';
import { MatchingRecordsRepository } from './matching-records.repository.js';
import { MatchingRecordsService } from './matching-records.service.js';
import { MigrateRunsRepository } from './migrate-runs.repository.js';
import { MigrateRunsService } from './migrate-runs.service.js';
import { PublishingController } from './publishing.controller.js';
import { PublishingService } from './publishing.service.js';
import { VersionsController } from './versions.controller.js';
import { VersionsRepository } from './versions.repository.js';
import { VersionsService } from './versions.service.js';
import { WorkflowViews } from './workflow-views.service.js';
import { WorkflowsController } from './workflows.controller.js';
import { WorkflowsRepository } from './workflows.repository.js';
import { WorkflowsService } from './workflows.service.js';

@Module({
  imports: [BrandsModule, RunsModule, StaffModule, TemplatesModule],
  controllers: [
    DraftsController,
    ExchangeController,
    PublishingController,
    VersionsController,
    WorkflowsController,
  ],
  providers: [
    ComingRecords,
    DraftsService,
    ExchangeService,
    ImpactService,
    MatchingRecordsRepository,
    MatchingRecordsService,
    MigrateRunsRepository,
    MigrateRunsService,
    PublishingService,
    VersionsRepository,
    VersionsService,
    WorkflowViews,
    WorkflowsRepository,
    WorkflowsService,
  ],
  exports: [VersionsService, WorkflowViews],
})
export class WorkflowsModule {}
