import { Module } from '@nestjs/common';
import { DraftsModule } from '../drafts/drafts.module.js';
import { WorkflowStoreModule } from '../store/store.module.js';
import { WorkflowViewsModule } from '../views/views.module.js';
import { VersionsController } from './versions.controller.js';
import { VersionsService } from './versions.service.js';

@Module({
  imports: [DraftsModule, WorkflowStoreModule, WorkflowViewsModule],
  controllers: [VersionsController],
  providers: [VersionsService],
  exports: [VersionsService],
})
export class VersionsModule {}
