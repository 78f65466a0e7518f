import { Module } from '@nestjs/common';
import { VersionsRepository } from './versions.repository.js';
import { WorkflowsRepository } from './workflows.repository.js';

@Module({
  providers: [VersionsRepository, WorkflowsRepository],
  exports: [VersionsRepository, WorkflowsRepository],
})
export class WorkflowStoreModule {}
