import path from 'node:path';
import { Sentence } from '../provision/sentence.mjs';
import { lastLines, runTask } from '../provision/task.mjs';

const prisma = path.join('node_modules', 'prisma', 'build', 'index.js');
const nx = path.join('node_modules', 'nx', 'dist', 'bin', 'nx.js');
/** No process that outlives the start, and nothing asked of a vendor's host. */
const quiet = { NX_DAEMON: 'false', FORCE_COLOR: '0', CHECKPOINT_DISABLE: '1' };

async function node(run, root, args, what, options = {}) {
  const env = { ...process.env, ...quiet, ...options.env };
  const done = await run(process.execPath, args, { ...options, cwd: root, env });
  if (done.status === 0) return;
  if (/ENOSPC|No space left|could not extend file/.test(done.output))
    throw new Sentence(`${what} failed: the disk is full.`, 'Free some space and start again.');
  throw new Sentence(`${what} failed:`, `\n${lastLines(done.output, 25)}`);
}

/** Prisma's client and every project; what has not changed comes from Nx's cache. */
export async function build(root, run = runTask) {
  await node(run, root, [prisma, 'generate'], 'Making the database client');
  await node(run, root, [nx, 'run-many', '-t', 'build', '--output-style=static'], 'The build');
}

/** Never cut off by an orderly stop: a migration that ended half-way would have to be resolved by hand. */
export const migrate = (root, databaseUrl, run = runTask) =>
  node(run, root, [prisma, 'migrate', 'deploy'], 'Applying the migrations', {
    env: { DATABASE_URL: databaseUrl },
    finish: true,
  });

export const seed = (root, env, run = runTask) =>
  node(run, root, [path.join('libs', 'database', 'dist', 'seed', 'main.js')], 'Making the sample studio', {
    env,
    finish: true,
  });
