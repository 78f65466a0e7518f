import { describe, expect, it } from '@jest/globals';
import { drive } from './drive.fixture.js';
import { migrateState, type Plan, type ResolvedWait } from './index.js';

const LATER = '2027-02-01T00:00:00.000Z';
const reason = { code: 'stopped.byPerson' } as const;
const mail = (id: string) => ({ id, kind: 'sendMail' as const });
const plan: Plan = {
  steps: [
    mail('first'),
    { id: 'pause', kind: 'wait' },
    {
      id: 'which',
      kind: 'decide',
      paths: [
        { id: 'yes', steps: [mail('inside')] },
        { id: 'otherwise', steps: [] },
      ],
    },
    mail('last'),
  ],
};
const skipped = (stepId: string) => ({ type: 'journal', entry: { stepId, status: 'skipped', reason } });

function atThePause() {
  const run = drive(plan);
  run.give({ type: 'start' });
  run.performed('first', { type: 'done' });
  run.give({ type: 'resolved', stepId: 'pause', visit: 1, answer: { type: 'wait', due: LATER } });
  return run;
}
const pause = { type: 'pause', reason } as const;
const resume = { type: 'resume' } as const;

describe('run control', () => {
  it('begins nothing while it is paused, and goes on from there', () => {
    const run = atThePause();
    expect(run.give(pause)).toEqual([{ type: 'recordStatus', status: 'paused', reason }]);
    expect(run.give(pause)).toEqual([]);
    const ended = run.give({ type: 'elapsed', stepId: 'pause', visit: 1 });
    expect(ended).toMatchObject([
      { type: 'journal', entry: { stepId: 'pause', status: 'done' } },
      { type: 'recordStatus', status: 'paused' },
    ]);
    expect(run.state().at).toMatchObject({ stepId: 'which', phase: 'paused' });
    expect(run.give(resume)).toMatchObject([
      { type: 'recordStatus', status: 'running' },
      { type: 'perform', stepId: 'which' },
    ]);
    expect(run.give(resume)).toEqual([]);
  });

  it('lets a wait go on while it is paused', () => {
    const run = atThePause();
    run.give(pause);
    expect(run.give(resume)).toEqual([{ type: 'recordStatus', status: 'waiting' }]);
    expect(run.state().at?.phase).toBe('sleeping');
  });

  it('lets an effect under way finish, and then pauses', () => {
    const run = drive(plan);
    run.give({ type: 'start' });
    run.give(pause);
    expect(run.performed('first', { type: 'done' })).toEqual([]);
    expect(run.state().at).toMatchObject({ stepId: 'pause', phase: 'paused' });
  });

  it('can be stopped while it is paused', () => {
    const run = atThePause();
    run.give(pause);
    expect(run.give({ type: 'stop', reason }).at(-1)).toEqual({ type: 'close', result: 'stopped', reason });
  });

  it('skips the wait it is at', () => {
    expect(atThePause().give({ type: 'skip', stepId: 'pause', reason })).toMatchObject([
      skipped('pause'),
      { type: 'perform', stepId: 'which' },
    ]);
  });

  it('skips a step ahead once it comes to it, and not one that it has left behind', () => {
    const run = atThePause();
    run.give({ type: 'skip', stepId: 'inside', reason });
    run.give({ type: 'skip', stepId: 'first', reason });
    run.give({ type: 'skip', stepId: 'nowhere', reason });
    expect(run.state().skips).toEqual([{ stepId: 'inside', reason }]);
    // Whoever carries out the decision must not go on with the step that is to be passed over.
    expect(run.give({ type: 'elapsed', stepId: 'pause', visit: 1 }).at(-1)).toMatchObject({
      type: 'perform',
      stepId: 'which',
      alone: true,
    });
    const commands = run.performed('which', { type: 'done', outcome: 'yes' });
    expect(commands).toMatchObject([skipped('inside'), { type: 'perform', stepId: 'last' }]);
    expect(run.state().skips).toEqual([]);
  });

  it('skips a failed step', () => {
    const run = drive(plan);
    run.give({ type: 'start' });
    run.performed('first', { type: 'failed', reason: { code: 'smtp.refused' } });
    expect(run.give({ type: 'skip', stepId: 'first', reason })).toMatchObject([
      skipped('first'),
      { type: 'resolveWait', stepId: 'pause' },
    ]);
  });

  it('skips no effect that is under way and comes to its end', () => {
    const run = drive({ steps: [mail('first'), mail('last')] });
    run.give({ type: 'start' });
    expect(run.give({ type: 'skip', stepId: 'first', reason })).toEqual([]);
    expect(run.performed('first', { type: 'done' })).toMatchObject([{ type: 'perform', stepId: 'last' }]);
  });

  it.each(['at once', 'by the ledger'])('skips an effect that fails %s after it was asked to', (how) => {
    const run = drive({ steps: [mail('first'), mail('last')] });
    const failure = { code: 'smtp.refused' } as const;
    run.give({ type: 'start' });
    expect(run.give({ type: 'skip', stepId: 'first', reason })).toEqual([]);
    if (how === 'by the ledger') run.performed('first', { type: 'pending' });
    const commands =
      how === 'by the ledger'
        ? run.give({ type: 'settled', stepId: 'first', visit: 1, outcome: 'failed', reason: failure })
        : run.performed('first', { type: 'failed', reason: failure });
    expect(commands).toMatchObject([skipped('first'), { type: 'perform', stepId: 'last' }]);
  });

  it('forces a wait to be over, once', () => {
    const run = atThePause();
    const force = { type: 'force', stepId: 'pause', visit: 1, reason } as const;
    expect(run.give(force)).toMatchObject([
      { type: 'journal', entry: { stepId: 'pause', status: 'done', reason } },
      { type: 'perform', stepId: 'which' },
    ]);
    expect(run.give(force)).toEqual([]);
  });

  it('keeps in mind while it is paused that the wait before a mail was forced', () => {
    const run = drive({ steps: [{ ...mail('mail'), waits: true }] });
    run.give({ type: 'start' });
    run.give({
      type: 'resolved',
      stepId: 'mail',
      visit: 1,
      answer: { type: 'wait', due: LATER, again: true },
    });
    run.give(pause);
    const force = { type: 'force', stepId: 'mail', visit: 1, reason } as const;
    expect(run.give(force)).toEqual([]);
    expect(run.give(force)).toEqual([]);
    expect(run.give(resume)).toEqual([
      { type: 'recordStatus', status: 'running' },
      { type: 'perform', stepId: 'mail', visit: 1, kind: 'sendMail', last: true },
    ]);
  });

  it('asks for the window once more when it opened while the run was paused', () => {
    const run = drive({ steps: [{ ...mail('mail'), waits: true }] });
    run.give({ type: 'start' });
    run.give(pause);
    run.give({ type: 'resolved', stepId: 'mail', visit: 1, answer: { type: 'done' } });
    expect(run.give(resume).at(-1)).toEqual({ type: 'resolveWait', stepId: 'mail', visit: 1 });
  });

  describe('while it is being asked what a step waits for', () => {
    const wait = { type: 'wait', due: LATER } as const;
    const answer = (stepId: string, said: ResolvedWait) =>
      ({ type: 'resolved', stepId, visit: 1, answer: said }) as const;
    function resolving() {
      const run = atThePause();
      run.give({ type: 'recheck' });
      return run;
    }

    it('forces the wait that is answered', () => {
      const run = resolving();
      expect(run.give({ type: 'force', stepId: 'pause', visit: 1, reason })).toEqual([]);
      expect(run.give(answer('pause', wait))).toMatchObject([
        { type: 'journal', entry: { stepId: 'pause', status: 'done', reason } },
        { type: 'perform', stepId: 'which' },
      ]);
    });

    it('skips the wait that is answered, once', () => {
      const run = resolving();
      expect(run.give({ type: 'skip', stepId: 'pause', reason })).toEqual([]);
      expect(run.give({ type: 'skip', stepId: 'pause', reason })).toEqual([]);
      expect(run.give(answer('pause', wait))).toMatchObject([
        skipped('pause'),
        { type: 'perform', stepId: 'which' },
      ]);
      expect(run.state().skips).toEqual([]);
    });

    it('skips the mail whose window is open', () => {
      const run = drive({ steps: [{ ...mail('mail'), waits: true }] });
      run.give({ type: 'start' });
      run.give({ type: 'skip', stepId: 'mail', reason });
      expect(run.give(answer('mail', { type: 'done' }))).toMatchObject([skipped('mail'), { type: 'close' }]);
    });

    it('skips the step that cannot be carried out', () => {
      const run = resolving();
      run.give({ type: 'skip', stepId: 'pause', reason });
      const failure = { type: 'failed', reason: { code: 'wait.noDate' } } as const;
      expect(run.give(answer('pause', failure))).toMatchObject([
        skipped('pause'),
        { type: 'perform', stepId: 'which' },
      ]);
    });

    it('leaves an end of its own as it is', () => {
      const run = resolving();
      run.give({ type: 'force', stepId: 'pause', visit: 1, reason });
      expect(run.give(answer('pause', { type: 'past', then: 'end' }))).toMatchObject([
        { type: 'close', result: 'completed', reason: { code: 'ended.past' } },
      ]);
    });
  });

  it('forces a wait for an answer to its end without one', () => {
    const run = drive({
      steps: [
        {
          id: 'ask',
          kind: 'approve',
          paths: [
            { id: 'approved', steps: [] },
            { id: 'noAnswer', steps: [mail('nudge')] },
          ],
        },
      ],
    });
    run.give({ type: 'start' });
    run.give({ type: 'resolved', stepId: 'ask', visit: 1, answer: { type: 'wait' } });
    expect(run.give({ type: 'force', stepId: 'ask', visit: 1, reason })).toMatchObject([
      { type: 'journal', entry: { outcome: 'noAnswer' } },
      { type: 'perform', stepId: 'nudge' },
    ]);
  });
});

describe('another version for a run', () => {
  const other: Plan = { steps: [mail('zeroth'), { id: 'pause', kind: 'wait' }] };

  it('goes on at the same step, wherever it is there', () => {
    const run = atThePause();
    const moved = migrateState(plan, other, run.state());
    expect(moved).toMatchObject({
      type: 'migrated',
      state: { position: [{ index: 1 }], at: { stepId: 'pause', phase: 'sleeping' } },
    });
  });

  it.each<[string, Plan]>([
    ['is gone', { steps: [mail('first')] }],
    ['is of another kind', { steps: [mail('pause')] }],
  ])('is refused where the step %s', (_, to) => {
    expect(migrateState(plan, to, atThePause().state())).toEqual({ type: 'refused' });
  });

  it('waits for what is under way', () => {
    const run = drive(plan);
    run.give({ type: 'start' });
    expect(migrateState(plan, other, run.state())).toEqual({ type: 'busy' });
  });
});
