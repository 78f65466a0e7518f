import {
  hasUid,
  modSeqOf,
  noUids,
  uidSetOf,
  uidValidityOf,
  type ModSeq,
  type Observation,
  type OpenedFolder,
  type ServerAsk,
  type Uid,
} from '../core/index.js';
import type { MailServer } from '../ports.js';
import { headerOf, sha256 } from './mails.fixture.js';
import type { Extension } from './extension.fixture.js';
import { isChange, noFolder, SimulatedChanges, type ChangeAsk } from './simulated-changes.fixture.js';
import type { SimulatedFolder, SimulatedMail, SimulatedMailbox } from './simulated-mailbox.fixture.js';

export type { Extension } from './extension.fixture.js';

/** Changes an answer, or is the answer: what real servers get wrong. */
export type Fault = (ask: ServerAsk, answer: Observation) => Observation;

type Ask<Kind extends ServerAsk['ask']> = Extract<ServerAsk, { ask: Kind }>;

/** One connection to a simulated mailbox: it answers at once and keeps its promises, where `fault` does not break them. */
export class SimulatedServer implements MailServer {
  /** What was asked, in order. */
  readonly requests: ServerAsk[] = [];
  fault: Fault = (_, answer) => answer;
  readonly changes: SimulatedChanges;
  #open: { readonly folder: SimulatedFolder; readonly validity: number } | null = null;

  constructor(
    private readonly mailbox: SimulatedMailbox,
    readonly extensions: readonly Extension[] = [
      ...(['CONDSTORE', 'QRESYNC', 'LIST-STATUS', 'IDLE', 'MOVE', 'UIDPLUS'] as const),
    ],
  ) {
    this.changes = new SimulatedChanges(mailbox, (one) => this.#has(one));
  }

  answer(ask: ServerAsk): Promise<Observation> {
    this.requests.push(ask);
    return Promise.resolve(this.fault(ask, this.#answer(ask)));
  }

  interrupt(): void {
    // It never waits.
  }

  close(): Promise<void> {
    this.#open = null;
    return Promise.resolve();
  }

  #has(one: Extension): boolean {
    return this.extensions.includes(one);
  }

  #answer(ask: ServerAsk): Observation {
    if (ask.ask === 'connect') {
      this.#open = null;
      return { saw: 'connected', capabilities: this.extensions };
    }
    if (ask.ask === 'list') return this.#list();
    if (ask.ask === 'open') return this.#opened(ask);
    if (isChange(ask)) {
      if (ask.ask === 'select') this.#open = pick(this.mailbox.folders.get(ask.path));
      const isOther = 'uids' in ask && this.#open?.validity !== this.#open?.folder.validity;
      return isOther ? gone : this.changes.answer(ask, this.#open?.folder);
    }
    const folder = this.#open?.folder;
    // A server closes the connection when the folder that is open is deleted, or its mails get other numbers.
    const isThere = folder && [...this.mailbox.folders.values()].includes(folder);
    if (!isThere || this.#open?.validity !== folder.validity) return gone;
    return this.#inFolder(ask, folder);
  }

  #list(): Observation {
    const folders = [...this.mailbox.folders].map(([path, folder]) => ({
      path,
      delimiter: '/',
      specialUse: null,
      canBeOpened: true,
      ...(this.#has('LIST-STATUS') && { status: this.#statusOf(folder) }),
    }));
    return { saw: 'listed', folders };
  }

  #statusOf(folder: SimulatedFolder) {
    const { id, validity, next, mails } = folder;
    return {
      uidValidity: uidValidityOf(String(validity)),
      uidNext: next,
      exists: mails.length,
      modSeq: this.#modSeqOf(folder.modSeq),
      objectId: this.#has('OBJECTID') ? id : undefined,
    };
  }

  #modSeqOf(modSeq: bigint): ModSeq | undefined {
    return this.#has('CONDSTORE') ? modSeqOf(modSeq) : undefined;
  }

  #opened({ path, since }: Ask<'open'>): Observation {
    const found = this.mailbox.folders.get(path);
    this.#open = pick(found);
    if (!found) return noFolder;
    const status = this.#statusOf(found);
    const isResynced =
      this.#has('QRESYNC') && since !== undefined && since.uidValidity === status.uidValidity;
    const folder: OpenedFolder = { ...status, isResynced };
    if (!isResynced) return { saw: 'opened', folder, vanished: noUids, flags: [] };
    const after = BigInt(since.modSeq);
    const vanished = uidSetOf(found.expunged.filter(({ modSeq }) => modSeq > after).map(({ uid }) => uid));
    const flags = found.mails.filter(({ modSeq }) => modSeq > after).map(this.#flagsOf);
    return { saw: 'opened', folder, vanished, flags };
  }

  readonly #flagsOf = ({ uid, flags, modSeq }: SimulatedMail) => ({
    uid,
    flags: [...flags],
    modSeq: this.#modSeqOf(modSeq),
  });

  #inFolder(
    ask: Exclude<ServerAsk, Ask<'connect' | 'list' | 'open'> | ChangeAsk>,
    { mails }: SimulatedFolder,
  ): Observation {
    const inSet = (set: Ask<'headers'>['uids']) => mails.filter(({ uid }) => hasUid(set, uid));
    switch (ask.ask) {
      case 'flags': {
        const { of } = ask;
        if (of === 'all') return { saw: 'flags', rows: mails.map(this.#flagsOf) };
        if ('newest' in of) return { saw: 'flags', rows: mails.slice(-of.newest).map(this.#flagsOf) };
        if ('uids' in of) return { saw: 'flags', rows: inSet(of.uids).map(this.#flagsOf) };
        const after = BigInt(of.since);
        return { saw: 'flags', rows: mails.filter(({ modSeq }) => modSeq > after).map(this.#flagsOf) };
      }
      case 'survey': {
        // A range that ends with `*` has the last mail in it, always.
        const found = 'uids' in ask.of ? inSet(ask.of.uids) : fromOrLast(mails, ask.of.from);
        const rows = found.map((mail) => ({ ...this.#flagsOf(mail), at: mail.at, size: mail.bytes.length }));
        return { saw: 'survey', rows };
      }
      case 'uids':
        return { saw: 'uids', uids: uidSetOf(mails.map(({ uid }) => uid)), exists: mails.length };
      case 'headers': {
        const rows = inSet(ask.uids).map(({ uid, bytes }) => ({
          uid,
          headerSha256: sha256(headerOf(bytes)),
        }));
        return { saw: 'headers', rows };
      }
      case 'bodies': {
        const rows = inSet(ask.uids).map(({ uid, bytes }) => ({
          ...{ uid, bytes, sha256: sha256(bytes) },
          headerSha256: sha256(headerOf(bytes)),
        }));
        return { saw: 'bodies', rows };
      }
      case 'idle':
        return { saw: 'noticed', isChange: false };
    }
  }
}

const gone: Observation = { saw: 'lost', why: 'BYE', chance: 0.5 };
const pick = (folder: SimulatedFolder | undefined) => (folder ? { folder, validity: folder.validity } : null);

function fromOrLast(mails: readonly SimulatedMail[], from: Uid): readonly SimulatedMail[] {
  const found = mails.filter(({ uid }) => uid >= from);
  return found.length > 0 ? found : mails.slice(-1);
}
