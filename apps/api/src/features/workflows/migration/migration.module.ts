import { Module } from '@nestjs/common';
import { RunsModule } from '../../runs/runs.module.js';
import { WorkflowStoreModule } from '../store/store.module.js';
import { VersionsModule } from '../versions/versions.module.js';
import { WorkflowViewsModule } from '../views/views.module.js';
import { MigrationController } from './migration.controller.js';
import { MigrateRunsRepository } from './migrate-runs.repository.js';
import { MigrateRunsService } from './migrate-runs.service.js';

@Module({
  imports: [RunsModule, WorkflowStoreModule, VersionsModule, WorkflowViewsModule],
  controllers: [MigrationController],
  providers: [MigrateRunsRepository, MigrateRunsService],
})
export class MigrationModule {}
