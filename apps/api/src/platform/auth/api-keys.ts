import { Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { Subscription } from 'rxjs';
import { AccessChanges } from './access/access-changes.js';
import { ApiKeyStore, type KeyHolder } from './api-key-store.js';

/** The database tells every process when a key is revoked; nothing is kept while nobody listens. */
const CACHED_MS = 5_000;
const MOST_CACHED = 10_000;
/** When a key was last used is written this often, not with every request. */
const WRITE_USES_MS = 20_000;

interface Known {
  readonly holder: KeyHolder | null;
  readonly until: number;
}

/** Keys are looked up by their SHA-256: nothing of the key itself is compared or kept. */
@Injectable()
export class ApiKeys implements OnModuleInit, BeforeApplicationShutdown {
  readonly #known = new Map<string, Known>();
  readonly #uses = new Map<string, Date>();
  #heard: Subscription | undefined;
  #revocations = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly store: ApiKeyStore,
    private readonly changes: AccessChanges,
  ) {}

  static hashOf(key: string): string {
    return createHash('sha256').update(key).digest('hex');
  }

  async holder(key: string): Promise<KeyHolder | undefined> {
    const holder = await this.#find(ApiKeys.hashOf(key));
    if (holder) this.#uses.set(holder.id, new Date());
    return holder ?? undefined;
  }

  /** @param ended `key:id`, or undefined when any key may have been revoked */
  forget(ended: string | undefined): void {
    if (ended !== undefined && !ended.startsWith('key:')) return;
    this.#revocations++;
    for (const [hash, { holder }] of this.#known)
      if (ended === undefined || ended === `key:${holder?.id}`) this.#known.delete(hash);
  }

  /** Writes when each key was last used. What fails is kept for the next time. */
  async writeUses(): Promise<void> {
    if (this.#uses.size === 0) return;
    const uses = new Map(this.#uses);
    this.#uses.clear();
    try {
      await this.store.writeUses(uses);
    } catch (error) {
      for (const [id, at] of uses) if (!this.#uses.has(id)) this.#uses.set(id, at);
      console.warn(
        'The last use of keys could not be written',
        error instanceof Error ? error.message : error,
      );
    }
  }

  onModuleInit(): void {
    this.#heard = this.changes.all.subscribe((ended) => this.forget(ended));
    this.#timer = setInterval(() => void this.writeUses(), WRITE_USES_MS).unref();
  }

  /** While the database is still open. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    this.#heard?.unsubscribe();
    await this.writeUses();
  }

  async #find(hash: string): Promise<KeyHolder | null> {
    const known = this.changes.listening ? this.#known.get(hash) : undefined;
    if (known && known.until > Date.now()) return known.holder;
    const revocations = this.#revocations;
    const holder = await this.store.find(hash);
    if (this.#known.size >= MOST_CACHED) this.#known.clear();
    // Read before a revocation it may be out of date already.
    if (revocations === this.#revocations) this.#known.set(hash, { holder, until: Date.now() + CACHED_MS });
    return holder;
  }
}
