import { Injectable } from '@nestjs/common';
import type { why } from '@cueline/contracts';
import { StudioDatabase } from '../../platform/database/studio-database.js';
import { whyStatements, type WhyRow } from './why.sql.js';

@Injectable()
export class WhyRepository {
  constructor(private readonly database: StudioDatabase) {}

  /** One more than asked for, where there are more. */
  async find(
    studioId: string,
    { clientId, recordId, templateId, workflowId, from, to, cursor, limit }: why.WhyQuery,
  ): Promise<WhyRow[]> {
    const [at, key] = cursor?.split('~') ?? [];
    return whyStatements[recordId === undefined ? 'client' : 'record'].rows(this.database.database.pool, {
      studioId,
      about: (recordId ?? clientId)!,
      templateId: templateId ?? null,
      workflowId: workflowId ?? null,
      from: from ?? null,
      to: to ?? null,
      at: at ?? null,
      key: key ?? null,
      limit: limit + 1,
    });
  }
}
