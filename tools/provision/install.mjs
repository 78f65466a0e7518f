import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Sentence } from './sentence.mjs';

const OLDEST_NODE = [20, 19];

/** Installs the packages when there are none, or when the lock file is not the one they were installed from. @returns {boolean} whether it did */
export function ensureInstalled(root, say) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    throw new Sentence(
      `Cueline needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`,
      'Install a newer Node and start again.',
    );
  }
  const stamp = path.join(root, 'node_modules', '.cueline-lock');
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return false;
  say('installing packages (npm ci, about half a minute)');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const done = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (done.status !== 0) {
    throw new Sentence(
      'The packages could not be installed.',
      'See npm’s message above; behind a proxy or without a network npm needs a registry it can reach.',
    );
  }
  writeFileSync(stamp, lock);
  return true;
}
