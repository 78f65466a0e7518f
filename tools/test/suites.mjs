import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '../provision/chromium.mjs';
import { dovecotFolder } from '../provision/dovecot.mjs';
import { eximFolder } from '../provision/exim.mjs';
import { Sentence } from '../provision/sentence.mjs';
import { startSharedServers } from './shared-servers.mjs';
import { added, countSuites, nothing } from './sums.mjs';

const JEST = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
];
const isInBrowser = (file) => file.includes(`${path.sep}browser${path.sep}`);
const uses = (module) => (file) => readFileSync(file, 'utf8').includes(`@cueline/testkit/${module}`);
const isAlone = (file) => /[\\/]test[\\/]alone[\\/]/.test(file);
/** A suite waits for a fifth of its time, for timers and servers: one more than there are processors keeps them at work. */
const WORKERS = availableParallelism() + 1;
/** Suites that hold the product to a bar of time have the machine to themselves, after all others. */
const phases = [
  { name: 'suites', ignored: '/test/alone/', workers: WORKERS, isIn: (file) => !isAlone(file) },
  { name: 'suites that run alone', ignored: '^(?!.*/test/alone/)', workers: 1, isIn: isAlone },
];
const progress = (step) => console.log(`... ${step}`);

/**
 * Runs the suites that `only` (Jest's own arguments) leaves, against servers of their own.
 * @param {{ root: string, only: string[], run: Function, onServers: (stop: () => Promise<void>) => void }} options
 * @returns {Promise<import('./sums.mjs').Sums>}
 */
export async function runSuites({ root, only, run, onServers }) {
  const suites = await suitesMatching(only, run);
  console.log('\n== servers');
  const servers = await startSharedServers({ root, progress });
  onServers(servers.stop);
  const folder = mkdtempSync(path.join(tmpdir(), 'cueline-sums-'));
  try {
    // The product's processes start some sixty times: what V8 compiled once need not be compiled again.
    const env = {
      ...servers.env,
      ...provided(suites.some(isInBrowser), () => ({ TEST_CHROMIUM_PATH: chromium(progress) })),
      ...provided(suites.some(uses('mail-server')), () => ({ TEST_EXIM_HOME: eximFolder(progress) })),
      ...provided(suites.some(uses('imap-server')), () => ({ TEST_DOVECOT_HOME: dovecotFolder(progress) })),
      NODE_COMPILE_CACHE: path.join(folder, 'compiled'),
    };
    const sums = [];
    for (const { name, ignored, workers, isIn } of phases) {
      if (!suites.some(isIn)) continue;
      console.log(`\n== ${name}`);
      const report = path.join(folder, `${sums.length}.json`);
      // What a suite leaves open shows as a warning; waiting for it would hang the whole.
      const how = [`--testPathIgnorePatterns=${ignored}`, `--maxWorkers=${workers}`, '--forceExit'];
      const args = [...JEST, '--json', `--outputFile=${report}`, ...how, ...only];
      const { status } = await run(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
      if (existsSync(report)) sums.push(countSuites(readFileSync(report, 'utf8'), { status }));
      else {
        console.error(`\nJest ended with ${status ?? 'a signal'} and without a report.`);
        sums.push({ ...nothing, failed: 1 });
      }
    }
    const dead = servers.ended();
    if (dead.length > 0) console.error(`\nEnded while the suites ran: ${dead.join(', ')}.`);
    return added(...sums, { ...nothing, failed: dead.length });
  } finally {
    await servers.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function suitesMatching(only, run) {
  const { output } = await run(process.execPath, [...JEST, '--listTests', ...only], { stdio: 'pipe' });
  const suites = output.split('\n').filter((line) => /\.spec\.m?tsx?$/.test(line.trim()));
  if (suites.length === 0)
    throw new Sentence(
      `No suite matches ${only.join(' ') || 'anything'}.`,
      `Give a part of a path, as in \`npm test -- libs/workflows\`. Jest said:\n${output.trim()}`,
    );
  return suites;
}

/** Without a browser or a mail server its suites fail, each saying why; the others still prove their part. */
function provided(isWanted, provide) {
  if (!isWanted) return {};
  try {
    return provide();
  } catch (error) {
    if (!(error instanceof Sentence)) throw error;
    console.error(`\n${error.message}`);
    return {};
  }
}
