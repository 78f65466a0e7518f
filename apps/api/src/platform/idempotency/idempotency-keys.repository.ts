import { Injectable } from '@nestjs/common';
import { keepAnswer } from '@cueline/database';
import { StudioDatabase } from '../database/studio-database.js';
import type { NamedRequest } from './named-request.js';

@Injectable()
export class IdempotencyKeysRepository {
  constructor(private readonly database: StudioDatabase) {}

  find(studioId: string, { callerId, key }: NamedRequest) {
    return this.database
      .of(studioId)
      .idempotencyKey.findUnique({ where: { studioId_callerId_key: { studioId, callerId, key } } });
  }

  /** Keeps the answer for whoever sends the request again. */
  async answered(studioId: string, request: NamedRequest, status: number, answer: unknown): Promise<void> {
    const { callerId, key } = request;
    const { pool } = this.database.database;
    await keepAnswer.run(pool, { studioId, callerId, key, status, answer });
  }
}
