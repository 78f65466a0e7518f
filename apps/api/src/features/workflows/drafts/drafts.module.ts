import { Module } from '@nestjs/common';
import { WorkflowStoreModule } from '../store/store.module.js';
import { WorkflowViewsModule } from '../views/views.module.js';
import { DraftsController } from './drafts.controller.js';
import { DraftsService } from './drafts.service.js';

@Module({
  imports: [WorkflowStoreModule, WorkflowViewsModule],
  controllers: [DraftsController],
  providers: [DraftsService],
  exports: [DraftsService],
})
export class DraftsModule {}
