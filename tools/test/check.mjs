/**
 * `npm run check`: what changed since main, in under two minutes, without servers: format and lint of the files, types of all rooms, and the specs that
 * read a changed file and need no server. `npm run check -- HEAD~3` compares with another commit.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Sentence, sentenceFor } from '../provision/sentence.mjs';
import { runTask } from '../provision/task.mjs';
import { needsServers } from './needs-servers.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const git = (...args) =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);
const node = (...args) => runTask(process.execPath, args, { cwd: root });
const tsc = 'node_modules/typescript-native/bin/tsc';
const jest = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
];

/** With what is not committed yet, and without what is gone. */
function changedSince(base) {
  try {
    const since = git('merge-base', base, 'HEAD')[0];
    const names = [
      ...git('diff', '--name-only', '--diff-filter=d', since),
      ...git('ls-files', '--others', '--exclude-standard'),
    ];
    return [...new Set(names)];
  } catch {
    throw new Sentence(
      `There is no commit \`${base}\`.`,
      'Name one to compare with: `npm run check -- HEAD~1`.',
    );
  }
}

async function said(name, work) {
  const started = Date.now();
  const { status, output } = await work();
  if (status !== 0) console.log(`\n== ${name}\n${output.trimEnd()}`);
  console.log(
    `${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s`,
  );
  return status === 0;
}

const rooms = ['apps', 'libs'].flatMap((folder) =>
  readdirSync(path.join(root, folder)).map((name) => `${folder}/${name}`),
);
const projects = [...rooms, 'test']
  .map((room) => `${room}/tsconfig.json`)
  .filter((file) => existsSync(path.join(root, file)));

async function types() {
  for (const project of projects) {
    const done = await node(tsc, '-p', project, '--noEmit');
    if (done.status !== 0) return done;
  }
  return { status: 0, output: '' };
}

async function specs(sources) {
  const { output } = await node(...jest, '--listTests', '--findRelatedTests', ...sources);
  const related = output.split('\n').filter((line) => line.endsWith('.spec.ts'));
  const alone = related.filter((file) => !needsServers(file));
  const left = related.length - alone.length;
  if (left > 0)
    console.log(`${left} related suites need servers: \`npm test -- <part of a path>\` runs them`);
  if (alone.length === 0) return { status: 0, output: '' };
  return node(...jest, '--maxWorkers=2', '--forceExit', '--runTestsByPath', ...alone);
}

try {
  const changed = changedSince(process.argv[2] ?? 'main');
  const code = changed.filter((file) => /\.(?:tsx?|mjs)$/.test(file));
  console.log(`${changed.length} files changed`);
  const inTurn = async (...checks) => {
    let good = true;
    for (const check of checks) good = (await check()) && good;
    return good;
  };
  const format = () =>
    said('format', () =>
      node('node_modules/prettier/bin/prettier.cjs', '--check', '--ignore-unknown', ...changed),
    );
  const lint = () =>
    said('lint', () => node('node_modules/eslint/bin/eslint.js', '--no-warn-ignored', ...code));
  const lintTypes = () => said('lint of types', () => node('node_modules/oxlint/bin/oxlint', ...code));
  const good = await Promise.all([
    inTurn(...(changed.length > 0 ? [format] : []), ...(code.length > 0 ? [lint, lintTypes] : [])),
    inTurn(() => said('types', types), ...(code.length > 0 ? [() => said('specs', () => specs(code))] : [])),
  ]);
  process.exitCode = good.every(Boolean) ? 0 : 1;
} catch (error) {
  console.error(`\n${sentenceFor(error)}`);
  process.exitCode = 1;
}
