import { Module } from '@nestjs/common';
import { BrandsModule } from '../brands/brands.module.js';
import { StudioModule } from '../studio/studio.module.js';
import { TemplatesModule } from '../templates/templates.module.js';
import { WorkflowsModule } from '../workflows/workflows.module.js';
import { RehearsalRecords } from './rehearsal-record.service.js';
import { RehearsalsController } from './rehearsals.controller.js';
import { RehearsalsService } from './rehearsals.service.js';

@Module({
  imports: [BrandsModule, StudioModule, TemplatesModule, WorkflowsModule],
  controllers: [RehearsalsController],
  providers: [RehearsalRecords, RehearsalsService],
  exports: [RehearsalRecords],
})
export class RehearsalsModule {}
