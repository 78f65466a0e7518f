import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '../provision/chromium.mjs';
import { Sentence } from '../provision/sentence.mjs';
import { startSharedServers } from './shared-servers.mjs';
import { countSuites, nothing } from './sums.mjs';

const JEST = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
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
    const env = { ...servers.env, ...browserFor(suites) };
    console.log('\n== suites');
    const report = path.join(folder, 'jest.json');
    // What a suite leaves open shows as a warning; waiting for it would hang the whole.
    const ending = ['--maxWorkers=2', '--forceExit'];
    const args = [...JEST, '--json', `--outputFile=${report}`, ...ending, ...only];
    const { status } = await run(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
    const dead = servers.ended();
    if (dead.length > 0) console.error(`\nEnded while the suites ran: ${dead.join(', ')}.`);
    if (existsSync(report)) return countSuites(readFileSync(report, 'utf8'), { status, dead });
    console.error(`\nJest ended with ${status ?? 'a signal'} and without a report.`);
    return { ...nothing, failed: 1 };
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

/** Without a browser its suites fail, each saying why; the others still prove their part. */
function browserFor(suites) {
  if (!suites.some((file) => file.includes(`${path.sep}browser${path.sep}`))) return {};
  try {
    return { TEST_CHROMIUM_PATH: chromium(progress) };
  } catch (error) {
    if (!(error instanceof Sentence)) throw error;
    console.error(`\n${error.message}`);
    return {};
  }
}
