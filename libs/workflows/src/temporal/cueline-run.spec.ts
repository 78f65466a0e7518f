import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signals, type EffectResult, type Plan, type Tried } from '../messages/index.js';
import { timeSkippingRuns } from '@cueline/testkit/time-skipping';
import { scriptedActivities, until } from './run-harness.fixture.js';

const DAY = 86_400_000;
const waitThenMail: Plan = {
  steps: [
    { id: 'pause', kind: 'wait' },
    { id: 'mail', kind: 'sendMail' },
  ],
};
const twoMails: Plan = {
  steps: [
    { id: 'first', kind: 'sendMail' },
    { id: 'second', kind: 'sendMail' },
  ],
};

describe('a run on Temporal', () => {
  let runs: Awaited<ReturnType<typeof timeSkippingRuns>>;
  let now: number;
  const inThreeDays = () => new Date(now + 3 * DAY).toISOString();

  beforeAll(async () => {
    runs = await timeSkippingRuns();
  }, 30_000);
  afterAll(() => runs?.environment.teardown());

  /** Runs `body` beside a worker with these activities. */
  async function beside(
    { activities }: ReturnType<typeof scriptedActivities>,
    body: () => Promise<void>,
    uncached = false,
  ): Promise<void> {
    now = await runs.environment.currentTimeMs();
    const worker = await runs.worker(activities, uncached);
    await worker.runUntil(body);
  }

  const decideThenMail: Plan = {
    steps: [
      {
        id: 'which',
        kind: 'decide',
        paths: [
          { id: 'wedding', steps: [{ id: 'mail', kind: 'sendMail' }] },
          { id: 'otherwise', steps: [] },
        ],
      },
    ],
  };
  const wedding: EffectResult = { type: 'done', outcome: 'wedding' };

  it('takes what the worker went on with after a decision, and asks for it no more', async () => {
    const ahead = [
      { stepId: 'which', visit: 1, result: wedding },
      { stepId: 'mail', visit: 1, result: { type: 'done', closed: true } },
    ] as const;
    const script = scriptedActivities({ which: [ahead] }, inThreeDays);
    await beside(script, async () => {
      await (await runs.start('went-on', decideThenMail)).result();
    });
    expect(script.did()).toEqual(['perform which/1']);
  });

  it('waits for the ledger about a mail that the worker went on with', async () => {
    const ahead = [
      { stepId: 'which', visit: 1, result: wedding },
      { stepId: 'mail', visit: 1, result: { type: 'pending' } },
    ] as const;
    const script = scriptedActivities({ which: [ahead] }, inThreeDays);
    await beside(script, async () => {
      const run = await runs.start('went-on-pending', decideThenMail);
      await until('the mail is on its way', () => script.did().length === 1);
      await run.signal(signals.settled, { stepId: 'mail', visit: 1, outcome: 'done' });
      await run.result();
    });
    expect(script.did()).toEqual(['perform which/1', 'close completed']);
  });

  it('decides and sends in one workflow task, and lets the last effect record the end', async () => {
    const plan = decideThenMail;
    const script = scriptedActivities({ which: [wedding] }, inThreeDays);
    await beside(script, async () => {
      const run = await runs.start('one-task', plan);
      await run.result();
      const { events = [] } = await run.fetchHistory();
      expect(events!.filter((event) => event.workflowTaskCompletedEventAttributes)).toHaveLength(1);
    });
    expect(script.did()).toEqual(['perform which/1', 'perform mail/1 last']);
  });

  it('waits three days, then sends, and tells of the wait with the next call', async () => {
    const script = scriptedActivities({}, inThreeDays);
    await beside(script, async () => {
      await (await runs.start('three-days', waitThenMail)).result();
    });
    expect(script.did()).toEqual(['resolveWait pause/1', 'perform mail/1 last']);
    const [entry] = script.calls[1]!.journal;
    expect(entry).toMatchObject({ stepId: 'pause', status: 'done' });
    expect(Date.parse(entry!.at) - (now + 3 * DAY)).toBeLessThan(60_000);
    expect(Date.parse(entry!.at)).toBeGreaterThanOrEqual(now + 3 * DAY);
  });

  it('goes on at once when the moment it waits for is past', async () => {
    const script = scriptedActivities({}, () => '2020-01-01T00:00:00.000Z');
    await beside(script, async () => {
      await (await runs.start('past', waitThenMail)).result();
    });
    expect(script.did()).toEqual(['resolveWait pause/1', 'perform mail/1 last']);
    expect(await runs.environment.currentTimeMs()).toBeLessThan(now + DAY);
  });

  it('ends while it waits when it must exit, and sends nothing', async () => {
    const script = scriptedActivities({}, inThreeDays);
    await beside(script, async () => {
      const run = await runs.start('exits', waitThenMail);
      await until('the run waits', () => script.calls.length === 1);
      await run.signal(signals.exit, { eventId: 'e', reason: { code: 'exit.event' } });
      await run.result();
    });
    expect(script.did()).toEqual(['resolveWait pause/1', 'close exited exit.event']);
    expect(script.calls[1]!.journal).toMatchObject([
      { stepId: 'pause', status: 'skipped', reason: { code: 'exit.event' } },
    ]);
  });

  it('starts nothing when the exit arrives with the start', async () => {
    const script = scriptedActivities({}, inThreeDays);
    await beside(script, async () => {
      const exit = { eventId: 'e', reason: { code: 'exit.event' } };
      await (await runs.startWithSignal('stillborn', twoMails, signals.exit, exit)).result();
    });
    expect(script.did()).toEqual(['close exited exit.event']);
  });

  it('ends when the effect itself sees that the run must exit', async () => {
    const exit = { type: 'exit', reason: { code: 'exit.bookingCancelled' } } as const;
    const script = scriptedActivities({ first: [exit] }, inThreeDays);
    await beside(script, async () => {
      await (await runs.start('seen', twoMails)).result();
    });
    expect(script.did()).toEqual(['perform first/1', 'close exited exit.bookingCancelled']);
  });

  it.each([signals.exit, signals.stop])(
    'ends by %s while a send is pending, and sends no other',
    async (how) => {
      const script = scriptedActivities({ first: [{ type: 'pending' }] }, inThreeDays);
      await beside(script, async () => {
        const run = await runs.start(`pending-${how}`, twoMails);
        await until('the first mail is pending', () => script.calls.length === 1);
        await run.signal(how, { eventId: 'e', reason: { code: 'stopped.byPerson' } });
        await run.result();
      });
      expect(script.did()).toEqual([
        'perform first/1',
        `close ${how === signals.exit ? 'exited' : 'stopped'} stopped.byPerson`,
      ]);
    },
  );

  it('goes on when the ledger settles a pending send, however often it says so', async () => {
    const script = scriptedActivities({ first: [{ type: 'pending' }] }, inThreeDays);
    await beside(script, async () => {
      const run = await runs.start('pending', twoMails);
      await until('the first mail is pending', () => script.calls.length === 1);
      const settlement = { stepId: 'first', visit: 1, outcome: 'done' };
      await Promise.all([run.signal(signals.settled, settlement), run.signal(signals.settled, settlement)]);
      await run.result();
    });
    // The second word may meet the end of the run; Temporal then has the last task done again, as it may any effect.
    expect([...new Set(script.did())]).toEqual(['perform first/1', 'perform second/1 last']);
  });

  it('stays at a failed step until it is retried', async () => {
    const script = scriptedActivities(
      { first: [{ type: 'failed', reason: { code: 'failure.value' } }] },
      inThreeDays,
    );
    await beside(script, async () => {
      const run = await runs.start('retried', twoMails);
      await until('the first mail has failed', () => script.calls.length === 1);
      await run.signal(signals.retry, { stepId: 'first', visit: 1 });
      await run.result();
    });
    expect(script.did()).toEqual(['perform first/1', 'perform first/2', 'perform second/1 last']);
  });

  it('tries an activity again that throws, without going on or giving up', async () => {
    let attempts = 0;
    const flaky = () => {
      if (++attempts < 3) throw new Error('the database is away');
      return { type: 'done' } as const;
    };
    const script = scriptedActivities({ first: [flaky] }, inThreeDays);
    await beside(script, async () => {
      await (await runs.start('flaky', twoMails)).result();
    });
    expect(script.did()).toEqual([
      'perform first/1',
      'perform first/1',
      'perform first/1',
      'perform second/1 last',
    ]);
  });

  describe('whose work cannot be done for now', () => {
    const reason = { code: 'stopped.byPerson' } as const;
    const putOff = () => ({ type: 'later', at: inThreeDays(), reason: { code: 'later.database' } }) as const;
    /** Put off on its first try alone. */
    const once = (tried?: Tried): EffectResult => (tried ? { type: 'done' } : putOff());

    it('sleeps until the next try, and goes on', async () => {
      const script = scriptedActivities({ first: [once] }, inThreeDays);
      await beside(script, async () => {
        await (await runs.start('put-off', twoMails)).result();
      });
      expect(script.did()).toEqual(['perform first/1', 'perform first/1', 'perform second/1 last']);
      expect(await runs.environment.currentTimeMs()).toBeGreaterThanOrEqual(now + 3 * DAY);
    });

    it.each([
      ['stop', { reason }, ['close stopped stopped.byPerson']],
      ['exit', { eventId: 'e', reason }, ['close exited stopped.byPerson']],
      ['skip', { stepId: 'first', reason }, ['perform second/1 last']],
      ['force', { stepId: 'first', visit: 1, reason }, ['perform first/1', 'perform second/1 last']],
      ['recheck', {}, ['perform first/1', 'perform second/1 last']],
    ] as const)('hears %s at once', async (signal, argument, then) => {
      const script = scriptedActivities({ first: [once] }, inThreeDays);
      await beside(script, async () => {
        const run = await runs.start(`put-off-${signal}`, twoMails);
        await until('the first mail is put off', () => script.calls.length === 1);
        await run.signal(signals[signal], argument);
        // Whoever waits for the result has the clock skip ahead.
        await until('it is over', async () => (await run.describe()).status.name === 'COMPLETED');
      });
      expect(script.did()).toEqual(['perform first/1', ...then]);
      expect(await runs.environment.currentTimeMs()).toBeLessThan(now + DAY);
    });

    it('stops when it is paused, and tries when it is resumed', async () => {
      const script = scriptedActivities({ first: [once] }, inThreeDays);
      await beside(script, async () => {
        const run = await runs.start('put-off-paused', twoMails);
        await until('the first mail is put off', () => script.calls.length === 1);
        await run.signal(signals.pause, { reason });
        await until('it is paused', () => script.did().includes('recordStatus paused'));
        await run.signal(signals.resume, {});
        await run.signal(signals.force, { stepId: 'first', visit: 1, reason });
        await run.result();
      });
      expect(script.did()).toEqual([
        'perform first/1',
        'recordStatus paused',
        'recordStatus waiting',
        'perform first/1',
        'perform second/1 last',
      ]);
    });

    it('fails and says so when an activity never answers, and is stopped all the same', async () => {
      const dies = () => {
        throw new Error('out of its mind');
      };
      const script = scriptedActivities({ first: [dies] }, inThreeDays);
      await beside(script, async () => {
        const run = await runs.start('no-answer', twoMails);
        await until('the run says that it waits', () => script.did().includes('recordStatus waiting'));
        await runs.environment.sleep('3 hours');
        await until('it has failed', () => script.did().includes('recordStatus failed'));
        const tries = script.did().filter((what) => what === 'perform first/1').length;
        expect(tries).toBeLessThanOrEqual(48);
        await run.signal(signals.stop, { reason });
        await run.result();
      });
      const failed = script.calls.find(({ what }) => what === 'recordStatus failed')!;
      expect(failed.journal).toMatchObject([
        { stepId: 'first', kind: 'sendMail', status: 'failed', reason: { code: 'failure.noAnswer' } },
      ]);
      expect(script.did().at(-1)).toBe('close stopped stopped.byPerson');
    }, 20_000);

    it('writes its end, its status and its version when that can be done', async () => {
      const fails = () => {
        throw new Error('the database is away');
      };
      const writes = {
        'close completed': [putOff(), fails],
        'migrate v2': [putOff()],
        'recordStatus paused': [putOff()],
      };
      const to = { versionId: 'v2', plan: { steps: [waitThenMail.steps[0]!, twoMails.steps[0]!] } };
      const waits = { 'pause/1': [{ type: 'wait' as const }, { type: 'wait' as const }] };
      const script = scriptedActivities({ first: [{ type: 'done' }] }, inThreeDays, waits, writes);
      await beside(script, async () => {
        const run = await runs.start('put-off-writing', waitThenMail);
        await until('the run waits', () => script.calls.length === 1);
        await run.signal(signals.migrate, to);
        await until('it is to go on by another version', () => script.did().includes('migrate v2'));
        await run.signal(signals.pause, { reason });
        await until('it is paused', () => script.did().includes('recordStatus paused'));
        await run.signal(signals.resume, {});
        await until('it has gone over', () => script.did().includes('resolveWait pause/1'));
        await runs.environment.sleep('4 days');
        await run.signal(signals.force, { stepId: 'pause', visit: 1, reason });
        await run.result();
      });
      expect(script.did().filter((what) => what.startsWith('migrate')).length).toBeGreaterThanOrEqual(2);
      expect(script.did().filter((what) => what === 'close completed').length).toBeGreaterThanOrEqual(3);
      expect(script.did()).toContain('perform first/1 last');
    }, 20_000);
  });

  it('is carried on by another worker, which repeats nothing', async () => {
    const script = scriptedActivities({}, inThreeDays);
    await beside(
      script,
      async () => {
        await runs.start('handed-over', waitThenMail);
        await until('the run waits', () => script.calls.length === 1);
      },
      true,
    );
    const second = await runs.worker(script.activities, true);
    await second.runUntil(async () => {
      await runs.environment.client.workflow.getHandle('run-handed-over').result();
    });
    expect(script.did()).toEqual(['resolveWait pause/1', 'perform mail/1 last']);
  }, 20_000);

  describe('that is told something', () => {
    const untilDay = (days: number) => () =>
      ({ type: 'wait', again: true, due: new Date(now + days * DAY).toISOString() }) as const;

    it('asks again what it waits for, and keeps to the new instant', async () => {
      const waits = { 'pause/1': [untilDay(3), untilDay(1), { type: 'done' as const }] };
      const script = scriptedActivities({}, inThreeDays, waits);
      let timers: number[] = [];
      await beside(script, async () => {
        const run = await runs.start('moved', waitThenMail);
        await until('the run waits', () => script.calls.length === 1);
        await run.signal(signals.recheck, {});
        // The clock skips ahead as soon as somebody waits for the result, also to a timer that is about to be cancelled.
        await until('it waits anew', async () => {
          const { events = [] } = await run.fetchHistory();
          timers = events!.flatMap(({ timerStartedEventAttributes: timer }) =>
            timer ? [Number(timer.startToFireTimeout!.seconds)] : [],
          );
          return timers.length === 2;
        });
        await run.result();
      });
      expect(script.did()).toEqual([
        'resolveWait pause/1',
        'resolveWait pause/1',
        'resolveWait pause/1',
        'perform mail/1 last',
      ]);
      const days = timers.map((seconds) => Math.round((seconds * 1_000) / DAY));
      expect(days).toEqual([3, 1]);
    });

    it('waits without a timer for an answer, and goes on when it has come', async () => {
      const waits = { 'pause/1': [{ type: 'wait' as const }, { type: 'done' as const }] };
      const script = scriptedActivities({}, inThreeDays, waits);
      await beside(script, async () => {
        const run = await runs.start('answered', waitThenMail);
        await until('the run waits', () => script.calls.length === 1);
        await run.signal(signals.recheck, {});
        await run.result();
        const { events = [] } = await run.fetchHistory();
        expect(events!.filter((event) => event.timerStartedEventAttributes)).toEqual([]);
      });
      expect(script.did()).toEqual(['resolveWait pause/1', 'resolveWait pause/1', 'perform mail/1 last']);
    });

    it('begins nothing while it is paused, and goes on from there', async () => {
      const script = scriptedActivities({ first: [{ type: 'pending' }] }, inThreeDays);
      await beside(script, async () => {
        const run = await runs.start('paused', twoMails);
        await until('the first mail is pending', () => script.calls.length === 1);
        await run.signal(signals.pause, { reason: { code: 'paused.byPerson' } });
        await run.signal(signals.settled, { stepId: 'first', visit: 1, outcome: 'done' });
        await until('it is paused', () => script.did().includes('recordStatus paused'));
        await run.signal(signals.resume, {});
        await run.result();
      });
      expect(script.did()).toEqual([
        'perform first/1',
        'recordStatus paused',
        'recordStatus running',
        'perform second/1 last',
      ]);
    });

    it('skips, forces and goes on, and writes each with its reason', async () => {
      const reason = { code: 'stopped.byPerson' } as const;
      const plan = {
        steps: [{ id: 'pause', kind: 'wait' as const }, ...twoMails.steps],
      };
      const script = scriptedActivities({}, inThreeDays);
      await beside(script, async () => {
        const run = await runs.start('forced', plan);
        await until('the run waits', () => script.calls.length === 1);
        await run.signal(signals.skip, { stepId: 'first', reason });
        await run.signal(signals.force, { stepId: 'pause', visit: 1, reason });
        await run.result();
      });
      expect(script.did()).toEqual(['resolveWait pause/1', 'perform second/1 last']);
      expect(script.calls[1]!.journal).toMatchObject([
        { stepId: 'pause', status: 'done', reason },
        { stepId: 'first', status: 'skipped', reason },
      ]);
    });

    it('goes on by another version from where it is', async () => {
      const to = { versionId: 'v2', plan: { steps: [waitThenMail.steps[0]!, ...twoMails.steps] } };
      const waits = { 'pause/1': [{ type: 'wait' as const }, { type: 'done' as const }] };
      const script = scriptedActivities({}, inThreeDays, waits);
      await beside(script, async () => {
        const run = await runs.start('moved-on', waitThenMail);
        await until('the run waits', () => script.calls.length === 1);
        await run.signal(signals.migrate, to);
        await run.result();
      });
      expect(script.did()).toEqual([
        'resolveWait pause/1',
        'migrate v2',
        'resolveWait pause/1',
        'perform first/1',
        'perform second/1 last',
      ]);
    });

    it('stays with its version when its step is not in the other', async () => {
      const script = scriptedActivities({}, inThreeDays);
      await beside(script, async () => {
        const run = await runs.start('stays', waitThenMail);
        await until('the run waits', () => script.calls.length === 1);
        await run.signal(signals.migrate, { versionId: 'v2', plan: twoMails });
        await run.result();
      });
      expect(script.did()).toEqual(['resolveWait pause/1', 'perform mail/1 last']);
    });
  });
});
