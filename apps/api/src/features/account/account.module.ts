import { Module } from '@nestjs/common';
import { BrandsModule } from '../brands/brands.module.js';
import { StudioModule } from '../studio/studio.module.js';
import { AccountController } from './account.controller.js';
import { LanguageRepository } from './language.repository.js';

@Module({
  imports: [BrandsModule, StudioModule],
  controllers: [AccountController],
  providers: [LanguageRepository],
})
export class AccountModule {}
