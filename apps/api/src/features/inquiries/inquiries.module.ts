import { Module } from '@nestjs/common';
import { BrandsModule } from '../brands/brands.module.js';
import { InquiriesController } from './inquiries.controller.js';
import { InquiriesRepository } from './inquiries.repository.js';
import { InquiriesService } from './inquiries.service.js';

@Module({
  imports: [BrandsModule],
  controllers: [InquiriesController],
  providers: [InquiriesRepository, InquiriesService],
})
export class InquiriesModule {}
