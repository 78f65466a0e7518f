import type { Queryable } from '../client/statement.js';
import * as sql from './lease.sql.js';
import type { HeldMailbox } from './mailbox-mirror.js';

/** Something of a mailbox has changed: it is new, has other settings, was let go. The payload is its id. */
export const MAILBOXES_CHANNEL = 'cueline_mailboxes';

/** A worker as others see it. */
export interface WatchingWorker {
  readonly id: string;
  /** How many mailboxes it can hold. */
  readonly slots: number;
  readonly version: string;
}

export interface WatchedMailbox {
  readonly lease: HeldMailbox;
  /** Of its settings and its secret. */
  readonly revision: number;
  readonly isPaused: boolean;
}

/** Who watches which mailbox. A worker holds what it has taken as long as its heart beats; another takes it over then. */
export class MailLeases {
  /** @param deadAfter seconds of silence */
  constructor(
    private readonly on: Queryable,
    private readonly worker: WatchingWorker,
    private readonly deadAfter: number,
  ) {}

  async beat(): Promise<void> {
    const { id, slots, version } = this.worker;
    await sql.beatWorker.run(this.on, { worker: id, slots, version });
  }

  /** As many as each worker has where all have alike; never more than it can hold. */
  async share(): Promise<number> {
    const { mailboxes, workers } = (await sql.countShares.first(this.on, { deadAfter: this.deadAfter }))!;
    return Math.min(this.worker.slots, Math.ceil(mailboxes / Math.max(1, workers)));
  }

  /** @returns how many it got */
  async claim(limit: number): Promise<number> {
    await sql.openLeases.run(this.on, {});
    const { id: worker } = this.worker;
    return sql.claimMailboxes.run(this.on, { worker, deadAfter: this.deadAfter, limit });
  }

  async held(): Promise<WatchedMailbox[]> {
    const { id: holder } = this.worker;
    const rows = await sql.listHeld.rows(this.on, { worker: holder });
    return rows.map(({ studioId, mailboxId, fence, revision, state }) => ({
      lease: { studioId, mailboxId, holder, fence },
      revision,
      isPaused: state === 'paused',
    }));
  }

  /** Others may take it at once. */
  async release(lease: HeldMailbox): Promise<void> {
    await sql.releaseMailbox.run(this.on, { ...lease, channel: MAILBOXES_CHANNEL });
  }

  async leave(): Promise<void> {
    await sql.forgetWorkers.run(this.on, { worker: this.worker.id });
  }
}
