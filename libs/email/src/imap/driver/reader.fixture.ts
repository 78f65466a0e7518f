import type { ImapServer } from '@cueline/testkit/imap-server';
import type { Observation, ServerAsk } from '../core/index.js';
import { drive } from '../drive.js';
import type { MailServer } from '../ports.js';
import { MemoryStore } from '../simulated/memory-store.fixture.js';
import { linesOf } from '../simulated/story.fixture.js';
import { ImapDriver } from './imap-driver.js';

/** Reads a real server into a store in memory, each time until there is nothing left but to listen. */
export class Reader implements MailServer {
  readonly store: MemoryStore;
  readonly driver: ImapDriver;
  readonly requests: ServerAsk[] = [];
  /** Before each command. */
  before: () => Promise<void> = () => Promise.resolve();
  /** What is heard instead of an answer. */
  after: (ask: ServerAsk) => Observation | undefined = () => undefined;
  #stop = new AbortController();
  /** How far our clock is ahead: rests and pauses between rounds take no time. */
  #ahead = 0;

  constructor(server: ImapServer, random: () => number = () => 0.5) {
    const mailbox = { connectedAt: Date.now(), distrusts: [], syncs: 'all', sentCopy: 'unknown' } as const;
    this.store = new MemoryStore(() => this.#now(), mailbox);
    const { host, port } = server;
    const settings = { host, port, security: 'none', user: 'studio', secret: { password: 'x' } } as const;
    this.driver = new ImapDriver({ settings: () => Promise.resolve(settings), random, distrusts: [] });
  }

  async read(): Promise<void> {
    this.#stop = new AbortController();
    this.#ahead += 11 * 60_000;
    await drive({
      ...{ server: this, store: this.store, now: () => this.#now(), stop: this.#stop.signal },
      rest: (until) => {
        this.#ahead += Math.max(0, (until ?? 0) - this.#now());
        return Promise.resolve();
      },
    });
    await this.driver.close();
  }

  async answer(ask: ServerAsk): Promise<Observation> {
    this.requests.push(ask);
    if (ask.ask === 'idle') {
      this.#ahead += ask.milliseconds;
      // What is tried again in a moment is waited for.
      if (ask.milliseconds > 10_000) this.#stop.abort();
      return { saw: 'noticed', isChange: false };
    }
    await this.before();
    const answer = await this.driver.answer(ask);
    return this.after(ask) ?? answer;
  }

  interrupt(): void {
    this.driver.interrupt();
  }

  close(): Promise<void> {
    return this.driver.close();
  }

  known(): Record<string, string[]> {
    return linesOf(this.store);
  }

  #now(): number {
    return Date.now() + this.#ahead;
  }
}
