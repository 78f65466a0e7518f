import { Injectable } from '@nestjs/common';
import type { why } from '@cueline/contracts';
import { StudioDatabase } from '../../platform/database/studio-database.js';
import { whySql, type WhyRow } from './why.sql.js';

const statements = { client: whySql('client'), record: whySql('record') } as const;

@Injectable()
export class WhyRepository {
  constructor(private readonly database: StudioDatabase) {}

  /** One more than asked for, where there are more. */
  async find(
    studioId: string,
    { clientId, recordId, templateId, workflowId, from, to, cursor, limit }: why.WhyQuery,
  ): Promise<WhyRow[]> {
    const [at, key] = cursor?.split('~') ?? [];
    const filters = [templateId, workflowId, from, to, at, key].map((value) => value ?? null);
    const values = [studioId, recordId ?? clientId, ...filters, limit + 1];
    const about = recordId === undefined ? 'client' : 'record';
    const { pool } = this.database.database;
    return (await pool.query<WhyRow>({ name: `why-${about}`, text: statements[about], values })).rows;
  }
}
