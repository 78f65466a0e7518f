/** Before each of npm's commands, on the machine's own Node: the packages, and with them the Node that everything else runs on. */
import { fileURLToPath } from 'node:url';
import { step } from './step.mjs';
import { ensureInstalled } from './install.mjs';
import { refuseMissingRuntime } from './runtime.mjs';
import { sentenceFor } from './sentence.mjs';
import { endGroup, runTask } from './task.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
let installing;
const run = (file, args, options) =>
  runTask(file, args, { ...options, onSpawn: (child) => (installing = child) });

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    if (installing?.pid && installing.exitCode === null) endGroup(installing, 'SIGTERM');
    process.exit(130);
  });

try {
  await ensureInstalled(root, (work) => step('packages', work), run);
  refuseMissingRuntime(root);
} catch (error) {
  console.error(`\n${sentenceFor(error)}`);
  process.exit(1);
}
