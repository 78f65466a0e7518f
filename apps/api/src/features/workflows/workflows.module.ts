import { Module } from '@nestjs/common';
import { DraftsModule } from './drafts/drafts.module.js';
import { ExchangeModule } from './exchange/exchange.module.js';
import { MigrationModule } from './migration/migration.module.js';
import { PublishingModule } from './publishing/publishing.module.js';
import { WorkflowStoreModule } from './store/store.module.js';
import { VersionsModule } from './versions/versions.module.js';
import { WorkflowViewsModule } from './views/views.module.js';
import { WorkflowsController } from './workflows.controller.js';
import { WorkflowsService } from './workflows.service.js';

@Module({
  imports: [
    DraftsModule,
    ExchangeModule,
    MigrationModule,
    PublishingModule,
    WorkflowStoreModule,
    VersionsModule,
    WorkflowViewsModule,
  ],
  controllers: [WorkflowsController],
  providers: [WorkflowsService],
  exports: [VersionsModule, WorkflowViewsModule],
})
export class WorkflowsModule {}
