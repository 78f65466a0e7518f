import { Module } from '@nestjs/common';
import { UnsubscribeService } from './unsubscribe.service.js';

@Module({ providers: [UnsubscribeService] })
export class UnsubscribeModule {}
