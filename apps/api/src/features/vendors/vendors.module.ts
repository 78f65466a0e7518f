import { Module } from '@nestjs/common';
import { SuppressionsModule } from '../suppressions/suppressions.module.js';
import { VendorsController } from './vendors.controller.js';
import { VendorsRepository } from './vendors.repository.js';
import { VendorsService } from './vendors.service.js';

@Module({
  imports: [SuppressionsModule],
  controllers: [VendorsController],
  providers: [VendorsRepository, VendorsService],
})
export class VendorsModule {}
