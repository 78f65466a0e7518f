import { Module } from '@nestjs/common';
import { TemplatesModule } from '../../templates/templates.module.js';
import { DraftsModule } from '../drafts/drafts.module.js';
import { WorkflowStoreModule } from '../store/store.module.js';
import { VersionsModule } from '../versions/versions.module.js';
import { WorkflowViewsModule } from '../views/views.module.js';
import { ExchangeController } from './exchange.controller.js';
import { ExchangeService } from './exchange.service.js';

@Module({
  imports: [TemplatesModule, DraftsModule, WorkflowStoreModule, VersionsModule, WorkflowViewsModule],
  controllers: [ExchangeController],
  providers: [ExchangeService],
})
export class ExchangeModule {}
