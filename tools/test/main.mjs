/**
 * `npm test`: installs and provisions what is missing, then lint, format, build, types, and every suite against real servers. Ends with one
 * line `N passed, N failed, N skipped`. `npm test -- some/file` narrows to matching suites and leaves the checks out.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from '../provision/install.mjs';
import { closingLine, countSuites, verdict } from './sums.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const only = process.argv.slice(2);
const env = { ...process.env, NX_DAEMON: 'false', FORCE_COLOR: '0' };
const say = (text) => console.log(`\n== ${text}`);

const checks = [
  ['prisma generate', ['node_modules/prisma/build/index.js', 'generate']],
  ['format', ['node_modules/prettier/bin/prettier.cjs', '--check', '.']],
  ['build', ['node_modules/nx/dist/bin/nx.js', 'run-many', '-t', 'build', '--output-style=static']],
  ['lint', ['node_modules/eslint/bin/eslint.js', '.']],
  ['types of tests', ['node_modules/typescript/bin/tsc', '-p', 'test/tsconfig.json']],
  ['types', ['node_modules/nx/dist/bin/nx.js', 'run-many', '-t', 'typecheck', '--output-style=static']],
];

/** @returns {{ passed: number, failed: number, skipped: number }} one for each check */
function runChecks() {
  const sums = { passed: 0, failed: 0, skipped: 0 };
  for (const [name, args] of checks) {
    say(name);
    const started = Date.now();
    const done = spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' });
    const passed = done.status === 0;
    console.log(
      `${name}: ${passed ? 'passed' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s`,
    );
    if (passed) sums.passed++;
    else sums.failed++;
  }
  return sums;
}

async function runSuites() {
  const { startSharedServers } = await import('./shared-servers.mjs');
  const { chromium } = await import('../provision/chromium.mjs');
  say('servers');
  const servers = await startSharedServers({ root, progress: (step) => console.log(`... ${step}`) });
  const folder = mkdtempSync(path.join(tmpdir(), 'cueline-sums-'));
  const outputFile = path.join(folder, 'jest.json');
  try {
    const suiteEnv = {
      ...env,
      ...servers.env,
      TEST_CHROMIUM_PATH: chromium((step) => console.log(`... ${step}`)),
    };
    say('suites');
    const args = [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      'node_modules/jest/bin/jest.js',
      '--json',
      `--outputFile=${outputFile}`,
      '--maxWorkers=2',
      // What a suite leaves open shows as a warning; waiting for it would hang the whole.
      '--forceExit',
      ...only,
    ];
    spawnSync(process.execPath, args, { cwd: root, env: suiteEnv, stdio: ['ignore', 'ignore', 'inherit'] });
    return countSuites(readFileSync(outputFile, 'utf8'));
  } finally {
    await servers.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function main() {
  ensureInstalled(root, say);
  const checked = only.length > 0 ? { passed: 0, failed: 0, skipped: 0 } : runChecks();
  let suites = { passed: 0, failed: 1, skipped: 0 };
  try {
    suites = await runSuites();
  } catch (error) {
    console.error(`The suites could not run: ${error.message}`);
  }
  console.log(`\n${closingLine(checked, suites)}`);
  process.exitCode = verdict(suites, checked);
}

await main();
