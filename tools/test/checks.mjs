const prisma = ['node_modules/prisma/build/index.js', 'generate'];
const nx = (target) => ['node_modules/nx/dist/bin/nx.js', 'run-many', '-t', target, '--output-style=static'];

/** Rules that know types hold the program of each room that they read: more than V8 takes by itself. */
const eslint = (...folders) => [
  '--max-old-space-size=6144',
  'node_modules/eslint/bin/eslint.js',
  '--no-error-on-unmatched-pattern',
  ...folders,
];

const not = (...folders) => folders.flatMap((folder) => ['--ignore-pattern', folder]);

/** What the others read: the clients of the database and of the API are made here. */
const first = [
  ['prisma generate', prisma],
  ['build', nx('build')],
];
/** Beside each other, of about the same length on two cores. All that no other lint reads is linted by the last one. */
const rows = [
  [['lint of the API, the worker and the tests', eslint('apps/api', 'apps/worker', 'test')]],
  [
    ['lint of the screens', eslint('apps/builder-ui')],
    ['lint of all others', eslint('.', ...not('apps/api', 'apps/worker', 'apps/builder-ui', 'test'))],
    ['types', nx('typecheck')],
    ['types of tests', ['node_modules/typescript-native/bin/tsc', '-p', 'test/tsconfig.json']],
    ['format', ['node_modules/prettier/bin/prettier.cjs', '--check', '.']],
  ],
];

/** @returns {Promise<import('./sums.mjs').Sums>} one for each check */
export async function runChecks(run) {
  const sums = { passed: 0, failed: 0, skipped: 0 };
  const inOrder = async (checks) => {
    for (const [name, args] of checks) {
      const started = Date.now();
      const { status, output } = await run(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      if (status !== 0) console.log(`\n== ${name}\n${output.trimEnd()}`);
      console.log(`${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
      sums[status === 0 ? 'passed' : 'failed']++;
    }
  };
  console.log('\n== checks');
  await inOrder(first);
  await Promise.all(rows.map(inOrder));
  return sums;
}
