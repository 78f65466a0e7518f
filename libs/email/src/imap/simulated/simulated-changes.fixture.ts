import {
  hasUid,
  uidSetOf,
  uidValidityOf,
  type Observation,
  type ServerAsk,
  type Uid,
} from '../core/index.js';
import { headerOf, sha256 } from './mails.fixture.js';
import type { Extension } from './extension.fixture.js';
import type { SimulatedFolder, SimulatedMailbox } from './simulated-mailbox.fixture.js';

const changeAsks = [
  ...([
    'select',
    'search',
    'store',
    'move',
    'copy',
    'remove',
    'append',
    'createFolder',
    'renameFolder',
  ] as const),
];
export type ChangeAsk = Extract<ServerAsk, { ask: (typeof changeAsks)[number] }>;
export const isChange = (ask: ServerAsk): ask is ChangeAsk =>
  (changeAsks as readonly string[]).includes(ask.ask);

export const noFolder = {
  saw: 'refused',
  refusal: 'folder',
  reply: '[TRYCREATE] Mailbox doesn’t exist',
} as const;
const refused = (reply: string): Observation => ({ saw: 'refused', refusal: 'other', reply });

/** What our own commands have really changed: the test of what was asked for. */
export interface DoneByUs {
  readonly did: 'flag' | 'unflag' | 'expunge' | 'copy' | 'append' | 'mark';
  readonly mail: string;
  readonly flag?: string;
}

/** How the simulated server carries out what changes it. */
export class SimulatedChanges {
  readonly done: DoneByUs[] = [];
  /** Null: any. */
  keeps: readonly string[] | null = null;
  readonly readOnly = new Set<string>();
  /** It says OK to a STORE and changes nothing, as where the mail was MODIFIED. */
  ignoresStore = false;
  /** It says nothing of where a mail came to lie. */
  isSilent = false;

  constructor(
    private readonly mailbox: SimulatedMailbox,
    private readonly has: (one: Extension) => boolean,
  ) {}

  /** What it refuses before it does anything. */
  refuses: (ask: ChangeAsk) => Observation | undefined = () => undefined;

  answer(ask: ChangeAsk, folder: SimulatedFolder | undefined): Observation {
    const refusal = this.refuses(ask);
    if (refusal) return refusal;
    if (ask.ask === 'createFolder') return this.#createFolder(ask.path);
    if (ask.ask === 'renameFolder') return this.#renameFolder(ask.from, ask.to);
    if (ask.ask === 'append') return this.#append(ask);
    if (!folder) return noFolder;
    const isThere = [...this.mailbox.folders.values()].includes(folder);
    if (!isThere) return { saw: 'lost', why: 'BYE', chance: 0.5 };
    if (ask.ask === 'select')
      return {
        saw: 'selected',
        folder: {
          uidValidity: uidValidityOf(String(folder.validity)),
          isReadOnly: this.readOnly.has(ask.path),
          keeps: this.keeps,
        },
      };
    if (ask.ask === 'search') {
      const line = `${ask.mark.header}: ${ask.mark.value}\r\n`.toLowerCase();
      const found = folder.mails.filter(({ bytes }) => headerOf(bytes).toLowerCase().includes(line));
      return { saw: 'found', uids: uidSetOf(found.map(({ uid }) => uid)) };
    }
    return this.#inFolder(ask, folder);
  }

  #inFolder(ask: Extract<ChangeAsk, { uids: unknown }>, folder: SimulatedFolder): Observation {
    // The folder may have another path by now.
    const [path] = [...this.mailbox.folders].find(([, one]) => one === folder)!;
    if (this.readOnly.has(path)) return refused('[READ-ONLY] This folder cannot be changed.');
    const mails = folder.mails.filter(({ uid }) => hasUid(ask.uids, uid));
    if (ask.ask === 'store') {
      if (!this.ignoresStore)
        for (const mail of mails) {
          for (const flag of ask.add) this.#flag(path, mail.uid, flag, true);
          for (const flag of ask.remove) this.#flag(path, mail.uid, flag, false);
        }
      return { saw: 'stored' };
    }
    if (ask.ask === 'remove') {
      for (const mail of mails) {
        this.mailbox.setFlag(path, mail.uid, '\\Deleted', true);
        this.#note('mark', mail.bytes);
      }
      if (ask.andExpunge && this.has('UIDPLUS')) this.#expunge(path, ...mails.map(({ uid }) => uid));
      return { saw: 'removed' };
    }
    const target = this.mailbox.folders.get(ask.path);
    if (!target) return noFolder;
    if (ask.ask === 'move' && !this.has('MOVE')) return refused('Unknown command');
    const uids = mails.map(({ uid, bytes }): [Uid, Uid] => {
      this.#note('copy', bytes);
      this.mailbox.copy(path, uid, ask.path);
      return [uid, target.next - 1];
    });
    if (ask.ask === 'move') this.#expunge(path, ...mails.map(({ uid }) => uid));
    const isSaid = this.has('UIDPLUS') && !this.isSilent && uids.length > 0;
    return {
      saw: 'transferred',
      uids: isSaid ? uids : [],
      uidValidity: isSaid ? uidValidityOf(String(target.validity)) : null,
    };
  }

  #append({ path, bytes, flags, date }: Extract<ChangeAsk, { ask: 'append' }>): Observation {
    const folder = this.mailbox.folders.get(path);
    if (!folder) return noFolder;
    const uid = this.mailbox.append(path, Buffer.from(bytes), date, flags);
    this.#note('append', bytes);
    const isSaid = this.has('UIDPLUS') && !this.isSilent;
    return {
      saw: 'appended',
      uid: isSaid ? uid : null,
      uidValidity: isSaid ? uidValidityOf(String(folder.validity)) : null,
    };
  }

  #createFolder(path: string): Observation {
    if (this.mailbox.folders.has(path))
      return { saw: 'refused', refusal: 'alreadyThere', reply: '[ALREADYEXISTS] Mailbox exists' };
    this.mailbox.create(path);
    return { saw: 'folderChanged' };
  }

  #renameFolder(from: string, to: string): Observation {
    if (!this.mailbox.folders.has(from)) return noFolder;
    if (this.mailbox.folders.has(to)) return refused('[ALREADYEXISTS] Mailbox exists');
    this.mailbox.rename(from, to);
    return { saw: 'folderChanged' };
  }

  #flag(path: string, uid: Uid, flag: string, isSet: boolean): void {
    const mail = this.mailbox.folder(path).mails.find((one) => one.uid === uid)!;
    this.mailbox.setFlag(path, uid, flag, isSet);
    this.done.push({ did: isSet ? 'flag' : 'unflag', mail: sha256(mail.bytes), flag });
  }

  #expunge(path: string, ...uids: readonly Uid[]): void {
    for (const { uid, bytes } of this.mailbox.folder(path).mails)
      if (uids.includes(uid)) this.#note('expunge', bytes);
    this.mailbox.expunge(path, ...uids);
  }

  #note(did: DoneByUs['did'], bytes: Uint8Array): void {
    this.done.push({ did, mail: sha256(bytes) });
  }
}
