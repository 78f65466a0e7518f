import type { Pool } from 'pg';
import { inTransaction } from '../client/in-transaction.js';
import type { Queryable } from '../client/statement.js';
import { commandContent, openCommands } from './commands/commands.sql.js';
import * as folders from './folders.sql.js';
import { holdMailbox, takeMailbox } from './lease.sql.js';
import { MirrorChanges, type MailboxKey } from './mirror-changes.js';
import { placedUids, wantedPlacements } from './placements.sql.js';

/** Says which taking of a mailbox a write belongs to. */
export interface HeldMailbox extends MailboxKey {
  readonly holder: string;
  readonly fence: string;
}

export type OpenCommandRow = Awaited<ReturnType<typeof openCommands.rows>>[number];
export type MailFolderRow = Awaited<ReturnType<typeof folders.listFolders.rows>>[number];

/** From now on only writes under this lease change the mirror of the mailbox. */
export async function takeLease(on: Queryable, key: MailboxKey, holder: string): Promise<HeldMailbox> {
  const taken = await takeMailbox.first(on, { ...key, holder });
  return { ...key, holder, fence: taken!.fence };
}

/** What we know of a mailbox on its server. */
export class MailboxMirror {
  readonly #key: MailboxKey;

  constructor(
    private readonly pool: Pool,
    private readonly lease: HeldMailbox,
  ) {
    this.#key = { studioId: lease.studioId, mailboxId: lease.mailboxId };
  }

  async load() {
    const mailbox = await folders.findMailbox.first(this.pool, this.#key);
    if (!mailbox) throw new Error(`There is no mailbox ${this.lease.mailboxId}.`);
    return { mailbox, folders: await folders.listFolders.rows(this.pool, this.#key) };
  }

  async placed(folderId: string) {
    return (await placedUids.first(this.pool, { ...this.#key, folderId }))!;
  }

  wanted(folderId: string, most: number) {
    return wantedPlacements.rows(this.pool, { ...this.#key, folderId, most });
  }

  /** What is wanted of its server and not settled. */
  commands(most: number) {
    return openCommands.rows(this.pool, { ...this.#key, most });
  }

  async commandContent(id: string): Promise<Uint8Array | null> {
    return (await commandContent.first(this.pool, { ...this.#key, id }))?.content ?? null;
  }

  get fence(): string {
    return this.lease.fence;
  }

  /**
   * One transaction, with the facts that it leads to.
   * @returns the folders as they are after it; undefined where another has taken the mailbox: then nothing is stored
   */
  commit(
    facts: readonly { readonly fact: string }[],
    change: (changes: MirrorChanges) => Promise<void>,
  ): Promise<MailFolderRow[] | undefined> {
    return inTransaction(this.pool, async (on) => {
      if (!(await holdMailbox.first(on, this.lease))) return undefined;
      await change(new MirrorChanges(on, this.#key));
      if (facts.length > 0) await folders.insertJournal.run(on, { ...this.#key, facts });
      return folders.listFolders.rows(on, this.#key);
    });
  }
}
