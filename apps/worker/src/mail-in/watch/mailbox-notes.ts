import type { MailboxStatus, WatchedMailboxRow } from '@cueline/database';
import { log } from '../../platform/log.js';
import { isSame } from './status.js';

/** How often a proof is written while nothing else changes: each would be a transaction of its own. */
const PROOF_EVERY_MS = 30_000;
const PROGRESS_EVERY_MS = 2_000;
const AGAIN_MS = 1_000;

type Row = Pick<WatchedMailboxRow, 'noteState' | 'noteProof' | 'noteProgress' | 'noteLag'>;

/** Writes how a mailbox is, one thing after the other and the newest of each kind: the sync does not wait for it. */
export class MailboxNotes {
  readonly #pending = new Map<string, () => Promise<void>>();
  #writing: Promise<void> | undefined;
  #status: MailboxStatus | undefined;
  #provenAt = -Infinity;
  #progressAt = -Infinity;

  constructor(
    private readonly row: Row,
    private readonly rest: (milliseconds: number) => Promise<void>,
  ) {}

  get status(): MailboxStatus | undefined {
    return this.#status;
  }

  /** @param revision of the settings that it is by @param total mails on the server */
  show(status: MailboxStatus, revision: number, total: number): void {
    const isImporting = status.state === 'importing';
    const isNew = !isSame(this.#status, status);
    const now = performance.now();
    if (isNew || (isImporting && now - this.#progressAt >= PROGRESS_EVERY_MS)) {
      this.#progressAt = now;
      if (isImporting || status.state === 'live') this.#note('progress', () => this.row.noteProgress(total));
    }
    if (!isNew) return;
    this.#status = status;
    this.#provenAt = -Infinity;
    this.#note('state', () => this.row.noteState(revision, status));
  }

  proven(nextCheckAt: Date): void {
    const now = performance.now();
    if (now - this.#provenAt < PROOF_EVERY_MS) return;
    this.#provenAt = now;
    this.#note('proof', () => this.row.noteProof(nextCheckAt));
  }

  lag(at: Date): void {
    this.#note('lag', () => this.row.noteLag(at));
  }

  /** Settles when everything is written, or cannot be. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  #note(what: string, write: () => Promise<void>): void {
    this.#pending.set(what, write);
    this.#writing ??= this.#write().finally(() => (this.#writing = undefined));
  }

  async #write(): Promise<void> {
    for (;;) {
      const [next] = this.#pending;
      if (!next) return;
      const [what, write] = next;
      this.#pending.delete(what);
      try {
        await write();
      } catch (error) {
        log.warnSeldom(`mailbox ${what}`, 'How a mailbox is could not be written', error);
        await this.rest(AGAIN_MS);
        // What is lost now is written again with the next change; how it is, is not.
        if (what === 'state' && !this.#pending.has(what)) this.#pending.set(what, write);
      }
    }
  }
}
