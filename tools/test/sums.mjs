/** @typedef {{ passed: number, failed: number, skipped: number }} Sums */

/** The sums of a Jest JSON report; a suite that could not even load counts as one failure. @returns {Sums} */
export function countSuites(json) {
  const report = JSON.parse(json);
  const unloaded = report.testResults.filter(
    (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

export const closingLine = (...sums) => {
  const total = (key) => sums.reduce((sum, one) => sum + one[key], 0);
  return `${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`;
};

/** 0 only when suites ran, and nothing failed or was skipped: a skipped test hides what it was written for. */
export const verdict = (suites, checks) =>
  suites.passed > 0 && suites.failed + checks.failed + suites.skipped === 0 ? 0 : 1;
