import { afterEach, beforeEach } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import { MailboxMirror, takeLease, type HeldMailbox } from '@cueline/database';
import { drive, type MirrorStore, type ServerAsk } from '@cueline/email/imap';
import { ImapDriver } from '@cueline/email/imap-driver';
import { ImapServer } from '@cueline/testkit/imap-server';
import { ImapFlow } from 'imapflow';
import { TestStudio } from '../../studio.fixture.js';
import { PostgresMirrorStore } from './mirror-store.js';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const MINUTE = 60_000;

class Killed extends Error {}

/** A mailbox on a real server and its mirror in a real database. */
export class MirroredMailbox {
  /** What was sent to the server. */
  readonly requests: ServerAsk[] = [];

  constructor(
    readonly studio: TestStudio,
    readonly server: ImapServer,
    readonly other: ImapFlow,
    readonly key: { readonly studioId: string; readonly mailboxId: string },
  ) {}

  take(holder: string): Promise<HeldMailbox> {
    return takeLease(this.studio.pool, this.key, holder);
  }

  storeOf(lease: HeldMailbox): PostgresMirrorStore {
    return new PostgresMirrorStore(new MailboxMirror(this.studio.pool, lease));
  }

  /** Reads until there is nothing left but to listen. The clock goes on by some minutes, so that everything is due. */
  async read(store: MirrorStore, minutesLater = 11): Promise<void> {
    const stop = new AbortController();
    let ahead = minutesLater * MINUTE;
    const { host, port } = this.server;
    const settings = { host, port, security: 'none', user: 'studio', secret: { password: 'x' } } as const;
    const driver = new ImapDriver({
      settings: () => Promise.resolve(settings),
      random: () => 0.5,
      distrusts: [],
    });
    const server = {
      answer: (ask: ServerAsk) => {
        this.requests.push(ask);
        if (ask.ask !== 'idle') return driver.answer(ask);
        // What is tried again in a moment is waited for, by a clock that goes on by itself.
        ahead += ask.milliseconds;
        if (ask.milliseconds > 10_000) stop.abort();
        return Promise.resolve({ saw: 'noticed', isChange: false } as const);
      },
      interrupt: () => undefined,
      close: () => driver.close(),
    };
    try {
      await drive({
        ...{ server, store, stop: stop.signal },
        now: () => Date.now() + ahead,
        rest: () => Promise.resolve(),
      });
    } finally {
      await driver.close();
    }
  }

  /** A worker reads, and ends at its `nth` write, after it or instead of it. @returns whether it came so far */
  async endsAt(nth: number, isStored: boolean): Promise<boolean> {
    const store = this.storeOf(await this.take(`worker ${nth}`));
    let writes = 0;
    const dying: MirrorStore = {
      answer: (ask) => store.answer(ask),
      async commit(write) {
        if (++writes !== nth) return store.commit(write);
        if (isStored) await store.commit(write);
        throw new Killed();
      },
    };
    try {
      await this.read(dying);
      return false;
    } catch (error) {
      if (error instanceof Killed) return true;
      throw error;
    }
  }

  append(n: number, flags: string[] = [], at = new Date()): Promise<unknown> {
    const mail = `Message-ID: <${n}@client.example>\r\nSubject: ${n}\r\n\r\nText ${n}\r\n`;
    return this.other.append('INBOX', mail, flags, at);
  }

  /** Message by message. */
  async onServer(): Promise<Record<string, string[]>> {
    const found: Record<string, string[]> = {};
    for (const { path } of await this.other.list()) {
      const lines: string[] = [];
      const { exists } = await this.other.mailboxOpen(path, { readOnly: true });
      const query = { uid: true, flags: true, source: true };
      if (exists > 0)
        for await (const { uid, flags, source } of this.other.fetch('1:*', query))
          lines.push(
            `${uid} ${[...flags!]
              .filter((one) => one !== '\\Recent')
              .sort()
              .join(' ')} ${sha256(source!)}`,
          );
      found[path] = lines.sort();
    }
    return found;
  }

  async mirrored(): Promise<Record<string, string[]>> {
    const rows = await this.studio.rows<{ path: string; lines: string[] }>(
      `SELECT f.path, array_remove(array_agg(p.uid || ' ' || array_to_string(p.flags, ' ') || ' ' || p.sha256), NULL) AS lines
       FROM mail_folders f LEFT JOIN placements p ON p.folder_id = f.id AND p.gone_at IS NULL
       WHERE f.mailbox_id = $1 AND f.gone_at IS NULL GROUP BY f.path`,
      this.key.mailboxId,
    );
    return Object.fromEntries(rows.map(({ path, lines }) => [path, lines.sort()]));
  }

  /** The texts of the mails whose bytes are stored. */
  async texts(only: 'all' | 'news' = 'all'): Promise<string[]> {
    const rows = await this.studio.rows<{ text: string }>(
      `SELECT convert_from(content, 'UTF8') AS text FROM intake WHERE mailbox_id = $1 AND (is_news OR $2) ORDER BY 1`,
      this.key.mailboxId,
      only === 'all',
    );
    return rows.map(({ text }) => text.trim().split('\r\n').at(-1)!);
  }

  async facts(): Promise<unknown[]> {
    const rows = await this.studio.rows<{ fact: unknown }>(
      'SELECT fact FROM mail_journal WHERE mailbox_id = $1 ORDER BY id',
      this.key.mailboxId,
    );
    return rows.map(({ fact }) => fact);
  }
}

/** Each test has a mailbox of its own. */
export function mirrorSuite(): { readonly mailbox: MirroredMailbox } {
  const suite = {} as { mailbox: MirroredMailbox };
  beforeEach(async () => {
    const server = await ImapServer.start();
    const { host, port } = server;
    const auth = { user: 'studio', pass: 'x' };
    const other = new ImapFlow({ host, port, secure: false, auth, logger: false, disableAutoIdle: true });
    await other.connect();
    const studio = await TestStudio.open();
    const mailboxId = randomUUID();
    await studio.pool.query(
      `INSERT INTO mailboxes (id, studio_id, brand_id, address, host, port, security, auth, username, syncs_all)
       VALUES ($1, $2, $3, 'hello@studio.example', $4, $5, 'none', 'password', 'studio', true)`,
      [mailboxId, studio.id, studio.brandId, host, port],
    );
    suite.mailbox = new MirroredMailbox(studio, server, other, { studioId: studio.id, mailboxId });
  });
  afterEach(async () => {
    suite.mailbox.other.close();
    await suite.mailbox.studio.close();
    await suite.mailbox.server.stop();
  });
  return suite;
}
