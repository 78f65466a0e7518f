import type { Queryable } from '../client/statement.js';
import * as sql from './mailbox-notices.sql.js';

/** Mailboxes of whose trouble their owners have not been notified yet. */
export class MailboxNoticeQueue {
  constructor(private readonly on: Queryable) {}

  claim(limit: number): Promise<sql.TroubledMailbox[]> {
    return sql.claimTroubled.rows(this.on, { limit });
  }

  /** Nobody could be told: another time. */
  async giveBack({ studioId, mailboxId }: sql.TroubledMailbox): Promise<void> {
    await sql.reopenNotice.run(this.on, { studioId, mailboxId });
  }
}
