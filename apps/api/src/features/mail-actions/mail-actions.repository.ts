import { Injectable } from '@nestjs/common';
import type { mailActions } from '@cueline/contracts';
import { MailboxCommands, onPrisma, type GivenCommand, type NewCommand } from '@cueline/database';
import { StudioDatabase, type Transaction } from '../../platform/database/studio-database.js';
import { foldersOf, shownMails } from './mail-actions.sql.js';
import type { ShownMail } from './plan-action.js';

/** Of messages that lie on no server only the id. */
export interface Shown {
  readonly mails: readonly ShownMail[];
  readonly messageIds: ReadonlySet<string>;
}

@Injectable()
export class MailActionsRepository {
  constructor(private readonly database: StudioDatabase) {}

  async shown(studioId: string, of: mailActions.NewMailAction['of']): Promise<Shown> {
    const [messageIds, threadIds] = 'messageIds' in of ? [of.messageIds, []] : [[], of.threadIds];
    const rows = await shownMails.rows(this.#pool, { studioId, messageIds, threadIds });
    const mails = rows.flatMap(({ mailboxId, inFolder, uidValidity, uid, folder, flags, ...mail }) =>
      mailboxId === null || inFolder === null || uidValidity === null || uid === null || folder === null
        ? []
        : [{ ...mail, mailboxId, folder, flags: flags ?? [], place: { folder: inFolder, uidValidity, uid } }],
    );
    return { mails, messageIds: new Set(rows.map(({ messageId }) => messageId)) };
  }

  folders(studioId: string, mailboxIds: readonly string[]) {
    return foldersOf.rows(this.#pool, { studioId, mailboxIds });
  }

  ofBatch(studioId: string, batch: string): Promise<GivenCommand[]> {
    return new MailboxCommands(this.#pool, studioId).ofBatch(batch);
  }

  async give(studioId: string, by: string, commands: readonly NewCommand[]): Promise<void> {
    await this.database.change(studioId, (tx) => this.#in(tx, studioId).give(commands, by));
    await this.#wake(studioId, commands);
  }

  /** What nobody has begun is taken back, and what `undo` gives for the others is asked for: at once, so that nothing is begun in between. */
  async takeBack(
    studioId: string,
    by: string,
    batch: string,
    undo: (commands: readonly GivenCommand[]) => readonly NewCommand[],
  ): Promise<void> {
    const given = await this.database.change(studioId, async (tx) => {
      const all = this.#in(tx, studioId);
      const cancelled = await all.cancel(batch);
      const begun = (await all.ofBatch(batch)).filter(({ id, isUndone }) => !cancelled.has(id) && !isUndone);
      const commands = undo(begun);
      await all.give(commands, by);
      return commands;
    });
    await this.#wake(studioId, given);
  }

  #in(tx: Transaction, studioId: string): MailboxCommands {
    return new MailboxCommands(onPrisma(tx), studioId);
  }

  #wake(studioId: string, commands: readonly NewCommand[]): Promise<void> {
    return new MailboxCommands(this.#pool, studioId).notify(commands.map(({ mailboxId }) => mailboxId));
  }

  get #pool() {
    return this.database.database.pool;
  }
}
