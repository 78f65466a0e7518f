import { randomBytes } from 'node:crypto';
import { afterEach } from '@jest/globals';
import { ChannelListener, Credentials, KeyRing, MAILBOXES_CHANNEL, OAuthTokens } from '@cueline/database';
import { parseHostList } from '@cueline/egress';
import { imapTimeouts } from '@cueline/email/imap-driver';
import type { OAuthClients } from '@cueline/email/oauth';
import { until } from '@cueline/testkit/until';
import { log } from '../../platform/log.js';
import { assembleMailIn } from '../mail-in.js';
import { mailPool } from '../mail-pool.js';
import type { TestStudio } from '../../studio.fixture.js';
import type { MirroredMailbox } from '../mirror/mirror-suite.fixture.js';
import type { MailWatch } from './mail-watch.js';

/** With WATCH_REAL_TIMES a connection is as patient as the product's. */
export const hasRealTimes = Boolean(process.env['WATCH_REAL_TIMES']);

export const shortTimes = {
  ...{ beat: 200, sweep: 200, deadAfter: 1 },
  imap: hasRealTimes ? imapTimeouts : { silence: 1_000, greeting: 1_000 },
} as const;

export const keyRing = new KeyRing([{ id: 'test', key: randomBytes(32) }]);

/** A worker that does nothing but read mailboxes. */
export class WatchWorker {
  private constructor(
    readonly watch: MailWatch,
    private readonly leave: () => Promise<void>,
  ) {}

  static async start(
    url: string,
    { clients = {}, onContents = () => undefined }: { clients?: OAuthClients; onContents?: () => void } = {},
  ): Promise<WatchWorker> {
    const pools = [mailPool({ url, max: 4 }), mailPool({ url, max: 1 })] as const;
    const [pool, leases] = pools;
    const watch = assembleMailIn({
      ...{ pool, leases, slots: 100, afterContents: onContents, times: shortTimes },
      access: {
        ...{ clients, credentials: new Credentials(pool, keyRing), tokens: new OAuthTokens(pool, keyRing) },
        allow: parseHostList('127.0.0.1, localhost')!,
      },
    });
    const heard = { [MAILBOXES_CHANNEL]: (id?: string) => watch.heard(id) };
    const listener = new ChannelListener(url, heard, log.warn);
    watch.start();
    await listener.start();
    return new WatchWorker(watch, async () => {
      await listener.stop();
      await watch.stop();
      await Promise.all(pools.map((one) => one.end()));
    });
  }

  stop(): Promise<void> {
    return this.leave();
  }
}

export interface MailboxLook {
  readonly state: string;
  readonly cause: string | null;
  readonly reply: string | null;
  readonly proven_at: Date | null;
  readonly waiting_until: Date | null;
  readonly since: Date;
  readonly lag_ms: number | null;
  readonly import_done: number;
  readonly import_total: number;
  readonly holder: string | null;
}

/** The row of a mailbox, as its API changes it and shows it. */
export class MailboxRow {
  constructor(
    private readonly studio: TestStudio,
    readonly id: string,
  ) {}

  async insert({ host, port }: { readonly host: string; readonly port: number }): Promise<void> {
    await this.studio.rows(
      `INSERT INTO mailboxes (id, studio_id, brand_id, address, host, port, security, auth, username)
       VALUES ($1, $2, $3, 'hello@studio.example', $4, $5, 'none', 'password', 'studio')`,
      ...[this.id, this.studio.id, this.studio.brandId, host, port],
    );
  }

  /** Its password is stored. */
  async withPassword(password = 'x'): Promise<void> {
    const secret = { kind: 'password', secret: password, expiresAt: null } as const;
    const id = await new Credentials(this.studio.pool, keyRing).create(this.studio.id, secret);
    await this.change(`credential_id = '${id}'`);
  }

  /** As the API changes settings. */
  async change(set: string): Promise<void> {
    await this.studio.rows(`UPDATE mailboxes SET ${set}, revision = revision + 1 WHERE id = $1`, this.id);
  }

  async look(): Promise<MailboxLook> {
    const [row] = await this.studio.rows<MailboxLook>(
      `SELECT m.state::text, m.cause, m.reason #>> '{params,reply}' AS reply, m.proven_at, m.waiting_until, m.since, m.lag_ms, m.import_done, m.import_total, l.holder
       FROM mailboxes m LEFT JOIN mailbox_leases l ON l.mailbox_id = m.id WHERE m.id = $1`,
      this.id,
    );
    return row!;
  }

  async until(state: string, milliseconds = 20_000): Promise<MailboxLook> {
    let seen: MailboxLook | undefined;
    const is = async () => (seen = await this.look()).state === state;
    await until(`the mailbox is ${state}`, is, milliseconds).catch((error: unknown) => {
      throw new Error(`${String(error)}: ${JSON.stringify(seen)}`);
    });
    return seen!;
  }
}

export class WatchedMailbox {
  readonly #workers: WatchWorker[] = [];

  constructor(private readonly suite: { readonly mailbox: MirroredMailbox }) {
    afterEach(async () => {
      await Promise.all(this.#workers.splice(0).map((one) => one.stop()));
    });
  }

  get mailbox(): MirroredMailbox {
    return this.suite.mailbox;
  }

  get #row(): MailboxRow {
    return new MailboxRow(this.mailbox.studio, this.mailbox.key.mailboxId);
  }

  withPassword(): Promise<void> {
    return this.#row.withPassword();
  }

  change(set: string): Promise<void> {
    return this.#row.change(set);
  }

  look(): Promise<MailboxLook> {
    return this.#row.look();
  }

  until(state: string, milliseconds?: number): Promise<MailboxLook> {
    return this.#row.until(state, milliseconds);
  }

  async begin(options: Parameters<typeof WatchWorker.start>[1] = {}): Promise<WatchWorker> {
    const worker = await WatchWorker.start(this.mailbox.studio.url, options);
    this.#workers.push(worker);
    return worker;
  }

  async end(worker: WatchWorker): Promise<void> {
    this.#workers.splice(this.#workers.indexOf(worker), 1);
    await worker.stop();
  }

  /** The mirror is the mailbox, message by message, bytes included. */
  async untilEqual(milliseconds = 20_000): Promise<void> {
    const isEqual = async () =>
      JSON.stringify(sorted(await this.mailbox.mirrored())) ===
      JSON.stringify(sorted(await this.mailbox.onServer()));
    await until('the mirror is the mailbox', isEqual, milliseconds);
  }
}

const sorted = (folders: Record<string, string[]>) =>
  Object.entries(folders).sort(([a], [b]) => (a < b ? -1 : 1));
