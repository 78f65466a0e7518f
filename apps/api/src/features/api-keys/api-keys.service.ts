import { Injectable } from '@nestjs/common';
import type { apiKeys, PageQuery } from '@cueline/contracts';
import { randomBytes } from 'node:crypto';
import { ApiKeys } from '../../platform/auth/api-keys.js';
import { pageOf } from '../../platform/paging/cursor.js';
import { notFound } from '../../platform/problems/problem-error.js';
import { ApiKeysRepository } from './api-keys.repository.js';

type Row = Awaited<ReturnType<ApiKeysRepository['list']>>[number];

const KEY_BYTES = 24;
const PREFIX_LENGTH = 8;

@Injectable()
export class ApiKeysService {
  constructor(
    private readonly repository: ApiKeysRepository,
    private readonly keys: ApiKeys,
  ) {}

  async list(studioId: string, query: PageQuery) {
    await this.keys.writeUses();
    return pageOf(await this.repository.list(studioId, query), query.limit, view);
  }

  async create(studioId: string, { name, scopes }: apiKeys.NewApiKey): Promise<apiKeys.MadeApiKey> {
    const key = `cue_${randomBytes(KEY_BYTES).toString('base64url')}`;
    const data = { name, scopes, prefix: key.slice(0, PREFIX_LENGTH), hash: ApiKeys.hashOf(key) };
    return { ...view(await this.repository.create(studioId, data)), key };
  }

  /** Said twice it has happened once. */
  async revoke(studioId: string, id: string): Promise<apiKeys.ApiKey> {
    const row = await this.repository.revoke(studioId, id);
    if (!row) throw notFound('key');
    this.keys.forget(`key:${row.id}`);
    return view(row);
  }
}

const view = (row: Row): apiKeys.ApiKey => ({
  id: row.id,
  name: row.name,
  prefix: row.prefix,
  scopes: row.scopes,
  createdAt: row.createdAt.toISOString(),
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  revokedAt: row.revokedAt?.toISOString() ?? null,
});
