import {
  commandIdOf,
  type Command,
  type CommandChange,
  type CommandId,
  type End,
  type FolderId,
  type Moment,
  type UidValidity,
  type Want,
} from '../core/index.js';
import type { MemoryPlacements, Placement } from './memory-placements.fixture.js';

/** As a person gives it, of a mail where it is shown. */
type Given<W> = W extends { mail: unknown } ? Omit<W, 'mail'> & { mail: Placement } : W;
export type GivenWant = Given<Want>;

interface Stored extends Omit<Command, 'want'> {
  readonly want: GivenWant;
  readonly order: number;
  readonly bytes: Uint8Array | null;
  readonly end: End | null;
  readonly endedAt: number;
}

/** What is wanted of the server, in memory. */
export class MemoryCommands {
  readonly #all = new Map<CommandId, Stored>();

  constructor(
    private readonly now: () => Moment,
    private readonly placements: MemoryPlacements,
    private readonly validityOf: (folder: FolderId) => UidValidity | null | undefined,
  ) {}

  give(want: GivenWant, bytes: Uint8Array | null = null): CommandId {
    const id = commandIdOf(`command ${this.#all.size + 1}`);
    const subject = 'mail' in want ? (want.mail.content ?? id) : id;
    this.#all.set(id, {
      ...{ id, want, subject, bytes, tries: 0, misses: 0, dueAt: this.now(), before: null, put: null },
      ...{ order: this.placements.order, end: null, endedAt: 0 },
    });
    return id;
  }

  get all(): readonly Stored[] {
    return [...this.#all.values()];
  }

  open(): Command[] {
    return this.all.filter(({ end }) => end === null).map((one) => ({ ...one, want: this.#known(one) }));
  }

  bytesOf(id: CommandId): Uint8Array | null {
    return this.#all.get(id)!.bytes;
  }

  change(changes: readonly CommandChange[]): void {
    for (const change of changes) {
      const one = this.#all.get(change.id)!;
      if (one.end !== null) throw new Error(`${change.id} has ended, and is changed.`);
      this.#all.set(one.id, { ...one, ...this.#after(one, change) });
    }
  }

  #after(one: Stored, change: CommandChange): Partial<Stored> {
    switch (change.to) {
      case 'running':
        return 'put' in change ? { put: change.put } : { before: change.before, tries: one.tries + 1 };
      case 'waiting':
        return { dueAt: change.dueAt, ...(change.counts === 'miss' && { misses: one.misses + 1 }) };
      case 'confirming':
        return { put: change.put, dueAt: change.dueAt };
      default:
        return { end: change, endedAt: ++this.placements.order };
    }
  }

  #known({ want, order }: Stored): Want {
    if (!('mail' in want)) return want;
    const { folder, uidValidity, uid, size, at, content } = want.mail;
    const now = this.placements.find(folder, uidValidity, uid);
    const isThere = now !== undefined && !now.isGone && this.validityOf(folder) === uidValidity;
    const since = (content ? this.placements.since(order, content) : []).map((one) => ({
      ...one,
      isOurs: this.all.some(
        ({ end, endedAt, want: other }) =>
          end?.to === 'done' &&
          endedAt > order &&
          (other.kind === 'move' || other.kind === 'copy') &&
          other.to === one.folder &&
          other.mail.content === content,
      ),
    }));
    return { ...want, mail: { at: { folder, uidValidity, uid }, isThere, since, size, gotAt: at } };
  }
}
