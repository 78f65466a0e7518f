const prisma = ['node_modules/prisma/build/index.js', 'generate'];
const nx = (target) => ['node_modules/nx/dist/bin/nx.js', 'run-many', '-t', target, '--output-style=static'];

/** What the others read: the clients of the database and of the API are made here. */
const first = [
  ['prisma generate', prisma],
  ['build', nx('build')],
];
/** Beside each other, of about the same length on two cores. */
const rows = [
  [
    ['lint', ['node_modules/eslint/bin/eslint.js', '.']],
    ['types of tests', ['node_modules/typescript-native/bin/tsc', '-p', 'test/tsconfig.json']],
  ],
  [
    ['lint of types', ['node_modules/oxlint/bin/oxlint', '.']],
    ['types', nx('typecheck')],
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
