import type { HeldMailbox, MailLeases, WatchedMailbox } from '@cueline/database';
import { log } from '../../platform/log.js';

/** Milliseconds. A worker is dead to the others after `DEAD_AFTER_S` of silence: three beats may be lost. */
export const watchTimes = { beat: 5_000, sweep: 5_000 } as const;
export const DEAD_AFTER_S = 20;
/** Claimed in one go; a thousand take ten. */
const AT_ONCE = 100;

/** What keeps one mailbox in sync. */
export interface Watching {
  readonly lease: HeldMailbox;
  readonly revision: number;
  /** Nothing but new mail is being fetched. */
  readonly isAtRest: boolean;
  readonly busyAt: number;
  /** It found that another has the mailbox. */
  readonly hasEnded: boolean;
  wake(): void;
  restart(revision: number): void;
  stop(): Promise<void>;
}

export interface WatchPorts {
  readonly leases: Pick<MailLeases, 'beat' | 'share' | 'claim' | 'held' | 'release' | 'leave'>;
  readonly watch: (mailbox: WatchedMailbox) => Watching;
  readonly times?: { readonly beat: number; readonly sweep: number };
}

/** The mailboxes that this worker holds: its share of all, taken over from whoever is silent, each with its watcher. */
export class MailWatch {
  readonly #watchers = new Map<string, Watching>();
  /** On their way out: not to be begun again before they have ended. */
  readonly #ending = new Map<string, Promise<void>>();
  readonly #timers: NodeJS.Timeout[] = [];
  #sweeping: Promise<void> | undefined;
  #isAgain = false;
  #isStopping = false;
  /** By a clock that no one sets: when the last heartbeat that is stored was sent. */
  #beatAt = -Infinity;

  constructor(private readonly ports: WatchPorts) {}

  start(): void {
    const { beat, sweep } = this.ports.times ?? watchTimes;
    this.#timers.push(setInterval(() => void this.#beat(), beat));
    this.#timers.push(setInterval(() => void this.sweep(), sweep));
    void this.sweep();
  }

  /** Whether the others still take this worker for alive, with some seconds to spare: before something is changed on a server. */
  get isSure(): boolean {
    return performance.now() - this.#beatAt < (DEAD_AFTER_S * 1_000) / 2;
  }

  /** @param mailboxId something of it has changed; without it something may have been missed */
  heard(mailboxId?: string): void {
    if (mailboxId !== undefined) this.#watchers.get(mailboxId)?.wake();
    void this.sweep();
  }

  /** What comes while one is under way is done by the next. */
  sweep(): Promise<void> {
    if (this.#isStopping) return Promise.resolve();
    this.#isAgain = true;
    return (this.#sweeping ??= this.#sweepAll().finally(() => (this.#sweeping = undefined)));
  }

  /** What is being stored is stored; then others may have everything. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    for (const timer of this.#timers) clearInterval(timer);
    await this.#sweeping;
    for (const id of [...this.#watchers.keys()]) this.#end(id, true);
    await Promise.all(this.#ending.values());
    await this.ports.leases
      .leave()
      .catch((error: unknown) => log.warn('The worker could not sign off', error));
  }

  async #beat(): Promise<void> {
    const sentAt = performance.now();
    try {
      await this.ports.leases.beat();
      this.#beatAt = sentAt;
    } catch (error) {
      log.warnSeldom('mail heartbeat', 'The heartbeat of the mailboxes failed', error);
    }
  }

  async #sweepAll(): Promise<void> {
    while (this.#isAgain && !this.#isStopping) {
      this.#isAgain = false;
      try {
        await this.#sweepOnce();
      } catch (error) {
        log.warnSeldom('mailboxes', 'The sweep of mailboxes failed', error);
      }
    }
  }

  async #sweepOnce(): Promise<void> {
    const { leases } = this.ports;
    if (this.#beatAt === -Infinity) await this.#beat();
    const share = await leases.share();
    let held = await leases.held();
    const room = Math.min(AT_ONCE, share - held.length);
    if (room > 0) {
      const claimed = await leases.claim(room);
      if (claimed > 0) held = await leases.held();
      // There may be more.
      if (claimed === AT_ONCE) this.#isAgain = true;
    }
    this.#adjust(held);
    const surplus = this.#watchers.size - share;
    if (surplus > 0) for (const id of this.#longestAtRest(surplus)) this.#end(id, true);
  }

  #adjust(held: readonly WatchedMailbox[]): void {
    const byId = new Map(held.map((one) => [one.lease.mailboxId, one]));
    for (const [id, watcher] of this.#watchers) {
      const now = byId.get(id);
      if (!now || now.lease.fence !== watcher.lease.fence) this.#end(id, false);
      else if (now.isPaused || watcher.hasEnded) this.#end(id, true);
      else if (now.revision !== watcher.revision) watcher.restart(now.revision);
    }
    for (const [id, one] of byId) {
      if (this.#watchers.has(id) || this.#ending.has(id)) continue;
      if (one.isPaused) void this.#release(one.lease);
      else this.#watchers.set(id, this.ports.watch(one));
    }
  }

  #longestAtRest(count: number): string[] {
    return [...this.#watchers]
      .sort(([, a], [, b]) => Number(b.isAtRest) - Number(a.isAtRest) || a.busyAt - b.busyAt)
      .slice(0, count)
      .map(([id]) => id);
  }

  /** @param releases nobody has it yet: others may take it at once */
  #end(id: string, releases: boolean): void {
    const watcher = this.#watchers.get(id)!;
    this.#watchers.delete(id);
    const ending = watcher
      .stop()
      .then(() => (releases ? this.#release(watcher.lease) : undefined))
      .catch((error: unknown) => log.warn('A mailbox could not be let go', error))
      .finally(() => this.#ending.delete(id));
    this.#ending.set(id, ending);
  }

  async #release(lease: HeldMailbox): Promise<void> {
    await this.ports.leases.release(lease);
  }
}
