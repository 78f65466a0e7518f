/**
 * Bundles the run workflow ahead of time: `node libs/workflows/tools/bundle.mjs <target.js>`. The worker then starts without a bundler.
 * Reads the built lib, so build it first.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';

const workflows = fileURLToPath(new URL('../dist/temporal/index.js', import.meta.url));

/** @returns {Promise<string>} the code of the bundle */
export async function bundleRuns() {
  const quiet = { log() {}, trace() {}, debug() {}, info() {}, warn: console.warn, error: console.error };
  const { code } = await bundleWorkflowCode({ workflowsPath: workflows, logger: quiet });
  return code;
}

const target = process.argv[2];
if (target && process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(path.dirname(path.resolve(target)), { recursive: true });
  writeFileSync(target, await bundleRuns());
}
