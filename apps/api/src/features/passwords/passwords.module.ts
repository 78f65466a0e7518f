import { Module } from '@nestjs/common';
import { PasswordsController } from './passwords.controller.js';
import { PasswordsRepository } from './passwords.repository.js';
import { PasswordsService } from './passwords.service.js';

@Module({
  controllers: [PasswordsController],
  providers: [PasswordsRepository, PasswordsService],
})
export class PasswordsModule {}
