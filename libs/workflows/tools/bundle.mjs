/**
 * Bundles the run workflow ahead of time: `node libs/workflows/tools/bundle.mjs <target.js>`. The worker then starts without a bundler.
 * Reads the sources, so that no stale build gets in.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';

const source = (file) => fileURLToPath(new URL(`../src/${file}`, import.meta.url));
const nothing = () => undefined;
const logger = { ...console, log: nothing, trace: nothing, debug: nothing, info: nothing };

/** @returns {Promise<string>} the code of the bundle */
export async function bundleRuns() {
  const { code } = await bundleWorkflowCode({
    workflowsPath: source('temporal/index.ts'),
    // Pure and without state of their own, so all runs of a worker may share them instead of evaluating them again.
    preloadModules: [source('interpreter/index.ts'), source('messages/names.ts')],
    logger,
  });
  return code;
}

const target = process.argv[2];
if (target && process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(path.dirname(path.resolve(target)), { recursive: true });
  writeFileSync(target, await bundleRuns());
}
