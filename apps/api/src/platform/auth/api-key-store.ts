import { Injectable } from '@nestjs/common';
import { StudioDatabase } from '../database/studio-database.js';

export interface KeyHolder {
  readonly id: string;
  readonly studioId: string;
  readonly name: string;
  readonly scopes: readonly string[];
}

/** The keys of all studios, as whoever does not know the studio yet must see them. */
@Injectable()
export class ApiKeyStore {
  constructor(private readonly database: StudioDatabase) {}

  find(hash: string): Promise<KeyHolder | null> {
    return this.database.database.prisma.apiKey.findUnique({
      where: { hash, revokedAt: null },
      select: { id: true, studioId: true, name: true, scopes: true },
    });
  }

  /** Another process may have seen a later use: that one stays. */
  async writeUses(uses: ReadonlyMap<string, Date>): Promise<void> {
    await this.database.database.pool.query({
      name: 'write-key-uses',
      text: `UPDATE api_keys k SET last_used_at = u.at FROM unnest($1::uuid[], $2::timestamptz[]) AS u(id, at)
        WHERE k.id = u.id AND (k.last_used_at IS NULL OR k.last_used_at < u.at)`,
      values: [[...uses.keys()], [...uses.values()].map((at) => at.toISOString())],
    });
  }
}
