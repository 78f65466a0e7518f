import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Sentence } from './sentence.mjs';
import { lastLines, runTask } from './task.mjs';

const OLDEST_NODE = [20, 19];

/**
 * Installs the packages when there are none, or when the lock file is not the one they were installed from. The stamp is written last, so
 * that an installation which was cut off is made anew.
 * @param {(work: () => Promise<any>) => Promise<any>} step tells that it takes a while
 * @returns {Promise<boolean>} whether it did
 */
export async function ensureInstalled(root, step, run = runTask) {
  refuseOldNode(process.versions.node);
  const stamp = path.join(root, 'node_modules', '.cueline-lock');
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return false;
  const options = ['--no-audit', '--no-fund', '--loglevel=error'];
  const done = await step(() => run('npm', ['ci', ...options], { cwd: root }));
  if (done.status !== 0) throw whyNot(done);
  writeFileSync(stamp, lock);
  return true;
}

/** @param {string} version as in "20.19.1" @param {[number, number]} than major and minor */
export function isOlder(version, than) {
  const [major, minor] = version.split('.').map(Number);
  return major < than[0] || (major === than[0] && minor < than[1]);
}

export function refuseOldNode(version) {
  if (!isOlder(version, OLDEST_NODE)) return;
  throw new Sentence(
    `Cueline needs Node ${OLDEST_NODE.join('.')} or newer to install its packages; this is ${version}.`,
    'Install a newer Node and start again.',
  );
}

function whyNot({ output, missing }) {
  if (missing)
    return new Sentence('There is no `npm` on PATH.', 'It comes with Node: install Node 20.19 or newer.');
  if (/ENOSPC|no space left/i.test(output))
    return new Sentence(
      'The disk is full: the packages need about 1.5 GB.',
      'Free some space and start again.',
    );
  if (/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|network/i.test(output))
    return new Sentence(
      'The packages could not be fetched: npm reaches no registry.',
      `Check the network, or npm’s \`registry\` and \`proxy\` settings, and start again. npm said:\n${lastLines(output, 4)}`,
    );
  return new Sentence('The packages could not be installed. npm said:', `\n${lastLines(output, 12)}`);
}
