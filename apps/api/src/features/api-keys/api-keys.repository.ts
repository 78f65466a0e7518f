import { Injectable } from '@nestjs/common';
import type { ApiKey } from '@cueline/database';
import { StudioDatabase } from '../../platform/studio-database.js';

@Injectable()
export class ApiKeysRepository {
  constructor(private readonly database: StudioDatabase) {}

  list(studioId: string) {
    return this.database
      .of(studioId)
      .apiKey.findMany({ orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: 500 });
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
