import pg from 'pg';
import { EVENTS_CHANNEL } from '@cueline/database';
import { log } from '../platform/log.js';

const RECONNECT_MS = 1_000;

/** A connection of its own that hears of new events; made anew when it breaks. The sweep covers what it misses meanwhile. */
export class EventListener {
  #client: pg.Client | undefined;
  #stopped = false;

  constructor(
    private readonly url: string,
    private readonly onEvent: () => void,
  ) {}

  async start(): Promise<void> {
    if (this.#stopped) return;
    const client = new pg.Client({ connectionString: this.url, keepAlive: true });
    this.#client = client;
    client.on('notification', this.onEvent);
    client.on('error', (error) => log.warn('The listening connection broke', error));
    client.on('end', () => this.#reconnect());
    try {
      await client.connect();
      await client.query(`LISTEN ${EVENTS_CHANNEL}`);
      this.onEvent();
    } catch (error) {
      log.warn('PostgreSQL is away', error);
      await client.end().catch(() => this.#reconnect());
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#client?.end();
  }

  #reconnect(): void {
    if (!this.#stopped) setTimeout(() => void this.start(), RECONNECT_MS);
  }
}
