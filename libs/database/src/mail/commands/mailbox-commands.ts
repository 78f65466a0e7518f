import type { Queryable } from '../../client/statement.js';
import { MAILBOXES_CHANNEL } from '../mail-leases.js';
import { giveCommands, notifyMailbox, type NewCommand } from './give.sql.js';

export type { CommandBase, NewCommand } from './give.sql.js';

/** What people want of their mailboxes. Workers carry it out. */
export class MailboxCommands {
  constructor(
    private readonly on: Queryable,
    private readonly studioId: string,
  ) {}

  async give(commands: readonly NewCommand[], createdBy: string): Promise<void> {
    if (commands.length > 0)
      await giveCommands.run(this.on, { studioId: this.studioId, createdBy, commands });
  }

  /** After the commit. */
  async notify(mailboxIds: Iterable<string>): Promise<void> {
    for (const mailboxId of new Set(mailboxIds))
      await notifyMailbox.run(this.on, { channel: MAILBOXES_CHANNEL, mailboxId });
  }
}
