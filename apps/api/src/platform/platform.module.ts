import { Global, Module } from '@nestjs/common';
import { AccessChanges } from './auth/access/access-changes.js';
import { ApiKeyStore } from './auth/api-key-store.js';
import { ApiKeys } from './auth/api-keys.js';
import { AttemptsRepository } from './limits/attempts.repository.js';
import { Authentication } from './auth/authentication.js';
import { IdempotencyKeysRepository } from './idempotency/idempotency-keys.repository.js';
import { MembershipRepository } from './auth/membership.repository.js';
import { RateLimits } from './limits/rate-limits.js';
import { SignIns } from './auth/sign-ins.js';
import { StudioDatabase } from './database/studio-database.js';
import { Threads } from './threads/threads.service.js';

const parts = [
  AccessChanges,
  ApiKeyStore,
  ApiKeys,
  AttemptsRepository,
  Authentication,
  IdempotencyKeysRepository,
  MembershipRepository,
  RateLimits,
  SignIns,
  StudioDatabase,
  Threads,
];

/** What every feature may ask for. */
@Global()
@Module({ providers: parts, exports: parts })
export class PlatformModule {}
