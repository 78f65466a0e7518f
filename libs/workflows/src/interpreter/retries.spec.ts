import { describe, expect, it } from '@jest/globals';
import { drive, NOW } from './drive.fixture.js';
import { unanswered, type Plan, type Tried } from './index.js';

const AT = '2027-01-01T00:00:05.000Z';
const reason = { code: 'stopped.byPerson' } as const;
const later = { type: 'later', at: AT, reason: { code: 'later.database' } } as const;
const once: Tried = { times: 1, since: NOW };
const plan: Plan = {
  steps: [
    { id: 'pause', kind: 'wait' },
    { id: 'mail', kind: 'sendMail' },
    { id: 'task', kind: 'createTask' },
  ],
};

const atThePause = () => {
  const run = drive(plan);
  run.give({ type: 'start' });
  return run;
};
/** The mail could not be sent for now. */
function atTheMail() {
  const run = atThePause();
  run.give({ type: 'resolved', stepId: 'pause', visit: 1, answer: { type: 'done' } });
  const commands = run.performed('mail', later);
  return { ...run, commands };
}
const elapsed = (stepId: string) => ({ type: 'elapsed', stepId, visit: 1 }) as const;
const tries = (tried: Tried) => [{ type: 'perform', stepId: 'mail', visit: 1, tried }];

describe('work that is put off', () => {
  it('sleeps until the next try, and counts its tries until one succeeds', () => {
    const run = atTheMail();
    expect(run.commands).toEqual([{ type: 'sleep', stepId: 'mail', visit: 1, due: AT }]);
    expect(run.state().at).toMatchObject({ phase: 'retrying', of: 'performing', due: AT, tried: once });
    expect(run.give(elapsed('mail'))).toMatchObject(tries(once));
    run.performed('mail', later);
    expect(run.give(elapsed('mail'))).toMatchObject(tries({ times: 2, since: NOW }));
    const [next] = run.performed('mail', { type: 'done' });
    expect(next).toMatchObject({ type: 'perform', stepId: 'task' });
    expect(next).not.toHaveProperty('tried');
    expect(run.state().at).not.toHaveProperty('tried');
  });

  it('asks again what a step waits for', () => {
    const run = atThePause();
    const answer = { type: 'resolved', stepId: 'pause', visit: 1, answer: later } as const;
    expect(run.give(answer)).toEqual([{ type: 'sleep', stepId: 'pause', visit: 1, due: AT }]);
    const ask = [{ type: 'resolveWait', stepId: 'pause', visit: 1, tried: once }];
    expect(run.give(elapsed('pause'))).toEqual(ask);
    run.give({ ...answer, answer: { type: 'wait', due: AT } });
    expect(run.state().at).toEqual({ stepId: 'pause', visit: 1, phase: 'sleeping', due: AT });
  });

  it('is tried at once when something happens, or a person asks for it', () => {
    const inputs = [
      { type: 'recheck' },
      { type: 'force', stepId: 'mail', visit: 1, reason },
      { type: 'retry', stepId: 'mail', visit: 1 },
    ] as const;
    for (const input of inputs) expect(atTheMail().give(input)).toMatchObject(tries(once));
  });

  it.each(['stop', 'exit'] as const)('ends by %s at once, and its step with it', (type) => {
    const result = type === 'stop' ? 'stopped' : 'exited';
    expect(atTheMail().give({ type, reason })).toMatchObject([
      { type: 'journal', entry: { stepId: 'mail', status: 'skipped', reason } },
      { type: 'close', result, reason },
    ]);
  });

  it('ends when the stop came while it was being tried', () => {
    const run = atTheMail();
    run.give(elapsed('mail'));
    expect(run.give({ type: 'stop', reason })).toEqual([]);
    expect(run.performed('mail', later)).toMatchObject([
      { type: 'journal', entry: { stepId: 'mail', status: 'skipped' } },
      { type: 'close', result: 'stopped' },
    ]);
  });

  it('is left at once when it is skipped, also while it is being tried', () => {
    const skip = { type: 'skip', stepId: 'mail', reason } as const;
    const goesOn = [
      { type: 'journal', entry: { stepId: 'mail', status: 'skipped', reason } },
      { type: 'perform', stepId: 'task' },
    ];
    expect(atTheMail().give(skip)).toMatchObject(goesOn);
    const run = atTheMail();
    run.give(elapsed('mail'));
    expect(run.give(skip)).toEqual([]);
    expect(run.performed('mail', later)).toMatchObject(goesOn);
  });

  it('begins nothing while it is paused, and goes on from there', () => {
    const run = atTheMail();
    expect(run.give({ type: 'pause', reason })).toMatchObject([{ type: 'recordStatus', status: 'paused' }]);
    expect(run.give(elapsed('mail'))).toEqual([]);
    expect(run.state().at?.phase).toBe('paused');
    expect(run.give({ type: 'resume' })).toMatchObject([
      { type: 'recordStatus', status: 'running' },
      { type: 'perform', stepId: 'mail' },
    ]);
  });

  it('waits on when it is resumed before its next try', () => {
    const run = atTheMail();
    run.give({ type: 'pause', reason });
    expect(run.give({ type: 'resume' })).toEqual([{ type: 'recordStatus', status: 'waiting' }]);
    expect(run.give(elapsed('mail'))).toMatchObject(tries(once));
  });

  it('keeps a word that ends the wait until what it waits for could be asked', () => {
    const run = atThePause();
    run.give({ type: 'force', stepId: 'pause', visit: 1, reason });
    run.give({ type: 'resolved', stepId: 'pause', visit: 1, answer: later });
    run.give(elapsed('pause'));
    const answer = { type: 'wait', due: AT } as const;
    expect(run.give({ type: 'resolved', stepId: 'pause', visit: 1, answer })).toMatchObject([
      { type: 'journal', entry: { stepId: 'pause', status: 'done', reason } },
      { type: 'perform', stepId: 'mail' },
    ]);
  });

  it('takes the word of the ledger, whose mail may have left all the same', () => {
    const settled = { type: 'settled', stepId: 'mail', visit: 1, outcome: 'done' } as const;
    expect(atTheMail().give(settled)).toMatchObject([{ type: 'perform', stepId: 'task' }]);
  });

  it('ends when a person stops it between two tries', () => {
    const run = drive(plan);
    run.give({ type: 'start' });
    run.give({ type: 'resolved', stepId: 'pause', visit: 1, answer: later });
    expect(run.give({ type: 'stop', reason })).toMatchObject([{ type: 'journal' }, { type: 'close' }]);
  });
});

describe('an activity that gives no answer', () => {
  it('is tried for an hour and more, each time a little later, and then fails', () => {
    const pauses: number[] = [];
    let tried: Tried | undefined;
    for (;;) {
      const answer = unanswered(tried, NOW);
      if (answer.type === 'failed') {
        expect(answer.reason.code).toBe('failure.noAnswer');
        break;
      }
      pauses.push((Date.parse(answer.at) - Date.parse(NOW)) / 1_000);
      tried = { times: pauses.length, since: NOW };
    }
    expect(pauses.slice(0, 4)).toEqual([5, 10, 20, 40]);
    expect(Math.max(...pauses)).toBe(600);
    const hours = pauses.reduce((all, one) => all + one, 0) / 3_600;
    expect(hours).toBeGreaterThan(1);
    expect(hours).toBeLessThan(3);
  });

  it('has the run write its status for it', () => {
    const run = atThePause();
    run.give({ type: 'resolved', stepId: 'pause', visit: 1, answer: { type: 'done' } });
    expect(run.performed('mail', { ...later, unrecorded: true })).toMatchObject([
      { type: 'journal', entry: { stepId: 'mail', kind: 'sendMail', status: 'waiting' } },
      { type: 'recordStatus', status: 'waiting', reason: later.reason, at: { stepId: 'mail', due: AT } },
      { type: 'sleep', due: AT },
    ]);
    run.give(elapsed('mail'));
    const noAnswer = { code: 'failure.noAnswer' } as const;
    expect(run.performed('mail', { type: 'failed', reason: noAnswer, unrecorded: true })).toMatchObject([
      { type: 'journal', entry: { stepId: 'mail', status: 'failed', reason: noAnswer } },
      { type: 'recordStatus', status: 'failed', reason: noAnswer, at: { stepId: 'mail' } },
    ]);
    expect(run.give({ type: 'retry', stepId: 'mail', visit: 1 })).toMatchObject([
      { type: 'perform', stepId: 'mail', visit: 2 },
    ]);
  });
});
