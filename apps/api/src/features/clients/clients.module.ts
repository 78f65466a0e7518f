import { Module } from '@nestjs/common';
import { BrandsModule } from '../brands/brands.module.js';
import { SuppressionsModule } from '../suppressions/suppressions.module.js';
import { ClientsController } from './clients.controller.js';
import { ClientsRepository } from './clients.repository.js';
import { ClientsService } from './clients.service.js';

@Module({
  imports: [BrandsModule, SuppressionsModule],
  controllers: [ClientsController],
  providers: [ClientsRepository, ClientsService],
  exports: [ClientsService],
})
export class ClientsModule {}
