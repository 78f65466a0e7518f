import type { Pool } from 'pg';
import { MailboxMirror, WatchedMailboxRow, type HeldMailbox } from '@cueline/database';
import { drive, timing, type SyncState, type Write } from '@cueline/email/imap';
import { CannotConnect, ImapDriver, type ImapSettings, type ImapTimeouts } from '@cueline/email/imap-driver';
import { log } from '../../platform/log.js';
import { imapSettingsOf, type MailboxAccess } from '../connect/mailbox-settings.js';
import { PostgresMirrorStore } from '../mirror/mirror-store.js';
import type { HostPace } from './host-pace.js';
import type { Watching } from './mail-watch.js';
import type { ImportTurns } from './import-turns.js';
import { MailboxNotes } from './mailbox-notes.js';
import { restFor } from './rest.js';
import { statusOf } from './status.js';
import { WatchedServer } from './watched-server.js';
import { WatchedStore } from './watched-store.js';

/** After an error that is the product's own. */
const AGAIN_MS = 5_000;
/** What is being fetched is finished within it; after that it is cut off, and fetched again by the next holder. */
const LAST_BATCH_MS = 5_000;

export interface WatcherPorts {
  readonly pool: Pool;
  readonly access: MailboxAccess;
  readonly pace: HostPace;
  readonly turns: ImportTurns;
  /** Whether the others take this worker for alive. */
  readonly isSure: () => boolean;
  /** Bytes of mails have been stored. */
  readonly afterContents: (mailbox: HeldMailbox) => void;
  readonly timeouts?: ImapTimeouts;
}

/** Keeps one mailbox in sync for as long as it is held. */
export class Watcher implements Watching {
  readonly #stop = new AbortController();
  readonly #row: WatchedMailboxRow;
  readonly #notes: MailboxNotes;
  readonly #done: Promise<void>;
  #session = new AbortController();
  #server: WatchedServer | undefined;
  #wake: () => void = () => undefined;
  #giveTurnBack: () => void = () => undefined;
  /** By path: mails on the server. */
  #counts: ReadonlyMap<string, number> = new Map();
  /** When its server got a mail that was placed and is not stored yet, by its folder and UID. */
  readonly #arrivals = new Map<string, number>();
  #state: SyncState | undefined;
  hasEnded = false;
  /** When something was last stored: whoever has been at rest for longest is let go first. */
  busyAt = performance.now();

  constructor(
    private readonly ports: WatcherPorts,
    readonly lease: HeldMailbox,
    /** Of the settings that it has connected by. */
    public revision: number,
  ) {
    this.#row = new WatchedMailboxRow(ports.pool, lease);
    this.#notes = new MailboxNotes(this.#row, (milliseconds) => restFor(milliseconds, this.#stop.signal));
    this.#done = this.#run().finally(() => (this.hasEnded = true));
  }

  get isAtRest(): boolean {
    return this.#notes.status?.state !== 'importing';
  }

  /** Something is to be looked at now. */
  wake(): void {
    this.#wake();
    this.#server?.interrupt();
  }

  /** Its settings have changed: it connects by the new ones. */
  restart(revision: number): void {
    this.revision = revision;
    this.#endSession();
    void this.#server?.close();
  }

  /** What is being stored is stored. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#endSession();
    const late = setTimeout(() => void this.#server?.close(), LAST_BATCH_MS);
    await this.#done;
    clearTimeout(late);
    await this.#notes.settled();
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      this.#session = new AbortController();
      try {
        const { phase } = await this.#drive(this.#session.signal);
        if (phase.is === 'released') return;
      } catch (error) {
        if (this.#stop.signal.aborted) return;
        log.warnSeldom(this.lease.mailboxId, 'A mailbox could not be read', error);
        await restFor(AGAIN_MS, this.#session.signal);
      } finally {
        this.#giveTurnBack();
        await this.#server?.close();
      }
    }
  }

  async #drive(stop: AbortSignal): Promise<SyncState> {
    const { pool, timeouts } = this.ports;
    const known = await this.#row.settings();
    if (!known) throw new Error('The mailbox was removed.');
    const driver = new ImapDriver({
      settings: (rejected) => this.#settings(rejected),
      random: Math.random,
      distrusts: known.distrusts,
      ...(timeouts && { timeouts }),
    });
    const server = new WatchedServer(driver, {
      isSure: this.ports.isSure,
      heavy: () => this.#heavy(stop),
      proven: () => this.#notes.proven(new Date(Date.now() + timing.idle)),
      counted: (counts) => (this.#counts = counts),
    });
    this.#server = server;
    const store = new WatchedStore(new PostgresMirrorStore(new MailboxMirror(pool, this.lease)), {
      stored: (write) => this.#stored(write),
      rest: (milliseconds) => restFor(milliseconds, stop),
      stop,
    });
    return drive({
      ...{ server, store, stop },
      now: Date.now,
      rest: (until) => this.#rest(until, stop),
      onState: (state) => this.#show(state),
    });
  }

  /** Read anew for each connection. */
  async #settings(rejected?: string): Promise<ImapSettings> {
    const row = await this.#row.settings();
    if (!row) throw new CannotConnect('server', 'The mailbox was removed.');
    await this.ports.pace.turn(row.host);
    this.revision = row.revision;
    return imapSettingsOf(this.ports.access, this.lease.studioId, row, rejected);
  }

  /** Older mail waits for its turn; what has just come does not. */
  async #heavy(stop: AbortSignal): Promise<void> {
    this.#giveTurnBack();
    if (this.isAtRest) return;
    this.#giveTurnBack = (await this.ports.turns.take(this.lease.studioId, stop)) ?? (() => undefined);
  }

  #show(state: SyncState): void {
    this.#state = state;
    const status = statusOf(state, this.#notes.status?.state, Date.now());
    if (status) this.#notes.show(status, this.revision, this.#total(state));
  }

  #total({ folders }: SyncState): number {
    return folders
      .filter(({ isSynced }) => isSynced)
      .reduce((sum, { path, count }) => sum + Math.max(count, this.#counts.get(path) ?? 0), 0);
  }

  #stored(write: Write): void {
    this.#giveTurnBack();
    this.busyAt = performance.now();
    if (write.write === 'mirror' && this.isAtRest)
      for (const { uid, at } of write.placed) this.#arrivals.set(`${write.folder} ${uid}`, at);
    if (write.write !== 'contents' || write.fetched.length === 0) return;
    const arrived = write.fetched.flatMap(({ uid }) => this.#arrivals.get(`${write.folder} ${uid}`) ?? []);
    if (arrived.length > 0) this.#notes.lag(new Date(Math.max(...arrived)));
    if (!this.#state?.folders.some(({ wanting }) => wanting > 0) || this.isAtRest) this.#arrivals.clear();
    this.ports.afterContents(this.lease);
  }

  #rest(until: number | undefined, stop: AbortSignal): Promise<void> {
    const woken = new AbortController();
    this.#wake = () => woken.abort();
    // Without a time it waits for somebody; a day is as good, and no timer can be set for longer than some.
    const milliseconds = until === undefined ? 86_400_000 : Math.max(0, until - Date.now());
    return restFor(milliseconds, AbortSignal.any([woken.signal, stop]));
  }

  #endSession(): void {
    this.#session.abort();
    this.wake();
  }
}
