import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../../tools/provision/free-port.mjs';
import { eximConfig } from './exim-config.js';
import { required } from './required-env.js';
import { until } from './until.js';

/** Exim refuses to be root: as root it runs as nobody. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
const user = isRoot ? NOBODY : process.getuid?.();
const group = isRoot ? NOBODY : process.getgid?.();
const tls = (kind: 'crt' | 'key') => fileURLToPath(new URL(`tls/receiver.${kind}`, import.meta.url));

export interface Mailbox {
  readonly user: string;
  readonly password: string;
  /** The addresses that it may send as. */
  readonly owns: readonly string[];
}

/**
 * A real mail server (Exim) on 127.0.0.1 with STARTTLS and the testkit's certificate. It lets nobody send without a sign-in, and nobody as an address of
 * somebody else; what it takes it keeps.
 */
export class MailServer {
  readonly host = '127.0.0.1';

  private constructor(
    readonly port: number,
    private readonly folder: string,
    private readonly server: ChildProcess,
  ) {}

  static async start(mailboxes: readonly Mailbox[]): Promise<MailServer> {
    const [home, port] = [required('TEST_EXIM_HOME'), await freePort()];
    const folder = mkdtempSync(path.join(tmpdir(), 'cueline-exim-'));
    const files = prepare(folder, home, port);
    const server = spawn(path.join(folder, 'exim'), ['-C', files.config, '-bdf'], {
      ...(isRoot && { uid: NOBODY, gid: NOBODY }),
      env: {
        ...{ PATH: process.env['PATH'], TZ: 'UTC', LD_LIBRARY_PATH: files.libraries },
        ...{ LD_PRELOAD: files.wrapper, NSS_WRAPPER_PASSWD: files.users, NSS_WRAPPER_GROUP: files.groups },
      },
      ...({ cwd: folder, stdio: 'ignore', detached: true } as const),
    });
    const one = new MailServer(port, folder, server);
    one.setMailboxes(mailboxes);
    await until(`Exim greets on port ${port}`, () => greets(port), 20_000);
    return one;
  }

  /** From the next command on. */
  setMailboxes(mailboxes: readonly Mailbox[]): void {
    const passwords = mailboxes.map((one) => `"${one.user}": ${one.password}\n`);
    const owners = mailboxes.flatMap((one) => one.owns.map((address) => `"${address}": ${one.user}\n`));
    writeFileSync(path.join(this.folder, 'passwords'), passwords.join(''), { mode: 0o644 });
    writeFileSync(path.join(this.folder, 'owners'), owners.join(''), { mode: 0o644 });
  }

  /** The mails that it took, as they came. */
  messages(): string[] {
    const folder = path.join(this.folder, 'mail', 'new');
    if (!existsSync(folder)) return [];
    return readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'));
  }

  /** Ends what connections there are: Exim has a process for each. */
  hangUp(): void {
    const { pid } = this.server;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
    for (const child of children.split(' ').filter(Boolean)) process.kill(Number(child), 'SIGKILL');
  }

  async stop(): Promise<void> {
    const isUp = this.server.exitCode === null && this.server.signalCode === null;
    const gone = isUp ? once(this.server, 'exit') : undefined;
    if (isUp) process.kill(-this.server.pid!, 'SIGKILL');
    await gone;
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function prepare(folder: string, home: string, port: number) {
  const at = (name: string) => path.join(folder, name);
  for (const name of ['spool', 'log', 'mail']) mkdirSync(at(name));
  copyFileSync(path.join(home, 'exim4'), at('exim'));
  copyFileSync(tls('crt'), at('server.crt'));
  copyFileSync(tls('key'), at('server.key'));
  writeFileSync(at('exim.conf'), eximConfig(folder, port));
  writeFileSync(at('users'), `Debian-exim:x:${user}:${group}::/:/bin/sh\nroot:x:0:0::/root:/bin/sh\n`);
  writeFileSync(at('groups'), `Debian-exim:x:${group}:\nroot:x:0:\n`);
  cpSync(path.join(home, 'libraries'), at('libraries'), { recursive: true });
  chmodSync(at('server.key'), 0o600);
  if (isRoot)
    for (const name of ['.', 'spool', 'log', 'mail', 'server.key']) chownSync(at(name), NOBODY, NOBODY);
  return {
    config: at('exim.conf'),
    libraries: at('libraries'),
    // The package's user has a name that the machine need not know.
    wrapper: at('libraries/libnss_wrapper.so'),
    users: at('users'),
    groups: at('groups'),
  };
}

async function greets(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    const [said] = (await once(socket, 'data', { signal: AbortSignal.timeout(2_000) })) as [Buffer];
    return said.toString().startsWith('220 ');
  } finally {
    socket.destroy();
  }
}
