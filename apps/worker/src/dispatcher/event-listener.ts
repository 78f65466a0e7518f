import pg from 'pg';
import { log } from '../platform/log.js';

const RECONNECT_MS = 1_000;

/** What is done when something is heard on a channel, and when the connection stands anew. */
export type Heard = Readonly<Record<string, () => void>>;

/** A connection of its own that hears of new events and of words to runs; made anew when it breaks. The sweeps cover what it misses meanwhile. */
export class EventListener {
  #client: pg.Client | undefined;
  #stopped = false;

  constructor(
    private readonly url: string,
    private readonly heard: Heard,
  ) {}

  async start(): Promise<void> {
    if (this.#stopped) return;
    const client = new pg.Client({ connectionString: this.url, keepAlive: true });
    this.#client = client;
    client.on('notification', ({ channel }) => this.heard[channel]?.());
    client.on('error', (error) => log.warn('The listening connection broke', error));
    client.on('end', () => this.#reconnect());
    try {
      await client.connect();
      for (const channel of Object.keys(this.heard)) await client.query(`LISTEN ${channel}`);
      for (const hear of Object.values(this.heard)) hear();
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
