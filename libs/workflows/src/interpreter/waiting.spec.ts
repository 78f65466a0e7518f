import { describe, expect, it } from '@jest/globals';
import { drive, NOW } from './drive.fixture.js';
import type { Plan, ResolvedWait } from './index.js';

const LATER = '2027-02-01T00:00:00.000Z';
const mail = (id: string) => ({ id, kind: 'sendMail' as const });
const pause = { id: 'pause', kind: 'wait' as const };
const resolves = { type: 'resolveWait', stepId: 'pause', visit: 1 };
const sendsNext = { type: 'perform', stepId: 'next', visit: 1, kind: 'sendMail' };

function waiting(answer: ResolvedWait, plan: Plan = { steps: [pause, mail('next'), mail('last')] }) {
  const run = drive(plan);
  run.give({ type: 'start' });
  const { id: stepId } = plan.steps[0]!;
  const say = (again: ResolvedWait) => run.give({ type: 'resolved', stepId, visit: 1, answer: again });
  return { ...run, say, commands: say(answer) };
}

describe('a run that waits', () => {
  it('is asked again at the due instant of a date that may have moved, and goes on when it has come', () => {
    const { give, say, commands } = waiting({ type: 'wait', due: LATER, again: true });
    expect(commands).toEqual([{ type: 'sleep', stepId: 'pause', visit: 1, due: LATER }]);
    expect(give({ type: 'elapsed', stepId: 'pause', visit: 1 })).toEqual([resolves]);
    expect(say({ type: 'done' })).toMatchObject([sendsNext]);
  });

  it('asks again when it is told that something moved, and sleeps until the new instant', () => {
    const { give, say } = waiting({ type: 'wait', due: LATER, again: true });
    expect(give({ type: 'recheck' })).toEqual([resolves]);
    const sooner = '2027-01-15T00:00:00.000Z';
    expect(say({ type: 'wait', due: sooner, again: true })).toMatchObject([{ type: 'sleep', due: sooner }]);
  });

  it('does not believe an answer that was under way when something moved', () => {
    const { give, say } = waiting({ type: 'wait', due: LATER });
    expect(give({ type: 'recheck' })).toEqual([resolves]);
    expect(give({ type: 'recheck' })).toEqual([]);
    expect(say({ type: 'wait', due: LATER })).toEqual([resolves]);
    expect(say({ type: 'wait', due: NOW })).toMatchObject([{ type: 'sleep', due: NOW }]);
  });

  it('sleeps without a timer when only an answer ends the wait', () => {
    const { give, say, commands } = waiting({ type: 'wait' });
    expect(commands).toEqual([]);
    expect(give({ type: 'elapsed', stepId: 'pause', visit: 2 })).toEqual([]);
    expect(give({ type: 'recheck' })).toEqual([resolves]);
    expect(say({ type: 'done' })).toMatchObject([sendsNext]);
  });

  it('goes on after a step that is passed over', () => {
    expect(waiting({ type: 'skipped', reason: { code: 'mail.declined' } }).commands).toMatchObject([
      sendsNext,
    ]);
  });

  it.each<[ResolvedWait & { type: 'past' }, unknown[]]>([
    [{ type: 'past', then: 'go-on' }, [sendsNext]],
    [
      { type: 'past', then: 'skip-next' },
      [
        { type: 'journal', entry: { stepId: 'next', status: 'skipped', reason: { code: 'skip.past' } } },
        { type: 'perform', stepId: 'last' },
      ],
    ],
    [{ type: 'past', then: 'end' }, [{ type: 'close', result: 'completed', reason: { code: 'ended.past' } }]],
  ])('does as the step says when its moment is past: %j', (answer, expected) => {
    expect(waiting(answer).commands).toMatchObject(expected);
  });

  it('skips nothing after its last step', () => {
    const { commands } = waiting({ type: 'past', then: 'skip-next' }, { steps: [pause] });
    expect(commands).toEqual([{ type: 'close', result: 'completed' }]);
  });

  it('stays at a wait that cannot be known, and asks again when somebody enters the date', () => {
    const { give, say, state } = waiting({ type: 'failed', reason: { code: 'wait.noDate' } });
    expect(state().at?.phase).toBe('failed');
    expect(give({ type: 'recheck' })).toEqual([resolves]);
    expect(say({ type: 'wait', due: LATER })).toMatchObject([{ type: 'sleep', due: LATER }]);
  });

  it('exits when the record forbids to go on, as the one who was asked saw', () => {
    const reason = { code: 'exit.bookingCancelled' } as const;
    expect(waiting({ type: 'exit', reason }).commands).toEqual([{ type: 'close', result: 'exited', reason }]);
  });

  const answers: Plan = {
    steps: [
      {
        id: 'reply',
        kind: 'waitForEvent',
        paths: [
          { id: 'happened', steps: [mail('thanks')] },
          { id: 'timedOut', steps: [mail('nudge')] },
        ],
      },
      mail('next'),
    ],
  };

  it.each([
    ['happened', 'thanks'],
    ['timedOut', 'nudge'],
  ])('takes the path %s of an answer', (outcome, stepId) => {
    const { give, say } = waiting({ type: 'wait', due: LATER, again: true }, answers);
    give({ type: 'recheck' });
    expect(say({ type: 'done', outcome })).toMatchObject([{ type: 'perform', stepId }]);
  });

  const windowed: Plan = { steps: [{ ...mail('mail'), waits: true }, mail('next')] };

  it('waits before a mail that keeps to a window, then carries it out, each time it comes to it', () => {
    const { give, performed, commands } = waiting({ type: 'wait', due: LATER, again: true }, windowed);
    expect(commands).toMatchObject([{ type: 'sleep', stepId: 'mail' }]);
    expect(give({ type: 'elapsed', stepId: 'mail', visit: 1 })).toMatchObject([{ type: 'resolveWait' }]);
    const opens = give({ type: 'resolved', stepId: 'mail', visit: 1, answer: { type: 'done' } });
    expect(opens).toMatchObject([{ type: 'perform', stepId: 'mail', visit: 1 }]);
    performed('mail', { type: 'failed', reason: { code: 'smtp.refused' } });
    const again = give({ type: 'retry', stepId: 'mail', visit: 1 });
    expect(again).toEqual([{ type: 'resolveWait', stepId: 'mail', visit: 2 }]);
  });
});
