import { ImapFlow } from 'imapflow';
import type { ImapServer } from '@cueline/testkit/imap-server';
import { oneOf, type Random } from '../../random.fixture.js';
import { mailOf, sha256 } from '../simulated/mails.fixture.js';

/** Another program that works on the mailbox, over a connection of its own. */
export class OtherClient {
  #client: ImapFlow | null = null;

  constructor(private readonly server: ImapServer) {}

  async use<T>(work: (client: ImapFlow) => Promise<T>): Promise<T> {
    if (!this.#client?.usable) this.#client = await this.#connected();
    return work(this.#client);
  }

  async #connected(): Promise<ImapFlow> {
    const { host, port } = this.server;
    const auth = { user: 'studio', pass: 'x' };
    const client = new ImapFlow({ host, port, secure: false, auth, logger: false, disableAutoIdle: true });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  append(path: string, n: number, flags: string[] = [], at = new Date()): Promise<unknown> {
    return this.use((client) => client.append(path, mailOf(n), flags, at));
  }

  close(): void {
    this.#client?.close();
  }

  /** Message by message, as a plain client reads it. */
  async everything(): Promise<Record<string, string[]>> {
    return this.use(async (client) => {
      const found: Record<string, string[]> = {};
      for (const { path } of await client.list()) {
        const { exists } = await client.mailboxOpen(path, { readOnly: true });
        const lines: string[] = [];
        if (exists > 0)
          for await (const { uid, flags, source } of client.fetch('1:*', {
            uid: true,
            flags: true,
            source: true,
          }))
            lines.push(
              `${String(uid).padStart(6, '0')} ${[...flags!]
                .filter((one) => one !== '\\Recent')
                .sort()
                .join(' ')} ${sha256(source!)}`,
            );
        found[path] = lines.sort();
      }
      return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
    });
  }

  /** What a person or a program does next. */
  async operate(random: Random, n: number): Promise<void> {
    await this.use(async (client) => {
      const paths = (await client.list()).map(({ path }) => path);
      const path = oneOf(random, paths);
      const dice = random();
      if (dice < 0.04) return void (await client.mailboxCreate(`Made${n}`));
      if (dice < 0.06 && path !== 'INBOX') return void (await client.mailboxRename(path, `Renamed${n}`));
      if (dice < 0.07 && path !== 'INBOX') return void (await client.mailboxDelete(path));
      await client.mailboxOpen(path);
      const uids = (await client.search({ all: true }, { uid: true })) || [];
      if (dice < 0.35 || uids.length === 0)
        return void (await client.append(path, mailOf(n), random() < 0.3 ? ['\\Seen'] : []));
      const uid = String(oneOf(random, uids));
      const options = { uid: true };
      if (dice < 0.65) {
        const flags = [oneOf(random, ['\\Seen', '\\Flagged', '\\Answered', '$Forwarded'])];
        if (random() < 0.6) await client.messageFlagsAdd(uid, flags, options);
        else await client.messageFlagsRemove(uid, flags, options);
      } else if (dice < 0.8) await client.messageMove(uid, oneOf(random, paths), options);
      else if (dice < 0.86) await client.messageCopy(uid, oneOf(random, paths), options);
      else await client.messageDelete(uid, options);
    });
  }
}
