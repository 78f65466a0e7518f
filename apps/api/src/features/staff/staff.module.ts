import { Module } from '@nestjs/common';
import { SuppressionsModule } from '../suppressions/suppressions.module.js';
import { StaffController } from './staff.controller.js';
import { StaffRepository } from './staff.repository.js';
import { StaffService } from './staff.service.js';

@Module({
  imports: [SuppressionsModule],
  controllers: [StaffController],
  providers: [StaffRepository, StaffService],
  exports: [StaffRepository],
})
export class StaffModule {}
