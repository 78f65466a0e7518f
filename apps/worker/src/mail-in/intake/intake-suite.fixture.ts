import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { readReturnTag } from '@cueline/database';
import type { IncomingPool } from '@cueline/email/incoming/pool';
import { RecordingTransport } from '@cueline/email/smtp';
import { parseMail } from '@cueline/email';
import { kinds, type SendMailStep } from '@cueline/workflows';
import type { Pool } from 'pg';
import { activitiesOf, perform, runOf } from '../../engine/activities/effects/run.fixture.js';
import { mailOutOf, secret } from '../../mail-out/mail-out.fixture.js';
import type { MirroredMailbox } from '../mirror/mirror-suite.fixture.js';
import { MailIntake, type IntakePorts } from './mail-intake.js';
import { mailReader } from './reader.js';

export const MARA = 'Mara Lindqvist <mara@clients.test>';

export interface MailGiven {
  readonly folder?: string;
  readonly flags?: string[];
  readonly at?: Date;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface LeftMail {
  readonly messageId: string;
  readonly source: Buffer;
  readonly bookingId: string;
}

/** A mailbox on a real server, and what is filed of it. */
export class FiledMailbox {
  reader!: IncomingPool;
  readonly warnings: unknown[] = [];
  #n = 0;

  constructor(private readonly suite: { readonly mailbox: MirroredMailbox }) {
    beforeAll(() => {
      this.reader = mailReader();
    });
    afterAll(() => this.reader.close());
    beforeEach(() => {
      this.warnings.length = 0;
    });
  }

  get mailbox(): MirroredMailbox {
    return this.suite.mailbox;
  }

  rows<Row extends object>(sql: string, ...values: unknown[]): Promise<Row[]> {
    return this.mailbox.studio.rows<Row>(sql, ...values);
  }

  intake(given: Partial<IntakePorts> = {}): MailIntake {
    return new MailIntake({
      pool: this.mailbox.studio.pool,
      reader: this.reader,
      sendKeysOf: (studioId, tags) => tags.flatMap((tag) => readReturnTag(secret, studioId, tag) ?? []),
      onEvents: () => undefined,
      warn: (...said) => this.warnings.push(said),
      ...given,
    });
  }

  /** Reads the mailbox without filing it. */
  async fetch(): Promise<void> {
    await this.mailbox.read(this.mailbox.storeOf(await this.mailbox.take(`worker ${++this.#n}`)));
  }

  async file(): Promise<void> {
    await this.fetch();
    await this.intake().sweep();
  }

  async arrives({
    folder = 'INBOX',
    flags = [],
    at = new Date(),
    text = '',
    headers = {},
  }: MailGiven = {}): Promise<string> {
    const id = `<${++this.#n}@clients.test>`;
    const fields = {
      ...{ From: MARA, To: 'hello@studio.example', Subject: 'Our Saturday', 'Message-ID': id },
      ...{ Date: at.toUTCString(), 'MIME-Version': '1.0', 'Content-Type': 'text/plain; charset=utf-8' },
      ...headers,
    };
    const head = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
    await this.appended(Buffer.from([...head, '', text, ''].join('\r\n')), folder, flags, at);
    return fields['Message-ID'];
  }

  async appended(source: Buffer, folder = 'INBOX', flags: string[] = [], at = new Date()): Promise<void> {
    await this.mailbox.other.append(folder, source, flags, at);
  }

  /** A workflow writes to the client about a booking. */
  async sends(): Promise<LeftMail> {
    const { studio } = this.mailbox;
    const wire = new RecordingTransport();
    const step: SendMailStep = {
      ...kinds.sendMail.defaults('mail'),
      ...{ template: studio.templateId, to: { role: 'client' }, category: 'transactional' },
    };
    const [known] = await this.rows<{ id: string }>('SELECT id FROM clients');
    const bookingId = await studio.booking({ clientId: known?.id ?? (await studio.client('Mara')) });
    const runId = await runOf(studio, step, { event: 'booking.created', subjectId: bookingId });
    const mailOut = mailOutOf(studio.pool, wire, undefined, true);
    await perform(studio, step, runId, activitiesOf(studio, wire, {}, mailOut));
    const source = wire.delivered.at(-1)!.message;
    const messageId = parseMail(source.toString('latin1')).headers.get('message-id')![0]!;
    return { messageId, source, bookingId };
  }

  messages() {
    return this.rows<{
      id: string;
      thread_id: string;
      direction: string;
      kind: string | null;
      reply_text: string;
      is_unread: boolean;
      twin_of: string | null;
      send_id: string | null;
      mailbox_id: string | null;
    }>(
      `SELECT id, thread_id, direction::text, kind::text, reply_text, is_unread, twin_of, send_id, mailbox_id FROM messages ORDER BY created_at, occurred_at, id`,
    );
  }

  threads() {
    return this.rows<{
      id: string;
      message_count: number;
      unread_count: number;
      boxes: string[];
      xmin: string;
    }>(
      'SELECT id, message_count, unread_count, boxes::text[], xmin::text FROM threads WHERE merged_into IS NULL ORDER BY started_at, id',
    );
  }

  async events(): Promise<string[]> {
    const rows = await this.rows<{ type: string }>(
      `SELECT type FROM events WHERE type LIKE 'mail.%' ORDER BY type, seq`,
    );
    return rows.map(({ type }) => type);
  }

  /** The worker that had mails in hand is gone, and its minute over. */
  async released(): Promise<void> {
    await this.rows(`UPDATE intake SET taken_until = now() - interval '1 second' WHERE state = 'fetched'`);
  }
}

/** A database that is gone from its `nth` statement on, for whoever has this pool. */
export function goneAt(pool: Pool, nth: number): { readonly pool: Pool; readonly isGone: () => boolean } {
  let n = 0;
  const isGone = () => n >= nth;
  const query = (on: Pick<Pool, 'query'>) =>
    ((...given: Parameters<Pool['query']>) => {
      if (++n < nth) return on.query(...given);
      return Promise.reject(
        Object.assign(new Error('Connection terminated unexpectedly'), { code: '57P01' }),
      );
    }) as Pool['query'];
  const gone = {
    query: query(pool),
    async connect() {
      const client = await pool.connect();
      return new Proxy(client, {
        get: (target, name) =>
          name === 'query'
            ? query(target)
            : name === 'release'
              ? () => target.release(isGone())
              : (Reflect.get(target, name) as unknown),
      });
    },
  };
  return { pool: gone as unknown as Pool, isGone };
}
