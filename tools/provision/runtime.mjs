/** The runtime of the product: a pinned Node 24 among the packages, which npm puts first on the PATH of its scripts. */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isOlder } from './install.mjs';
import { Sentence } from './sentence.mjs';

/** Where the package registry has no Node 24 for a platform, the machine's own has to be so new. */
const OLDEST_RUNTIME = [22, 12];
const HOW = 'Install Node 24, or 22.12 at least, and start again.';

/**
 * @param {string} root
 * @param {{ version?: string, platform?: string }} [machine] its own Node, and the platform as npm names it
 * @throws {Sentence} where neither the packages nor the machine have a Node that the product runs on
 */
export function refuseMissingRuntime(
  root,
  { version = process.versions.node, platform = `${process.platform}-${process.arch}` } = {},
) {
  const pinned = path.join(root, 'node_modules', '.bin', 'node');
  if (existsSync(pinned)) {
    if (spawnSync(pinned, ['--version']).status === 0) return;
    // One for another C library does not run here; while it is there, npm would choose it for each of its scripts.
    rmSync(pinned);
  }
  if (!isOlder(version, OLDEST_RUNTIME)) return;
  throw new Sentence(
    `Cueline runs on Node 24, which its packages bring for most platforms but not for ${platform}; this is ${version}.`,
    HOW,
  );
}

/** For a command that was not started by npm. */
export function refuseOldRuntime(version = process.versions.node) {
  if (!isOlder(version, OLDEST_RUNTIME)) return;
  throw new Sentence(
    `This is Node ${version}, which only installs the packages.`,
    'Use `npm start`, which runs Cueline on the Node 24 that comes with them.',
  );
}
