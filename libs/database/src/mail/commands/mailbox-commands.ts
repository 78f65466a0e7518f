import type { Queryable } from '../../client/statement.js';
import { MAILBOXES_CHANNEL } from '../mail-leases.js';
import { cancelCommands, commandsOfBatch } from './of-batch.sql.js';
import { giveCommands, notifyMailbox, type NewCommand } from './give.sql.js';

export type { CommandBase, NewCommand } from './give.sql.js';
export type GivenCommand = Awaited<ReturnType<typeof commandsOfBatch.rows>>[number];

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

  /** What came of one click, in its order. */
  ofBatch(batch: string) {
    return commandsOfBatch.rows(this.on, { studioId: this.studioId, batch });
  }

  /** @returns those that nobody had begun: they are not carried out */
  async cancel(batch: string): Promise<ReadonlySet<string>> {
    const rows = await cancelCommands.rows(this.on, { studioId: this.studioId, batch });
    return new Set(rows.map(({ id }) => id));
  }

  /** After the commit. */
  async notify(mailboxIds: Iterable<string>): Promise<void> {
    for (const mailboxId of new Set(mailboxIds))
      await notifyMailbox.run(this.on, { channel: MAILBOXES_CHANNEL, mailboxId });
  }
}
