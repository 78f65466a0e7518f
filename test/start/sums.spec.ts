import { describe, expect, it } from '@jest/globals';
import { added, closingLine, countSuites, nothing, verdict } from '../../tools/test/sums.mjs';

const well = { status: 0 };
const report = (numFailedTests: number, ...testResults: [suite: string, ...tests: string[]][]): string =>
  JSON.stringify({
    numPassedTests: 4,
    numFailedTests,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: testResults.map(([status, ...tests]) => ({
      status,
      assertionResults: tests.map((test) => ({ status: test })),
    })),
  });

describe('the closing sums', () => {
  it('are those of the tests', () => {
    const sums = countSuites(report(1, ['failed', 'passed', 'failed'], ['passed', 'passed']), {
      ...well,
      status: 1,
    });
    expect(closingLine(sums, { ...nothing, passed: 6 })).toBe('10 passed, 1 failed, 0 skipped');
  });

  it.each([
    ['a suite that did not load', report(0, ['failed']), { ...well, status: 1 }],
    ['a suite whose last hook failed', report(0, ['failed', 'passed']), { ...well, status: 1 }],
    ['a Jest that ended badly after passing', report(0, ['passed', 'passed']), { ...well, status: 1 }],
    ['a Jest that was killed', report(0, ['passed', 'passed']), { status: null }],
  ])('count %s as one failure', (_what, json, end) => {
    expect(countSuites(json, end)).toEqual({ passed: 4, failed: 1, skipped: 0 });
  });
});

it('add up over the runs of Jest, and the servers that ended', () => {
  expect(added({ passed: 4, failed: 0, skipped: 1 }, { passed: 2, failed: 1, skipped: 0 }, nothing)).toEqual({
    ...{ passed: 6, failed: 1, skipped: 1 },
  });
});

describe('the verdict', () => {
  const passed = { ...nothing, passed: 1 };
  it.each([
    ['all passed', passed, nothing, 0],
    ['nothing ran', nothing, passed, 1],
    ['a test failed', { ...passed, failed: 1 }, nothing, 1],
    ['a check failed', passed, { ...nothing, failed: 1 }, 1],
    ['a test was skipped', { ...passed, skipped: 1 }, nothing, 1],
  ])('%s', (_what, suites, checks, code) => expect(verdict(suites, checks)).toBe(code));
});
