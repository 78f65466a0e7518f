import { Injectable } from '@nestjs/common';
import type { ApiKey } from '@cueline/database';
import type { PageQuery } from '@cueline/contracts';
import { known, pageArgs } from '../../platform/paging/cursor.js';
import { StudioDatabase } from '../../platform/database/studio-database.js';

@Injectable()
export class ApiKeysRepository {
  constructor(private readonly database: StudioDatabase) {}

  list(studioId: string, query: PageQuery) {
    const { apiKey } = this.database.of(studioId);
    return known(query, apiKey.findMany(pageArgs(query)), (id) =>
      apiKey.findUnique({ where: { id }, select: { id: true } }),
    );
  }

  create(studioId: string, data: Pick<ApiKey, 'name' | 'scopes' | 'prefix' | 'hash'>) {
    return this.database.of(studioId).apiKey.create({ data: { ...data, studioId } });
  }

  /** @returns null when the studio has no such key */
  async revoke(studioId: string, id: string) {
    const db = this.database.of(studioId);
    await db.apiKey.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: new Date() } });
    return db.apiKey.findUnique({ where: { id } });
  }
}
