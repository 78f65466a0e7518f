import { Module } from '@nestjs/common';
import { BrandsModule } from '../../brands/brands.module.js';
import { StaffModule } from '../../staff/staff.module.js';
import { TemplatesModule } from '../../templates/templates.module.js';
import { WorkflowStoreModule } from '../store/store.module.js';
import { WorkflowViews } from './workflow-views.service.js';

@Module({
  imports: [BrandsModule, StaffModule, TemplatesModule, WorkflowStoreModule],
  providers: [WorkflowViews],
  exports: [WorkflowViews],
})
export class WorkflowViewsModule {}
