import pg from 'pg';

const RECONNECT_MS = 1_000;

/** What is done when something is heard on a channel. Without a payload: the connection is new, and something may have been missed. */
export type Heard = Readonly<Record<string, (payload?: string) => void>>;

/** A connection of its own that listens on PostgreSQL's channels, and is made anew when it breaks. */
export class ChannelListener {
  #client: pg.Client | undefined;
  #stopped = false;
  #listening = false;

  constructor(
    private readonly url: string,
    private readonly heard: Heard,
    private readonly warn: (message: string, error: unknown) => void,
  ) {}

  /** While this is false, notifications are missed. */
  get listening(): boolean {
    return this.#listening;
  }

  async start(): Promise<void> {
    if (this.#stopped) return;
    const client = new pg.Client({ connectionString: this.url, keepAlive: true });
    this.#client = client;
    client.on('notification', ({ channel, payload }) => this.heard[channel]?.(payload || undefined));
    client.on('error', (error) => {
      this.#listening = false;
      this.warn('The listening connection broke', error);
    });
    client.on('end', () => this.#reconnect());
    try {
      await client.connect();
      for (const channel of Object.keys(this.heard)) await client.query(`LISTEN ${channel}`);
      this.#listening = true;
      for (const hear of Object.values(this.heard)) hear();
    } catch (error) {
      this.warn('PostgreSQL is away', error);
      await client.end().catch(() => this.#reconnect());
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#client?.end();
  }

  #reconnect(): void {
    this.#listening = false;
    if (!this.#stopped) setTimeout(() => void this.start(), RECONNECT_MS);
  }
}
