/** @typedef {{ passed: number, failed: number, skipped: number }} Sums */

/** @type {Sums} */
export const nothing = Object.freeze({ passed: 0, failed: 0, skipped: 0 });

/**
 * The sums of a Jest JSON report. What failed beside a test counts as one failure each: a suite that did not load or whose hooks failed, and a
 * Jest that ended badly though every test passed.
 * @param {string} json @param {{ status: number | null }} end Jest's exit code
 * @returns {Sums}
 */
export function countSuites(json, { status }) {
  const report = JSON.parse(json);
  const broken = report.testResults.filter(
    (suite) => suite.status === 'failed' && suite.assertionResults.every((test) => test.status !== 'failed'),
  );
  const failed = report.numFailedTests + broken.length;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && status !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** @param {Sums[]} sums @returns {Sums} */
export function added(...sums) {
  const total = (key) => sums.reduce((sum, one) => sum + one[key], 0);
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') };
}

export function closingLine(...sums) {
  const { passed, failed, skipped } = added(...sums);
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** 0 only when suites ran, and nothing failed or was skipped: a skipped test hides what it was written for. */
export const verdict = (suites, checks) =>
  suites.passed > 0 && suites.failed + checks.failed + suites.skipped === 0 ? 0 : 1;
