import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { Sentence } from '../provision/sentence.mjs';

const run = (root, args, env = {}) =>
  spawnSync(process.execPath, args, {
    cwd: root,
    env: { ...process.env, NX_DAEMON: 'false', FORCE_COLOR: '0', ...env },
    encoding: 'utf8',
  });

function orSay(done, what) {
  if (done.status !== 0)
    throw new Sentence(
      `${what} failed:`,
      `${done.stdout ?? ''}${done.stderr ?? ''}`.trim().split('\n').slice(-25).join('\n  '),
    );
}

/** Prisma's client and every project; what has not changed comes from Nx's cache. */
export function build(root) {
  orSay(
    run(root, [path.join('node_modules', 'prisma', 'build', 'index.js'), 'generate']),
    'Making the database client',
  );
  orSay(
    run(root, [
      path.join('node_modules', 'nx', 'dist', 'bin', 'nx.js'),
      'run-many',
      '-t',
      'build',
      '--output-style=static',
    ]),
    'The build',
  );
}

export function migrate(root, databaseUrl) {
  orSay(
    run(root, [path.join('node_modules', 'prisma', 'build', 'index.js'), 'migrate', 'deploy'], {
      DATABASE_URL: databaseUrl,
    }),
    'Applying the migrations',
  );
}

export function seed(root, env) {
  orSay(
    run(root, [path.join('libs', 'database', 'dist', 'seed', 'main.js')], env),
    'Making the sample studio',
  );
}
