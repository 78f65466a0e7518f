import { availableParallelism } from 'node:os';
import { TaskEnded, ThreadPool } from '@cueline/thread-pool';
import type { MimeLimit } from '../../mime/mime-tree.js';
import { incomingLimits } from '../parse/read-incoming-mail.js';
import type { IncomingTasks, ReadMail } from './tasks.js';

export type { ReadMail };

/** A mail that nobody's limits held: it is kept, set aside and shown as such, and the next one is read. */
export interface Quarantined {
  readonly state: 'quarantined';
  readonly limit: MimeLimit | 'time' | 'memory' | 'fault';
  /** Of a fault of ours: what went wrong, without a word of the mail. */
  readonly detail: string;
}
export type Read = ({ readonly state: 'read' } & ReadMail) | Quarantined;

/** Of one mail, and more for large ones, which honest people send; each takes a third on a machine that has nothing else to do. */
const readMs = (octets: number): number => 2_000 + octets / 10_000;

/**
 * Reads mails on threads of its own, mailboxes by turns. A mail that takes too long, too much memory or breaks the reader costs its thread and nothing else. Who calls
 * counts the attempt before: a mail must not be read again and again.
 */
export class IncomingPool {
  readonly #pool: ThreadPool;

  /** @param entry a program that imports `@cueline/email/incoming/thread` */
  constructor(entry: URL, threads = Math.max(1, availableParallelism() - 1)) {
    this.#pool = new ThreadPool(entry, {
      threads,
      waiting: 1_000,
      waitingPerOwner: 200,
      megabytes: 256,
      idleMs: 60_000,
    });
  }

  /** @throws PoolFull when more waits than may */
  async read(mailboxId: string, raw: Uint8Array): Promise<Read> {
    if (raw.length > incomingLimits.size) return { state: 'quarantined', limit: 'size', detail: '' };
    try {
      const read = (await this.#pool.run(
        mailboxId,
        { task: 'read', input: { raw } },
        readMs(raw.length),
      )) as ReturnType<IncomingTasks['read']>;
      if (!read.ok) return { state: 'quarantined', limit: read.limit, detail: '' };
      const { mail, reply, shown } = read;
      return { state: 'read', mail, reply, shown };
    } catch (error) {
      if (error instanceof TaskEnded) return { state: 'quarantined', limit: error.by, detail: '' };
      if (error instanceof Error && error.name !== 'PoolFull')
        return { state: 'quarantined', limit: 'fault', detail: error.name };
      throw error;
    }
  }

  /** The octets of one part, decoded. @throws PoolFull, TaskEnded */
  async part(mailboxId: string, raw: Uint8Array, number: string): Promise<Uint8Array | undefined> {
    return (await this.#pool.run(mailboxId, { task: 'part', input: { raw, number } }, readMs(raw.length))) as
      Uint8Array | undefined;
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}
