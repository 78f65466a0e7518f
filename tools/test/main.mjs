/**
 * `npm test`: provisions what is missing, then lint, format, build, types, and every suite against real servers. Ends with one
 * line `N passed, N failed, N skipped`. `npm test -- some/file` narrows to matching suites and leaves the checks out.
 */
import { fileURLToPath } from 'node:url';
import { sentenceFor } from '../provision/sentence.mjs';
import { endGroup, runTask } from '../provision/task.mjs';
import { runChecks } from './checks.mjs';
import { runSuites } from './suites.mjs';
import { closingLine, nothing, verdict } from './sums.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const only = process.argv.slice(2);

/** What runs now, to be ended with us. */
const now = { tasks: new Set(), stopServers: async () => undefined, interrupted: false };

const run = (file, args, options = {}) =>
  runTask(file, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    ...options,
    env: { ...process.env, NX_DAEMON: 'false', FORCE_COLOR: '0', ...options.env },
    onSpawn: (child) => now.tasks.add(child.once('exit', () => now.tasks.delete(child))),
  });

async function main() {
  let [checked, suites] = [nothing, { ...nothing, failed: 1 }];
  try {
    checked = only.length > 0 ? nothing : await runChecks(run);
    suites = await runSuites({ root, only, run, onServers: (stop) => (now.stopServers = stop) });
  } catch (error) {
    console.error(`\nThe suites could not run. ${sentenceFor(error)}`);
  }
  if (now.interrupted) return;
  console.log(`\n${closingLine(checked, suites)}`);
  process.exitCode = verdict(suites, checked);
}

async function interrupt() {
  if (now.interrupted) return;
  now.interrupted = true;
  for (const task of now.tasks) if (task.pid) endGroup(task, 'SIGTERM');
  await now.stopServers();
  console.error('\nInterrupted: nothing is proven.');
  process.exit(130);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void interrupt());
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

await main();
