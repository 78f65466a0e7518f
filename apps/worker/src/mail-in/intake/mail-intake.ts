import type { Pool } from 'pg';
import { correspondence, inTransaction, withSavepoint } from '@cueline/database';
import type { IncomingPool, Read } from '@cueline/email/incoming/pool';
import { isAway } from '../../platform/failures/failure.js';
import { messageOf } from '../../platform/log.js';
import { fileMail } from './file-mail.js';
import { fileSends } from './file-sends.js';
import { ownAddresses } from './known-people.js';
import type { StudioMail } from './placed-mail.js';

export interface IntakePorts {
  readonly pool: Pool;
  readonly reader: Pick<IncomingPool, 'read'>;
  /** @see StudioMail.sendKeysOf */
  readonly sendKeysOf: (studioId: string, returnTags: readonly string[]) => readonly string[];
  /** Events were written. */
  readonly onEvents: () => void;
  readonly warn: (message: string, error?: unknown) => void;
}

/** Mails that go together: more would keep the studio's other mail waiting. */
const BATCH = 20;
const LANES = 3;
/** A mail that was begun so often, and never came to an end, kills its reader. */
const MOST_ATTEMPTS = 4;

type Mailbox = Awaited<ReturnType<typeof correspondence.mailboxesWithIntake.rows>>[number];
type Taken = Awaited<ReturnType<typeof correspondence.takeIntake.rows>>[number];

/**
 * Files what was fetched out of mailboxes and what has left by the ledger. Mailboxes take turns, each with a batch; what a worker that died had in hand is taken
 * again after a minute.
 */
export class MailIntake {
  #work: Promise<void> | undefined;
  #again = false;
  #stopped = false;

  constructor(private readonly ports: IntakePorts) {}

  /** There may be something to file. Returns at once. */
  wake(): void {
    this.#again = true;
    if (this.#stopped || this.#work) return;
    this.#work = this.#fileAll()
      .catch((error: unknown) => this.ports.warn('Mails could not be filed', error))
      .finally(() => {
        this.#work = undefined;
      });
  }

  /** Files until nothing is left. */
  async sweep(): Promise<void> {
    this.wake();
    await this.#work;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#work;
  }

  async #fileAll(): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false;
      await this.#fileSends();
      const mailboxes = await correspondence.mailboxesWithIntake.rows(this.ports.pool, {});
      // Each has its turn before one of them has another.
      const turns = [...mailboxes];
      const lane = async () => {
        for (let next = turns.shift(); next && !this.#stopped; next = turns.shift())
          if (await this.#fileTurn(next)) this.#again = true;
      };
      await Promise.all(Array.from({ length: LANES }, lane));
    }
  }

  async #fileSends(): Promise<void> {
    for (const { studioId } of await correspondence.studiosToFile.rows(this.ports.pool, {}))
      await inTransaction(this.ports.pool, async (on) => {
        await correspondence.lockCorrespondence.run(on, { studioId });
        while ((await fileSends(on, studioId, null)) > 0);
      });
  }

  /** What is wrong with a mailbox keeps no other waiting. @returns whether there was anything */
  async #fileTurn(mailbox: Mailbox): Promise<boolean> {
    try {
      return await this.#fileBatch(mailbox);
    } catch (error) {
      if (isAway(error)) throw error;
      this.ports.warn('The mails of a mailbox could not be filed', error);
      return false;
    }
  }

  async #fileBatch({ studioId, mailboxId, brandId }: Mailbox): Promise<boolean> {
    const { pool } = this.ports;
    const key = { studioId, mailboxId };
    const first = await correspondence.takeIntake.rows(pool, { ...key, most: BATCH, retried: false });
    const taken =
      first.length > 0
        ? first
        : await correspondence.takeIntake.rows(pool, { ...key, most: 1, retried: true });
    if (taken.length === 0) return false;
    try {
      const read = await Promise.all(
        taken.map(async (one) => ({ one, mail: await this.#read(mailboxId, one) })),
      );
      await this.#fileRead({ studioId, mailboxId, brandId }, read);
    } catch (error) {
      // No fault of these mails: a database that is away, or a reader with too much to do.
      if (isAway(error) || (error instanceof Error && error.name === 'PoolFull'))
        await correspondence.putIntakeBack.run(pool, { ...key, sha256s: taken.map(({ sha256 }) => sha256) });
      throw error;
    }
    this.ports.onEvents();
    return true;
  }

  /** All of them or none. */
  async #fileRead(
    key: Mailbox,
    read: readonly { readonly one: Taken; readonly mail: Read }[],
  ): Promise<void> {
    const { studioId, mailboxId } = key;
    await inTransaction(this.ports.pool, async (on) => {
      await correspondence.lockCorrespondence.run(on, { studioId });
      const studio = await this.#studioMail(on, studioId);
      const named = read.flatMap(({ mail }) => (mail.state === 'read' ? namesIn(mail) : []));
      await fileSends(on, studioId, named);
      for (const { one, mail } of read) {
        const problem = await this.#fileOne(on, key, one, mail, studio);
        if (problem)
          await correspondence.setIntakeAside.run(on, {
            ...{ studioId, mailboxId, sha256: one.sha256 },
            reason: { code: problem.code, params: { detail: problem.detail } },
          });
      }
    });
  }

  async #read(mailboxId: string, { content, attempts }: Taken): Promise<Read> {
    if (attempts > MOST_ATTEMPTS) return { state: 'quarantined', limit: 'fault', detail: 'attempts' };
    return this.ports.reader.read(mailboxId, content);
  }

  /** @returns why it is set aside, where it is */
  async #fileOne(
    on: Parameters<typeof fileMail>[0],
    key: Mailbox,
    { sha256, isNews }: Taken,
    read: Read,
    studio: StudioMail,
  ): Promise<{ readonly code: string; readonly detail: string } | undefined> {
    if (read.state === 'quarantined') return { code: read.limit, detail: read.detail };
    try {
      await withSavepoint(on, isAway, async () => {
        if ((await correspondence.fileIntake.run(on, { ...key, sha256 })) === 0) return;
        const places = await correspondence.placesOfMail.first(on, { ...key, sha256 });
        const placed = { ...key, sha256, isNews, at: places?.at ?? new Date(), roles: places?.roles ?? [] };
        await fileMail(on, placed, read, studio);
      });
      return undefined;
    } catch (error) {
      if (isAway(error)) throw error;
      this.ports.warn('A mail could not be filed', error);
      return { code: 'fault', detail: messageOf(error).slice(0, 200) };
    }
  }

  async #studioMail(on: Parameters<typeof fileMail>[0], studioId: string): Promise<StudioMail> {
    return {
      own: await ownAddresses(on, studioId),
      forms: new Set(),
      sendKeysOf: (tags) => this.ports.sendKeysOf(studioId, tags),
    };
  }
}

const namesIn = ({ mail }: Extract<Read, { state: 'read' }>): string[] => [
  ...(mail.messageId ? [mail.messageId] : []),
  ...mail.inReplyTo,
  ...mail.references,
];
