import { Module } from '@nestjs/common';
import { MatchingModule } from '../matching/matching.module.js';
import { WorkflowStoreModule } from '../store/store.module.js';
import { VersionsModule } from '../versions/versions.module.js';
import { WorkflowViewsModule } from '../views/views.module.js';
import { PublishingController } from './publishing.controller.js';
import { ImpactService } from './impact.service.js';
import { PublishingService } from './publishing.service.js';

@Module({
  imports: [MatchingModule, WorkflowStoreModule, VersionsModule, WorkflowViewsModule],
  controllers: [PublishingController],
  providers: [ImpactService, PublishingService],
})
export class PublishingModule {}
