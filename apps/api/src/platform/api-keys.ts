import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { StudioDatabase } from './studio-database.js';

export interface KeyHolder {
  readonly studioId: string;
  readonly scopes: readonly string[];
}

/** A revoked key is refused after this long at the latest. */
const CACHED_MS = 5_000;
const MOST_CACHED = 10_000;

/** Keys are looked up by their SHA-256: nothing of the key itself is compared or kept. */
@Injectable()
export class ApiKeys {
  readonly #known = new Map<string, { holder: KeyHolder | undefined; until: number }>();

  constructor(private readonly database: StudioDatabase) {}

  async holder(key: string): Promise<KeyHolder | undefined> {
    const hash = createHash('sha256').update(key).digest('hex');
    const known = this.#known.get(hash);
    if (known && known.until > Date.now()) return known.holder;
    const row = await this.database.database.prisma.apiKey.findUnique({
      where: { hash, revokedAt: null },
      select: { studioId: true, scopes: true },
    });
    if (this.#known.size >= MOST_CACHED) this.#known.clear();
    this.#known.set(hash, { holder: row ?? undefined, until: Date.now() + CACHED_MS });
    return row ?? undefined;
  }
}
