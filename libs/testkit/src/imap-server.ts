import { spawn, type ChildProcess } from 'node:child_process';
import { chownSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { required } from './required-env.js';

/** Dovecot opens no mailbox for root: as root it runs as nobody. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

/** What it offers; the list that a server is started with may leave some out. */
export const dovecotCapabilities = [
  ...['IMAP4rev1', 'SASL-IR', 'ID', 'ENABLE', 'IDLE', 'NAMESPACE', 'UIDPLUS', 'UNSELECT', 'CHILDREN'],
  ...['LIST-EXTENDED', 'LIST-STATUS', 'CONDSTORE', 'QRESYNC', 'ESEARCH', 'SEARCHRES', 'MOVE', 'LITERAL+'],
] as const;
export type DovecotCapability = (typeof dovecotCapabilities)[number];

/**
 * A real IMAP server (Dovecot) on 127.0.0.1 with one mailbox. Each connection is signed in from the start (PREAUTH): what speaks to it is Dovecot's own program
 * for one client, so that nothing runs as root and nothing is installed.
 */
export class ImapServer {
  readonly host = '127.0.0.1';
  readonly #clients = new Set<ChildProcess>();

  private constructor(
    private readonly folder: string,
    private readonly server: Server,
  ) {
    server.on('connection', (socket: Socket) => this.#serve(socket));
  }

  static async start(capabilities: readonly DovecotCapability[] = dovecotCapabilities): Promise<ImapServer> {
    const folder = mkdtempSync(path.join(tmpdir(), 'cueline-dovecot-'));
    prepare(folder, required('TEST_DOVECOT_HOME'), capabilities);
    // Dovecot reads the socket itself, from the first byte.
    const server = createServer({ pauseOnConnect: true });
    const one = new ImapServer(folder, server);
    server.listen(0, one.host);
    await once(server, 'listening');
    return one;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Every connection breaks, in the middle of what it does. */
  cut(): void {
    for (const client of this.#clients) client.kill('SIGKILL');
  }

  /** The mails of a folder get other UIDs and the folder another UIDVALIDITY, as after a restored backup. */
  renumber(name: string): void {
    const at = name === 'INBOX' ? '' : `.${name.replaceAll('/', '.')}`;
    for (const file of ['dovecot-uidlist', 'dovecot.index', 'dovecot.index.log', 'dovecot.index.cache'])
      rmSync(path.join(this.folder, 'mail', at, file), { force: true });
    rmSync(path.join(this.folder, 'mail', 'dovecot-uidvalidity'), { force: true });
  }

  async stop(): Promise<void> {
    this.server.close();
    const gone = [...this.#clients].map((client) => once(client, 'exit'));
    this.cut();
    await Promise.all(gone);
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  #serve(socket: Socket): void {
    const at = (name: string) => path.join(this.folder, name);
    const client = spawn(
      at('doveconf'),
      ['-c', at('dovecot.conf'), '-f', 'service=imap', '-m', 'imap', '-e', at('imap')],
      {
        ...(isRoot && { uid: NOBODY, gid: NOBODY }),
        env: { USER: 'studio', HOME: this.folder, TZ: 'UTC', LD_LIBRARY_PATH: at('libraries') },
        cwd: this.folder,
        stdio: [socket, socket, 'ignore'],
      },
    );
    this.#clients.add(client);
    client.once('exit', () => this.#clients.delete(client));
    // Ours is a copy: the program has its own.
    socket.destroy();
  }
}

function prepare(folder: string, home: string, capabilities: readonly string[]): void {
  const at = (name: string) => path.join(folder, name);
  for (const name of ['imap', 'doveconf']) copyFileSync(path.join(home, name), at(name));
  cpSync(path.join(home, 'libraries'), at('libraries'), { recursive: true });
  for (const name of ['mail', 'state']) mkdirSync(at(name));
  writeFileSync(at('dovecot.conf'), configOf(folder, capabilities));
  if (isRoot) for (const name of ['.', 'mail', 'state']) chownSync(at(name), NOBODY, NOBODY);
}

const configOf = (folder: string, capabilities: readonly string[]): string => `
protocols = imap
base_dir = ${folder}/state
state_dir = ${folder}/state
log_path = /dev/null
ssl = no
first_valid_uid = 1
mail_location = maildir:${folder}/mail
mail_fsync = never
imap_capability = ${capabilities.join(' ')}
mailbox_idle_check_interval = 1s
namespace inbox {
  inbox = yes
  separator = /
}
`;
