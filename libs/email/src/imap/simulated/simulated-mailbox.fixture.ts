import type { Uid } from '../core/index.js';

export interface SimulatedMail {
  readonly uid: Uid;
  readonly bytes: Buffer;
  readonly flags: ReadonlySet<string>;
  readonly at: number;
  readonly modSeq: bigint;
}

export interface SimulatedFolder {
  readonly id: string;
  validity: number;
  next: Uid;
  modSeq: bigint;
  mails: SimulatedMail[];
  expunged: { readonly uid: Uid; readonly modSeq: bigint }[];
}

/** The mailbox on a server, as its other clients change it. */
export class SimulatedMailbox {
  readonly folders = new Map<string, SimulatedFolder>();
  #validity = 1_700_000_000;
  #ids = 0;

  constructor(...paths: readonly string[]) {
    for (const path of ['INBOX', ...paths]) this.create(path);
  }

  folder(path: string): SimulatedFolder {
    const found = this.folders.get(path);
    if (!found) throw new Error(`No folder ${path}.`);
    return found;
  }

  create(path: string): void {
    const id = `F${++this.#ids}`;
    this.folders.set(path, { id, validity: ++this.#validity, next: 1, modSeq: 1n, mails: [], expunged: [] });
  }

  /** Children go with it. */
  rename(from: string, to: string): void {
    for (const [path, folder] of [...this.folders])
      if (path === from || path.startsWith(`${from}/`)) {
        this.folders.delete(path);
        this.folders.set(to + path.slice(from.length), folder);
      }
  }

  append(path: string, bytes: Buffer, at: number, flags: Iterable<string> = []): Uid {
    const folder = this.folder(path);
    const mail = { uid: folder.next++, bytes, flags: new Set(flags), at, modSeq: ++folder.modSeq };
    folder.mails.push(mail);
    return mail.uid;
  }

  setFlag(path: string, uid: Uid, flag: string, isSet: boolean): void {
    const folder = this.folder(path);
    folder.mails = folder.mails.map((mail) => {
      if (mail.uid !== uid || mail.flags.has(flag) === isSet) return mail;
      const flags = new Set([...mail.flags].filter((one) => one !== flag));
      if (isSet) flags.add(flag);
      return { ...mail, flags, modSeq: ++folder.modSeq };
    });
  }

  copy(path: string, uid: Uid, to: string): void {
    const mail = this.folder(path).mails.find((one) => one.uid === uid)!;
    this.append(to, mail.bytes, mail.at, mail.flags);
  }

  expunge(path: string, ...uids: readonly Uid[]): void {
    const folder = this.folder(path);
    for (const uid of uids) folder.expunged.push({ uid, modSeq: ++folder.modSeq });
    folder.mails = folder.mails.filter(({ uid }) => !uids.includes(uid));
  }

  /** As after a restored backup: other numbers for the same mails. */
  reset(path: string): void {
    const folder = this.folder(path);
    folder.validity = ++this.#validity;
    folder.expunged = [];
    folder.mails = folder.mails.map((mail, i) => ({ ...mail, uid: i + 1, modSeq: 1n }));
    folder.modSeq = 1n;
    folder.next = folder.mails.length + 1;
  }
}
