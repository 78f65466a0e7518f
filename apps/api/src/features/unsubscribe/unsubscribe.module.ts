import { Module } from '@nestjs/common';
import { UnsubscribeService } from './unsubscribe.service.js';
import { Unsubscriptions } from './unsubscriptions.js';

@Module({ providers: [UnsubscribeService, Unsubscriptions], exports: [Unsubscriptions] })
export class UnsubscribeModule {}
