import { describe, expect, it } from '@jest/globals';
import { planOf } from '../interpreter/index.js';
import { kinds } from '../kinds/index.js';
import { runAt, visited } from './control.fixture.js';
import { decideMigration, type ControlledRun } from './index.js';

const to = (...steps: Parameters<typeof planOf>[0]['steps']) => ({
  versionId: 'v2',
  number: 2,
  plan: planOf({ steps }),
});
const same = to(kinds.createTask.defaults('first'), kinds.wait.defaults('pause'));
const other = to(kinds.createTask.defaults('pause'));
const waits = runAt([visited('pause', 'waiting')]);

describe('whether a run may migrate to another version', () => {
  it.each<[string, ControlledRun, ReturnType<typeof to>, string]>([
    ['to one that has its step, wherever it is', waits, same, 'requested'],
    ['to one where the step is of another kind', waits, other, 'run.noSuchStep'],
    ['to one without the step', waits, to(), 'run.noSuchStep'],
    [
      'with a step under way, which is finished first',
      runAt([visited('pause', 'running')]),
      to(),
      'requested',
    ],
    ['before its first step', runAt([]), same, 'run.noSuchStep'],
    ['after its end', { ...waits, endedAt: new Date() }, same, 'run.ended'],
    ['while it is being stopped', { ...waits, pauseCause: 'stop' }, same, 'run.ended'],
  ])('%s', (_, run, target, expected) => {
    const decision = decideMigration(run, target);
    expect(decision.type === 'refused' ? decision.code : decision.type).toBe(expected);
  });

  it('tells the run the version and its plan', () => {
    expect(decideMigration(waits, same)).toEqual({
      type: 'requested',
      change: {
        params: { version: 2 },
        signal: { kind: 'migrate', payload: { versionId: 'v2', plan: same.plan } },
      },
    });
  });
});
