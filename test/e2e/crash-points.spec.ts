import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { kinds, type Step } from '@cueline/workflows';
import type { approvals } from '@cueline/contracts';
import { caughtMails } from '@cueline/testkit/api-client';
import { automationOf, type Automation } from '@cueline/testkit/automation';
import { bookedRuns, pauseAll, waitStep, type BookedRun } from '@cueline/testkit/booked-runs';
import { Stack } from '@cueline/testkit/stack';
import { signIn } from '@cueline/testkit/test-api';
import { until } from '@cueline/testkit/until';
import { WebhookReceiver } from '@cueline/testkit/webhook-receiver';

jest.setTimeout(900_000);

const RUNS = 4;
const OWNER = 'owner@sample.cueline.test';
let receiver: WebhookReceiver;
let stack: Stack;
let automation: Automation;
let started: ReturnType<typeof bookedRuns>['started'];
let mail: ReturnType<typeof bookedRuns>['mail'];
let other: string;

beforeAll(async () => {
  receiver = await WebhookReceiver.open();
  stack = await Stack.start({ env: { WEBHOOK_ALLOW: receiver.host } });
  automation = automationOf(await signIn(stack, OWNER, stack.ownerPassword));
  ({ started, mail } = bookedRuns(stack, automation));
  await pauseAll(automation);
  other = await automation.published('Asked for', 'booking.rescheduled', [
    { ...kinds.createTask.defaults('requested'), title: 'Asked for' },
  ]);
});
afterAll(async () => {
  await stack.stop();
  await receiver.close();
});

const tag = (id: string, value: string): Step => ({
  ...kinds.updateRecord.defaults(id),
  record: 'client',
  set: [{ field: 'tags', op: 'add', value }],
});

/** Every kind of step, on one way through. */
const everything = async (): Promise<Step[]> => [
  {
    ...kinds.decide.defaults('decide'),
    paths: [
      {
        id: 'yes',
        when: { field: 'client.firstName', op: 'is', value: 'Alma' },
        steps: [await mail('first', 'First')],
      },
      { id: 'otherwise', steps: [] },
    ],
  },
  waitStep('pause', 1, 'seconds'),
  { ...kinds.createTask.defaults('task'), title: 'Call {{ client.firstName }}' },
  tag('tag', 'called'),
  {
    ...kinds.waitForEvent.defaults('reply'),
    event: 'mail.replied',
    limit: { for: { amount: 1, unit: 'seconds' } },
    paths: [
      { id: 'happened', name: 'Happened', steps: [] },
      { id: 'timedOut', name: 'Timed out', steps: [] },
    ],
  },
  { ...(await mail('looked', 'Looked at')), approval: {} },
  {
    ...kinds.approve.defaults('ask'),
    question: 'Go on?',
    remindEvery: undefined,
    paths: [
      { id: 'approved', name: 'Approved', steps: [] },
      { id: 'declined', name: 'Declined', steps: [] },
      { id: 'noAnswer', name: 'No answer', steps: [] },
    ],
  },
  {
    ...kinds.notifyStaff.defaults('tell'),
    subject: 'About {{ booking.title }}',
    text: 'Done',
  },
  { ...kinds.callWebhook.defaults('call'), url: receiver.url, fields: ['booking.title'] },
  { ...kinds.startWorkflow.defaults('start'), workflow: other },
  { ...kinds.end.defaults('end') },
];

async function answerAll(): Promise<void> {
  const { items } = await automation.said<{ items: approvals.ApprovalView[] }>('GET', 'approvals');
  for (const { id } of items) await automation.said('POST', `approvals/${id}/approve`);
}

/** All that came of a run: its steps, and what its client, the studio and the records have of it. */
async function outcomeOf(run: BookedRun) {
  const { status, steps, bookingTitle } = await about(run);
  const { items: tasks } = await automation.said<{ items: { title: string; bookingId: string }[] }>(
    'GET',
    `tasks?bookingId=${run.bookingId}`,
  );
  const { tags } = await automation.said<{ tags: string[] }>('GET', `clients/${run.clientId}`);
  const notices = (await caughtMails(stack)).items.filter(
    ({ subject }) => subject === `About ${bookingTitle}`,
  );
  const calls = receiver.received.filter(({ body }) => body.includes(run.id));
  return {
    status,
    steps: steps.map(({ stepId, status: stood, outcome }) => [stepId, stood, outcome]),
    mails: (await run.mails()).sort(),
    tasks: tasks.map(({ title }) => title).sort(),
    tags: tags.sort(),
    notices: notices.length,
    // A receiver may be told twice what it was told once, under the same id.
    calls: new Set(calls.map(({ headers }) => headers['webhook-id'])).size,
  };
}

async function about(run: BookedRun) {
  const { title } = await automation.said<{ title: string }>('GET', `bookings/${run.bookingId}`);
  return { ...(await run.run()), bookingTitle: title };
}

const isOver = async (run: BookedRun): Promise<boolean> => {
  await answerAll();
  const { tasks, status } = await outcomeOf(run);
  // The run that it started has done its own as well.
  return status === 'completed' && tasks.includes('Asked for');
};

it('a worker killed at every boundary of every kind of step: the same comes of each run as of one that was left alone', async () => {
  const undisturbed = await started(...(await everything()));
  await until('it is over', () => isOver(undisturbed), 60_000);
  const expected = await outcomeOf(undisturbed);
  expect(expected).toMatchObject({
    mails: ['First', 'Looked at'],
    tasks: ['Asked for', 'Call Alma'],
    tags: ['called'],
    notices: 1,
    calls: 1,
  });

  await stack.kill('worker');
  const points = stack.file('crash-points');
  const preload = new URL('../../libs/testkit/src/crash-points.mjs', import.meta.url);
  let [deaths, over] = [-1, false];
  const reviving = until(
    'every run is over',
    async () => {
      if (!over && !stack.isUp('worker')) {
        deaths++;
        await stack.begin('worker', { CRASH_POINTS: points, NODE_OPTIONS: `--import ${preload}` });
      }
      return over;
    },
    600_000,
  );
  const runs: BookedRun[] = [];
  for (let i = 0; i < RUNS; i++) runs.push(await started(...(await everything())));
  for (const run of runs) await until('a run is over', () => isOver(run), 300_000);
  over = true;
  await reviving;
  for (const run of runs) expect(await outcomeOf(run)).toEqual(expected);
  const passed = existsSync(points) ? readFileSync(points, 'utf8').trim().split('\n') : [];
  // The first mail is carried out with the decision that leads to it.
  for (const step of ['decide', 'pause', 'task', 'tag', 'reply', 'looked', 'ask', 'tell', 'call', 'start'])
    expect(passed).toEqual(expect.arrayContaining([before(step), after(step)]));
  expect(deaths).toBeGreaterThanOrEqual(passed.length);
});

const before = (step: string) => expect.stringMatching(new RegExp(`^before \\w+ ${step}$`));
const after = (step: string) => expect.stringMatching(new RegExp(`^after \\w+ ${step}$`));
