import type { Queryable } from '../client/statement.js';
import type { CommandUpdate } from './commands/command.js';
import * as commands from './commands/commands.sql.js';
import * as contents from './contents.sql.js';
import * as folders from './folders.sql.js';
import * as placements from './placements.sql.js';
import type { PlacedRow } from './placements.sql.js';

export interface MailboxKey {
  readonly studioId: string;
  readonly mailboxId: string;
}

/** A folder under the numbers that its server has for it. */
export interface NumberedFolder {
  readonly folderId: string;
  readonly uidValidity: string;
}

type ParamsOf<S> = S extends { run(on: Queryable, params: infer P): unknown } ? P : never;
type Own<S> = Omit<ParamsOf<S>, keyof MailboxKey>;

/** What one write changes of the mirror of a mailbox. All of it may be repeated. UIDs are multiranges, as PostgreSQL writes them. */
export class MirrorChanges {
  constructor(
    private readonly on: Queryable,
    private readonly key: MailboxKey,
  ) {}

  /** Kept folders get their paths at once: two may have changed places. */
  async setFolders(
    found: Own<typeof folders.insertFolders>['folders'],
    kept: Own<typeof folders.updateFolders>['folders'],
    gone: readonly string[],
    moved: readonly string[],
  ): Promise<void> {
    await placements.loseFoldersPlacements.run(this.on, { studioId: this.key.studioId, ids: gone });
    await folders.loseFolders.run(this.on, { ...this.key, ids: gone });
    if (moved.length > 0) await folders.moveFolders.run(this.on, { ...this.key, ids: moved });
    await folders.updateFolders.run(this.on, { ...this.key, folders: kept });
    if (found.length > 0) await folders.insertFolders.run(this.on, { ...this.key, folders: found });
  }

  async begin(folder: Own<typeof folders.beginFolder>): Promise<void> {
    await placements.loseFoldersPlacements.run(this.on, {
      studioId: this.key.studioId,
      ids: [folder.folderId],
    });
    await folders.beginFolder.run(this.on, { ...this.key, ...folder });
  }

  async place(
    folder: NumberedFolder,
    rows: readonly PlacedRow[],
    gone: string | undefined,
    unreadable: string | undefined,
  ): Promise<void> {
    const key = { ...this.key, ...folder };
    if (rows.length > 0) await placements.insertPlacements.run(this.on, { ...key, rows });
    if (gone !== undefined) await placements.losePlacements.run(this.on, { ...key, uids: gone });
    if (unreadable !== undefined)
      await placements.insertUnreadable.run(this.on, { ...key, uids: unreadable });
    await folders.countFolder.run(this.on, { ...this.key, folderId: folder.folderId });
  }

  async setFlags(folder: NumberedFolder, rows: Own<typeof placements.updateFlags>['rows']): Promise<void> {
    await placements.updateFlags.run(this.on, { ...this.key, ...folder, rows });
  }

  async moveCursor(cursor: Own<typeof folders.moveCursor>): Promise<void> {
    await folders.moveCursor.run(this.on, { ...this.key, ...cursor });
  }

  async store(
    folder: NumberedFolder,
    mails: readonly Omit<Own<typeof contents.insertIntake>, keyof NumberedFolder>[],
  ): Promise<void> {
    const key = { ...this.key, ...folder };
    for (const mail of mails) await contents.insertIntake.run(this.on, { ...key, ...mail });
    const rows = mails.map(({ uid, sha256, headerSha256 }) => ({ uid, sha256, headerSha256 }));
    if (rows.length > 0) await contents.setContents.run(this.on, { ...key, rows });
  }

  async recognize(
    folder: NumberedFolder,
    rows: Own<typeof contents.recognizePlacements>['rows'],
  ): Promise<void> {
    if (rows.length > 0) await contents.recognizePlacements.run(this.on, { ...this.key, ...folder, rows });
  }

  async miss(folder: NumberedFolder, uids: string): Promise<void> {
    await contents.missContents.run(this.on, { ...this.key, ...folder, uids });
  }

  /** What has come of commands. @returns those that a person has taken back meanwhile */
  async updateCommands(fence: string, updates: readonly CommandUpdate[]): Promise<string[]> {
    if (updates.length === 0) return [];
    const others = await commands.updateCommands.rows(this.on, { ...this.key, fence, updates });
    return others.filter(({ state }) => state === 'cancelled').map(({ id }) => id);
  }

  async copy(
    from: NumberedFolder,
    to: NumberedFolder,
    uids: readonly (readonly [from: number, to: number])[],
  ): Promise<void> {
    const target = { toId: to.folderId, toUidValidity: to.uidValidity, uids };
    await commands.copyPlacements.run(this.on, { ...this.key, ...from, ...target });
    await folders.countFolder.run(this.on, { ...this.key, folderId: to.folderId });
  }

  async learnSentCopy(sentCopy: 'provider' | 'ours'): Promise<void> {
    await commands.learnSentCopy.run(this.on, { ...this.key, sentCopy });
  }
}
