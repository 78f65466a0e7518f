import type { Reason } from '@cueline/workflows';
import type { Queryable } from '../client/statement.js';
import type { MailboxState } from '../generated/client.js';
import type { HeldMailbox } from './mailbox-mirror.js';
import * as sql from './watched-mailbox.sql.js';

/** What people see of a mailbox that is watched. */
export interface MailboxStatus {
  readonly state: Extract<MailboxState, 'importing' | 'live' | 'waiting' | 'needs_you'>;
  readonly cause: string | null;
  readonly reason: Reason | null;
  readonly waitingUntil: Date | null;
}

/** What its holder writes of a mailbox beside its mirror: nothing, when another has taken it. */
export class WatchedMailboxRow {
  constructor(
    private readonly on: Queryable,
    private readonly lease: HeldMailbox,
  ) {}

  /** Undefined where it was removed. */
  settings(): Promise<sql.MailboxSettings | undefined> {
    const { studioId, mailboxId } = this.lease;
    return sql.findSettings.first(this.on, { studioId, mailboxId });
  }

  async noteState(revision: number, status: MailboxStatus): Promise<void> {
    await sql.noteState.run(this.on, { ...this.lease, revision, ...status });
  }

  async noteProof(nextCheckAt: Date): Promise<void> {
    await sql.noteProof.run(this.on, { ...this.lease, nextCheckAt });
  }

  /** @param total mails that its server counts in the folders that are synced */
  async noteProgress(total: number): Promise<void> {
    await sql.noteProgress.run(this.on, { ...this.lease, total });
  }

  /** @param at when the server got a mail that has just been stored */
  async noteLag(at: Date): Promise<void> {
    await sql.noteLag.run(this.on, { ...this.lease, at });
  }
}
