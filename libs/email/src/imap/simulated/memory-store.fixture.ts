import {
  folderIdOf,
  isNews,
  uidSetOf,
  type Fact,
  type Folder,
  type FolderId,
  type MailboxFacts,
  type Moment,
  type Observation,
  type StoreAsk,
  type Uid,
  type Write,
  type WriteOf,
} from '../core/index.js';
import type { MirrorStore } from '../ports.js';
import { MemoryCommands } from './memory-commands.fixture.js';
import { MemoryPlacements, type Placement } from './memory-placements.fixture.js';

type Stored = Omit<Folder, 'count' | 'wanting'> & {
  readonly newFrom: { readonly uid: Uid; readonly at: Moment };
};

const newFolder = {
  ...{ uidValidity: null, uidNext: 1, floor: 1, modSeq: null, comparedAt: null },
  ...{ flagsReadAt: null, checkedAt: null, newFrom: { uid: 1, at: 0 } },
} as const;

/** The tables in memory: for the properties of the core, thousands of times a minute. */
export class MemoryStore implements MirrorStore {
  readonly facts: Fact[] = [];
  readonly writes: Write[] = [];
  readonly contents = new Map<string, Uint8Array>();
  /** The contents that were news, in order. */
  readonly news: string[] = [];
  readonly placements = new MemoryPlacements();
  readonly commands: MemoryCommands;
  hasLease = true;
  readonly #folders = new Map<FolderId, Stored>();
  #ids = 0;

  constructor(
    private readonly now: () => Moment,
    public mailbox: MailboxFacts,
  ) {
    this.commands = new MemoryCommands(now, this.placements, (id) => this.#folders.get(id)?.uidValidity);
  }

  answer(ask: StoreAsk): Promise<Observation> {
    return Promise.resolve(this.#answer(ask));
  }

  commit(write: Write): Promise<Observation> {
    if (!this.hasLease) return Promise.resolve({ saw: 'leaseLost' });
    this.writes.push(write);
    this.facts.push(...write.facts);
    if (write.write === 'folders') this.#setFolders(write);
    else if (write.write === 'begin') this.#begin(write);
    else if (write.write === 'mirror') this.#mirror(write);
    else if (write.write === 'contents') this.#setContents(write);
    else this.#setCommands(write);
    return Promise.resolve({ saw: 'committed', folders: this.folders() });
  }

  folders(): Folder[] {
    return [...this.#folders.values()].map((folder) => ({
      ...folder,
      count: this.placements.in(folder.id).length,
      wanting: this.#wanted(folder.id).length,
    }));
  }

  #answer(ask: StoreAsk): Observation {
    if (ask.ask === 'load') return { saw: 'loaded', mailbox: this.mailbox, folders: this.folders() };
    if (ask.ask === 'localUids') {
      const uidsOf = (isUnreadable: boolean) =>
        uidSetOf(
          this.placements
            .in(ask.folder)
            .filter((one) => one.isUnreadable === isUnreadable)
            .map(({ uid }) => uid),
        );
      return { saw: 'localUids', uids: uidsOf(false), unreadable: uidsOf(true) };
    }
    if (ask.ask === 'commands') return { saw: 'commands', rows: this.commands.open().slice(0, ask.most) };
    if (ask.ask === 'mailOf') return { saw: 'mailOf', bytes: this.commands.bytesOf(ask.command) };
    const rows = this.#wanted(ask.folder)
      .sort((a, b) => b.uid - a.uid)
      .slice(0, ask.most)
      .map((one) => ({
        ...one,
        mayBeKnown: !one.headerSha256 && this.placements.contentsLike(one).size > 0,
      }));
    return { saw: 'wanted', rows };
  }

  #wanted(folder: FolderId): Placement[] {
    return this.placements
      .in(folder)
      .filter((one) => !one.content && !one.isUnreadable && one.attempts < 3 && one.nextTryAt <= this.now());
  }

  #setFolders({ found, kept, gone }: WriteOf<'folders'>): void {
    for (const id of gone) {
      this.placements.change(id, 'all', () => ({ isGone: true }));
      this.#folders.delete(id);
    }
    for (const one of kept) this.#folders.set(one.id, { ...this.#folders.get(one.id)!, ...one });
    for (const { path, role, isSynced, status } of found) {
      const id = folderIdOf(`folder ${++this.#ids}`);
      this.#folders.set(id, { ...newFolder, id, path, role, isSynced, objectId: status?.objectId ?? null });
    }
  }

  #begin({ folder, uidValidity, objectId, uidNext, newFrom }: WriteOf<'begin'>): void {
    this.placements.change(folder, 'all', () => ({ isGone: true }));
    const begun = { uidValidity, objectId, uidNext, floor: uidNext, newFrom };
    this.#folders.set(folder, { ...this.#folders.get(folder)!, ...newFolder, ...begun });
  }

  #mirror({ folder: id, uidValidity, placed, flags, gone, unreadable, cursor }: WriteOf<'mirror'>): void {
    const folder = this.#folders.get(id)!;
    if (folder.uidValidity !== uidValidity) throw new Error('A write to another UIDVALIDITY.');
    for (const row of placed) {
      const known = this.placements.find(id, uidValidity, row.uid);
      const fresh = { content: undefined, attempts: 0, nextTryAt: 0, isNews: isNews(row, folder) };
      this.placements.put({
        ...{ folder: id, uidValidity, ...fresh, ...known, ...row },
        ...{ isGone: false, isUnreadable: false },
      });
    }
    for (const row of flags) {
      const known = this.placements.find(id, uidValidity, row.uid);
      if (known) this.placements.put({ ...known, ...row });
    }
    this.placements.change(id, gone, () => ({ isGone: true }));
    for (const [first, last] of unreadable)
      for (let uid = first; uid <= last; uid++)
        this.placements.put({
          ...{ folder: id, uidValidity, uid, flags: [], at: this.now(), size: 0, isNews: false },
          ...{ isGone: false, isUnreadable: true, attempts: 0, nextTryAt: 0 },
        });
    this.#folders.set(id, { ...folder, ...cursor });
  }

  #setCommands({ changes, mirror, sentCopy }: WriteOf<'commands'>): void {
    this.commands.change(changes);
    if (sentCopy) this.mailbox = { ...this.mailbox, sentCopy };
    if (!mirror) return;
    const { folder, uidValidity, flags, gone, placed } = mirror;
    if (this.#folders.get(folder)?.uidValidity !== uidValidity)
      throw new Error('A write to another UIDVALIDITY.');
    for (const row of flags) {
      const known = this.placements.find(folder, uidValidity, row.uid);
      if (known) this.placements.put({ ...known, ...row });
    }
    for (const [from, to] of placed?.uids ?? []) {
      const known = this.placements.find(folder, uidValidity, from);
      if (known)
        this.placements.put({
          ...known,
          ...{ folder: placed!.folder, uidValidity: placed!.uidValidity, uid: to },
        });
    }
    this.placements.change(folder, gone, () => ({ isGone: true }));
  }

  #setContents({ folder, uidValidity, fetched, known, missed }: WriteOf<'contents'>): void {
    for (const { uid, sha256, headerSha256, bytes } of fetched) {
      const placement = this.placements.find(folder, uidValidity, uid)!;
      if (placement.isNews && !this.contents.has(sha256)) this.news.push(sha256);
      this.contents.set(sha256, bytes);
      this.placements.put({ ...placement, content: sha256, headerSha256 });
    }
    for (const header of known) {
      const placement = this.placements.find(folder, uidValidity, header.uid)!;
      const [content, ...others] = this.placements.contentsLike(placement, header);
      this.placements.put({
        ...placement,
        headerSha256: header.headerSha256,
        ...(others.length === 0 && { content }),
      });
    }
    this.placements.change(folder, missed, ({ attempts }) => ({
      attempts: attempts + 1,
      nextTryAt: this.now() + 20 * 60_000,
    }));
  }
}
