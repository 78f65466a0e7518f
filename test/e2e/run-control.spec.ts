import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { kinds, type SendWindow, type Step, type Weekday } from '@cueline/workflows';
import { automationOf, type Automation } from '@cueline/testkit/automation';
import { bookedRuns, pauseAll, stepOf, waitStep as wait } from '@cueline/testkit/booked-runs';
import { Stack } from '@cueline/testkit/stack';
import { signIn } from '@cueline/testkit/test-api';
import { until } from '@cueline/testkit/until';

jest.setTimeout(240_000);

let stack: Stack;
let automation: Automation;
let database: pg.Pool;
let started: ReturnType<typeof bookedRuns>['started'];
let mail: ReturnType<typeof bookedRuns>['mail'];

beforeAll(async () => {
  stack = await Stack.start();
  automation = automationOf(await signIn(stack, 'owner@sample.cueline.test', stack.ownerPassword));
  database = new pg.Pool({ connectionString: stack.urls.database, max: 2 });
  database.on('error', () => undefined);
  ({ started, mail } = bookedRuns(stack, automation));
  await pauseAll(automation);
});
afterAll(async () => {
  await database.end();
  await stack.stop();
});

describe('a run that somebody pauses', () => {
  it('lets its time go by, sends nothing, and sends once when it is resumed', async () => {
    const run = await started(wait('rest', 2, 'seconds'), await mail('mail'));
    await run.becomes('waiting');
    expect(await run.ask('pause', { note: 'Alma is ill' })).toMatchObject({
      status: 'paused',
      paused: { reason: expect.stringContaining('Somebody paused it') },
      controls: [{ action: 'pause', note: 'Alma is ill', byType: 'member' }],
    });
    await until(
      'the wait is over',
      async () => Date.parse((await run.run()).nextAt ?? '') < Date.now() - 1_500,
    );
    expect(await run.mails()).toEqual([]);
    expect((await run.run()).status).toBe('paused');
    await run.ask('resume');
    await run.becomes('completed');
    expect(await run.mails()).toEqual(['Hello']);
  });

  it('sends nothing when its wait ends while it is paused', async () => {
    const run = await started(wait('rest', 1, 'days'), await mail('mail'));
    await run.becomes('waiting');
    await run.ask('pause');
    await run.ask('force');
    await until('it is paused', async () => {
      const { status, steps } = await run.run();
      return status === 'paused' && steps.length > 0;
    });
    const before = await run.mails();
    await run.ask('resume');
    await run.becomes('completed');
    expect(before).toEqual([]);
    expect(await run.mails()).toEqual(['Hello']);
  });

  it('sends once when the pause comes at the very moment of sending, whichever is first', async () => {
    const run = await started(wait('rest', 1, 'days'), await mail('mail'));
    await run.becomes('waiting');
    // Where the mail wins the run ends, and there is nothing left to be paused or resumed.
    await Promise.allSettled([run.ask('force'), run.ask('pause')]);
    await until('its wait is over', async () => stepOf(await run.run(), 'rest')?.status === 'done');
    await Promise.allSettled([run.ask('resume')]);
    await run.becomes('completed');
    expect(await run.mails()).toEqual(['Hello']);
  });

  it('is paused when the last word was so, however quickly the words came', async () => {
    const run = await started(wait('rest', 1, 'days'), await mail('mail'));
    await run.becomes('waiting');
    for (const word of ['pause', 'resume', 'pause', 'resume', 'pause']) await run.ask(word);
    await run.ask('force');
    await until('it has heard', () => wasSignalled(run.id));
    expect((await run.run()).status).toBe('paused');
    await run.ask('stop');
    await run.becomes('stopped');
    expect(stepOf(await run.run(), 'mail')).toBeUndefined();
    expect(await run.mails()).toEqual([]);
  });
});

/** Hours that are open on one weekday, which is not today's anywhere. */
function inTwoDays(): SendWindow {
  const isoWeekday = ((new Date().getUTCDay() + 1) % 7) + 1;
  return { weekdays: [isoWeekday as Weekday], from: '09:00', to: '17:00', holidays: [] };
}

describe('a run that somebody moves on', () => {
  it('passes over the step it is at and one that is to come, with the reason', async () => {
    const run = await started(
      wait('rest', 1, 'days'),
      await mail('first', 'First'),
      await mail('last', 'Last'),
    );
    await run.becomes('waiting');
    await run.ask('skip', { stepId: 'first', note: 'Told by phone' });
    await run.ask('skip', { stepId: 'rest' });
    await run.becomes('completed');
    expect(await run.mails()).toEqual(['Last']);
    const after = await run.run();
    expect(stepOf(after, 'first')).toMatchObject({ status: 'skipped', reasons: ['Somebody skipped it.'] });
    expect(stepOf(after, 'rest')).toMatchObject({ status: 'skipped' });
    expect(after.controls).toMatchObject([
      { action: 'skip', stepId: 'first', note: 'Told by phone' },
      { action: 'skip', stepId: 'rest' },
    ]);
  });

  it('passes over the mail that a decision leads to', async () => {
    const passed = await mail('passed', 'Passed over');
    const which: Step = {
      ...kinds.decide.defaults('which'),
      paths: [
        { id: 'portrait', when: { field: 'booking.kind', op: 'is', value: 'portrait' }, steps: [] },
        { id: 'otherwise', steps: [passed] },
      ],
    };
    const run = await started(wait('rest', 1, 'days'), which, await mail('last', 'Last'));
    await run.becomes('waiting');
    await run.ask('skip', { stepId: 'passed' });
    await run.ask('force');
    await run.becomes('completed');
    expect(await run.mails()).toEqual(['Last']);
    expect(stepOf(await run.run(), 'passed')).toMatchObject({ status: 'skipped' });
  });

  it('sends a mail outside its window, although the run was paused when it was asked to', async () => {
    const run = await started({ ...(await mail('mail')), window: { hours: inTwoDays(), zone: 'brand' } });
    await run.becomes('waiting');
    await run.ask('pause');
    await run.becomes('paused');
    await run.ask('force');
    await run.ask('resume');
    await run.becomes('completed');
    expect(await run.mails()).toEqual(['Hello']);
  });

  it('ends its wait at once', async () => {
    const run = await started(wait('rest', 1, 'days'), await mail('mail'));
    await run.becomes('waiting');
    await run.ask('force');
    await run.becomes('completed');
    expect(await run.mails()).toEqual(['Hello']);
    expect(stepOf(await run.run(), 'rest')).toMatchObject({
      status: 'done',
      reasons: ['Somebody ended the wait.'],
    });
  });

  it('waits until the instant that somebody gives', async () => {
    const run = await started(wait('rest', 9, 'days'), await mail('mail'));
    await run.becomes('waiting');
    const far = new Date(Date.now() + 86_400_000).toISOString();
    await run.ask('reschedule', { at: far });
    await until('it waits until then', async () => (await run.run()).nextAt === far);
    await run.ask('reschedule', { at: new Date(Date.now() + 1_500).toISOString() });
    await run.becomes('completed');
    expect(await run.mails()).toEqual(['Hello']);
  });

  it('ends where it is', async () => {
    const run = await started(wait('rest', 1, 'days'), await mail('mail'));
    await run.becomes('waiting');
    await run.ask('stop', { note: 'Booked elsewhere' });
    await run.becomes('stopped');
    expect(await run.run()).toMatchObject({
      reason: 'Somebody stopped the run.',
      controls: [{ action: 'stop', note: 'Booked elsewhere' }],
    });
    expect(await run.mails()).toEqual([]);
  });
});

describe('a run whose mail does not leave', () => {
  it('sends it once, when what was wrong is put right and somebody retries', async () => {
    const step = await mail('mail');
    const edit = (subject: string, revision: number, liveRuns?: 'update') =>
      automation.said('PATCH', `templates/${step.template}`, { subject, liveRuns }, revision);
    const run = await started(wait('rest', 1, 'days'), step);
    await run.becomes('waiting');
    await edit('{% if %}', 1, 'update');
    await run.ask('force');
    await run.becomes('failed');
    expect(await run.mails()).toEqual([]);
    // What could not be mailed is nothing that a run goes on with.
    await edit('Hello', 2);
    await run.ask('retry');
    await run.becomes('completed');
    expect(await run.mails()).toEqual(['Hello']);
  });

  it('skips a mail that waits for its server, and goes on', async () => {
    await stack.kill('catcher');
    const run = await started(await mail('mail'), await mail('last', 'Last'));
    await until('the mail waits', async () => stepOf(await run.run(), 'mail')?.status === 'waiting', 90_000);
    await run.ask('skip', { stepId: 'mail' });
    await until('it is skipped', async () => stepOf(await run.run(), 'mail')?.status === 'skipped');
    await stack.begin('catcher');
    await run.becomes('completed');
    expect(await run.mails()).toEqual(['Last']);
    expect(stepOf(await run.run(), 'mail')?.reasons).toEqual(['Somebody skipped it.']);
  });
});

describe('a workflow that is paused', () => {
  it('pauses its runs, and lets go all but the one that somebody paused', async () => {
    const pausedRun = await started(wait('rest', 1, 'days'), await mail('mail'));
    await pausedRun.becomes('waiting');
    await automation.said('POST', `workflows/${pausedRun.workflow}/pause`);
    expect(await pausedRun.run()).toMatchObject({
      status: 'paused',
      paused: { reason: 'Its workflow is paused, and it goes on with that.' },
      controls: [{ action: 'pause', withWorkflow: true }],
    });
    await pausedRun.ask('force');
    await until('it has heard', () => wasSignalled(pausedRun.id));
    await automation.said('POST', `workflows/${pausedRun.workflow}/resume`);
    await pausedRun.becomes('completed');
    expect(await pausedRun.mails()).toEqual(['Hello']);

    const own = await started(wait('rest', 1, 'days'), await mail('mail'));
    await own.becomes('waiting');
    await own.ask('pause');
    await automation.said('POST', `workflows/${own.workflow}/pause`);
    await automation.said('POST', `workflows/${own.workflow}/resume`);
    expect((await own.run()).paused?.reason).toContain('Somebody paused it');
    await own.ask('resume');
    await own.becomes('waiting');
  });

  it('stops its runs when it is archived so', async () => {
    const run = await started(wait('rest', 1, 'days'), await mail('mail'));
    await run.becomes('waiting');
    await automation.said('POST', `workflows/${run.workflow}/archive`, { runs: 'stop' });
    await run.becomes('stopped');
    expect(await run.mails()).toEqual([]);
  });

  it('lets its runs finish when it is archived and nothing else is said', async () => {
    const run = await started(wait('rest', 1, 'days'), await mail('mail'));
    await run.becomes('waiting');
    await automation.said('POST', `workflows/${run.workflow}/archive`);
    await run.ask('force');
    await run.becomes('completed');
    expect(await run.mails()).toEqual(['Hello']);
  });
});

/** Whether the run was told all that was asked. */
async function wasSignalled(runId: string): Promise<boolean> {
  return (
    (await database.query('SELECT 1 FROM run_signals WHERE run_id = $1 AND delivered_at IS NULL', [runId]))
      .rowCount === 0
  );
}
