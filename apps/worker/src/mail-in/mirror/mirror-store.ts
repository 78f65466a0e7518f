import type { MailFolderRow, MailboxMirror } from '@cueline/database';
import {
  folderIdOf,
  isNews,
  modSeqOf,
  uidValidityOf,
  type CommandId,
  type Folder,
  type FolderId,
  type MirrorStore,
  type Observation,
  type StoreAsk,
  type Write,
  type WriteOf,
} from '@cueline/email/imap';
import { commandOf } from '../commands/command-row.js';
import { setCommands } from '../commands/set-commands.js';
import type { Changes } from './changes.js';
import { multirangeOf, uidsOf } from './multirange.js';

/** The mirror of a mailbox in PostgreSQL, as the core of the sync sees it. */
export class PostgresMirrorStore implements MirrorStore {
  #rows = new Map<string, MailFolderRow>();

  constructor(private readonly mirror: MailboxMirror) {}

  async answer(ask: StoreAsk): Promise<Observation> {
    if (ask.ask === 'wanted') return { saw: 'wanted', rows: await this.mirror.wanted(ask.folder, ask.most) };
    if (ask.ask === 'localUids') {
      const { uids, unreadable } = await this.mirror.placed(ask.folder);
      return { saw: 'localUids', uids: uidsOf(uids), unreadable: uidsOf(unreadable) };
    }
    if (ask.ask === 'commands')
      return { saw: 'commands', rows: (await this.mirror.commands(ask.most)).map(commandOf) };
    if (ask.ask === 'mailOf') return { saw: 'mailOf', bytes: await this.mirror.commandContent(ask.command) };
    const { mailbox, folders } = await this.mirror.load();
    const { connectedAt, distrusts, syncsAll, sentCopy } = mailbox;
    return {
      saw: 'loaded',
      mailbox: {
        ...{ connectedAt: connectedAt.getTime(), distrusts, sentCopy },
        syncs: syncsAll ? 'all' : 'roles',
      },
      folders: this.#known(folders),
    };
  }

  async commit(write: Write): Promise<Observation> {
    let takenBack: readonly CommandId[] = [];
    const folders = await this.mirror.commit(write.facts, async (changes) => {
      if (write.write === 'commands') takenBack = await setCommands(changes, write, this.mirror.fence);
      else await this.#change(changes, write);
    });
    if (!folders) return { saw: 'leaseLost' };
    return { saw: 'committed', folders: this.#known(folders), takenBack };
  }

  #known(rows: readonly MailFolderRow[]): Folder[] {
    this.#rows = new Map(rows.map((row) => [row.id, row]));
    return rows.map(folderOf);
  }

  #change(changes: Changes, write: Exclude<Write, WriteOf<'commands'>>): Promise<void> {
    switch (write.write) {
      case 'folders':
        return this.#setFolders(changes, write);
      case 'begin':
        return changes.begin({
          ...{ folderId: write.folder, uidValidity: write.uidValidity, objectId: write.objectId },
          ...{ uidNext: write.uidNext, newFromUid: write.newFrom.uid, newFromAt: new Date(write.newFrom.at) },
        });
      case 'mirror':
        return this.#mirror(changes, write);
      case 'contents':
        return setContents(changes, write);
    }
  }

  #setFolders(changes: Changes, { found, kept, gone }: WriteOf<'folders'>): Promise<void> {
    const fresh = found.map(({ path, delimiter, role, isSynced, status }) => ({
      ...{ path, delimiter, role, isSynced },
      objectId: status?.objectId ?? null,
    }));
    const moved = kept.filter(({ id, path }) => this.#rows.get(id)?.path !== path).map(({ id }) => id);
    return changes.setFolders(fresh, kept, gone, moved);
  }

  async #mirror(changes: Changes, write: WriteOf<'mirror'>): Promise<void> {
    const { placed, flags, gone, unreadable, cursor } = write;
    const folder = keyOf(write);
    if (placed.length + gone.length + unreadable.length > 0)
      await changes.place(folder, this.#withNews(write), setOf(gone), setOf(unreadable));
    if (flags.length > 0) await changes.setFlags(folder, flags);
    if (Object.keys(cursor).length > 0)
      await changes.moveCursor({
        folderId: write.folder,
        ...{ uidNext: cursor.uidNext ?? null, floor: cursor.floor ?? null },
        ...{ setsModSeq: cursor.modSeq !== undefined, modSeq: cursor.modSeq ?? null },
        ...{ comparedAt: dateOf(cursor.comparedAt), flagsReadAt: dateOf(cursor.flagsReadAt) },
        checkedAt: dateOf(cursor.checkedAt),
      });
  }

  #withNews({ folder, placed }: WriteOf<'mirror'>) {
    const { role, newFromUid, newFromAt } = this.#rows.get(folder)!;
    const known = { role, newFrom: { uid: newFromUid, at: newFromAt.getTime() } };
    return placed.map((row) => ({ ...row, isNews: isNews(row, known) }));
  }
}

async function setContents(changes: Changes, write: WriteOf<'contents'>): Promise<void> {
  const folder = keyOf(write);
  await changes.store(
    folder,
    write.fetched.map(({ bytes, ...mail }) => ({ ...mail, content: bytes })),
  );
  await changes.recognize(folder, write.known);
  if (write.missed.length > 0) await changes.miss(folder, multirangeOf(write.missed));
}

const keyOf = ({ folder, uidValidity }: { folder: FolderId; uidValidity: string }) => ({
  folderId: folder,
  uidValidity,
});
const setOf = (uids: WriteOf<'mirror'>['gone']) => (uids.length > 0 ? multirangeOf(uids) : undefined);
const dateOf = (moment: number | undefined) => (moment === undefined ? null : new Date(moment));
const momentOf = (date: Date | null) => date?.getTime() ?? null;

const folderOf = (row: MailFolderRow): Folder => ({
  ...row,
  id: folderIdOf(row.id),
  uidValidity: row.uidValidity === null ? null : uidValidityOf(row.uidValidity),
  modSeq: modSeqOf(row.modSeq ?? undefined) ?? null,
  comparedAt: momentOf(row.comparedAt),
  flagsReadAt: momentOf(row.flagsReadAt),
  checkedAt: momentOf(row.checkedAt),
});
