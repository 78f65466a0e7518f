import { Injectable } from '@nestjs/common';
import { writeKeyUses } from './api-keys.sql.js';
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

  async writeUses(uses: ReadonlyMap<string, Date>): Promise<void> {
    const at = [...uses.values()].map((one) => one.toISOString());
    await writeKeyUses.run(this.database.database.pool, { ids: [...uses.keys()], at });
  }
}
