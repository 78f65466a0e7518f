const checks = [
  ['prisma generate', ['node_modules/prisma/build/index.js', 'generate']],
  ['format', ['node_modules/prettier/bin/prettier.cjs', '--check', '.']],
  ['build', ['node_modules/nx/dist/bin/nx.js', 'run-many', '-t', 'build', '--output-style=static']],
  ['lint', ['node_modules/eslint/bin/eslint.js', '.']],
  ['types of tests', ['node_modules/typescript/bin/tsc', '-p', 'test/tsconfig.json']],
  ['types', ['node_modules/nx/dist/bin/nx.js', 'run-many', '-t', 'typecheck', '--output-style=static']],
];

/** @returns {Promise<import('./sums.mjs').Sums>} one for each check */
export async function runChecks(run) {
  const sums = { passed: 0, failed: 0, skipped: 0 };
  for (const [name, args] of checks) {
    console.log(`\n== ${name}`);
    const started = Date.now();
    const { status } = await run(process.execPath, args);
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.log(`${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
    sums[status === 0 ? 'passed' : 'failed']++;
  }
  return sums;
}
