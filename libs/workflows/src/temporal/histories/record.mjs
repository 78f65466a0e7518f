/**
 * Records what runs of the present engine leave in Temporal: `source <(node tools/dev/servers.mjs) ; node libs/workflows/src/temporal/histories/record.mjs`
 * after a build, with the names of stories to record those alone. The files stand beside those of older engines; replay.spec.ts replays them all,
 * so that a change of the interpreter that would break runs under way is seen. Record anew only what no release has run.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { planOf } from '../../../dist/index.js';
import { ENGINE_VERSION, RUN_WORKFLOW_TYPE, workflowIdOf } from '../../../dist/messages/index.js';
import { historyToJson } from '../../../tools/history-json.mjs';
import { bundleRuns } from '../../../tools/bundle.mjs';

const folder = fileURLToPath(new URL(`engine-${ENGINE_VERSION}/`, import.meta.url));
const privateWords = JSON.parse(readFileSync(new URL('private-words.json', import.meta.url), 'utf8'));
const [first, last, address, place, words] = privateWords;

const mail = (id) => ({
  id,
  kind: 'sendMail',
  name: `${words} ${first}`,
  template: '01890000-0000-7000-8000-000000000001',
  to: { role: 'address', address },
  from: { type: 'brand' },
  category: 'transactional',
});
const wait = {
  id: 'pause',
  kind: 'wait',
  name: `Until ${last} answers`,
  for: { amount: 1, unit: 'seconds' },
};
const end = { id: 'over', kind: 'end', reason: `${place} is closed` };
const decide = {
  id: 'which',
  kind: 'decide',
  paths: [
    {
      id: 'yes',
      name: `At ${place}`,
      when: { field: 'booking.location', op: 'contains', value: place },
      steps: [wait, mail('inside')],
    },
    {
      id: 'no',
      name: `For ${first}`,
      when: { field: 'client.lastName', op: 'is', value: last },
      steps: [end],
    },
    { id: 'otherwise', steps: [] },
  ],
};

const reply = {
  id: 'reply',
  kind: 'waitForEvent',
  name: `Until ${first} answers`,
  event: 'mail.replied',
  when: { field: 'message.text', op: 'contains', value: words },
  limit: { for: { amount: 3, unit: 'days' } },
  paths: [
    { id: 'happened', name: `${first} did`, steps: [mail('thanks')] },
    { id: 'timedOut', steps: [mail('nudge')] },
  ],
};
const ask = {
  id: 'ask',
  kind: 'approve',
  question: `Shall ${last} have it?`,
  paths: [
    { id: 'approved', steps: [mail('granted')] },
    { id: 'declined', steps: [end] },
    { id: 'noAnswer', steps: [] },
  ],
};
const call = {
  id: 'first',
  kind: 'callWebhook',
  url: `https://${last.toLowerCase()}.test/${first}`,
  fields: ['client.lastName'],
};
const windowed = { ...mail('first'), window: { hours: 'business', zone: 'client' } };
const byPerson = { reason: { code: 'byPerson' } };

const reason = { code: 'exit.event' };
const exit = ['exit', { eventId: '01890000-0000-7000-8000-0000000000e1', reason }];
const settled = (outcome) => ['settled', { stepId: 'first', visit: 1, outcome }];

/** A wait that is asked again when it is over. */
const until = (ms) => () => ({ type: 'wait', again: true, due: new Date(Date.now() + ms).toISOString() });

/** Put off on the first try. */
const putOff = (ms) => () => ({
  type: 'later',
  at: new Date(Date.now() + ms).toISOString(),
  reason: { code: 'later.database' },
});

/** Steps, what effects answer by step and visit, and the signal sent once `after` activities have been called. */
const stories = {
  'decide-wait-send': {
    steps: [decide, mail('last')],
    answers: { which: [{ type: 'done', outcome: 'yes' }] },
  },
  'decide-end': { steps: [decide, mail('last')], answers: { which: [{ type: 'done', outcome: 'no' }] } },
  'decide-otherwise-empty': { steps: [decide], answers: { which: [{ type: 'done', outcome: 'otherwise' }] } },
  'exit-while-waiting': { steps: [wait, mail('last')], dueIn: 3_600_000, signal: { after: 1, send: exit } },
  'exit-seen-by-effect': {
    steps: [mail('first'), mail('last')],
    answers: { first: [{ type: 'exit', reason }] },
  },
  'pending-settled': {
    steps: [mail('first'), mail('last')],
    answers: { first: [{ type: 'pending' }] },
    signal: { after: 1, send: settled('done') },
  },
  'webhook-settled': {
    steps: [call, mail('last')],
    answers: { first: [{ type: 'pending' }] },
    signal: { after: 1, send: settled('done') },
  },
  'webhook-failed-then-retried': {
    steps: [call, mail('last')],
    answers: { first: [{ type: 'pending' }] },
    signal: { after: 1, send: settled('failed') },
    then: { after: 1, send: ['retry', { stepId: 'first', visit: 1 }] },
  },
  'skipped-then-stopped': {
    steps: [mail('zeroth'), mail('first'), mail('last')],
    answers: {
      zeroth: [{ type: 'skipped', reason: { code: 'mail.suppressed' } }],
      first: [{ type: 'pending' }],
    },
    signal: { after: 2, send: ['stop', { reason: { code: 'stopped.byOwner' } }] },
  },
  'failed-then-retried': {
    steps: [mail('first'), mail('last')],
    answers: { first: [{ type: 'failed', reason: { code: 'smtp.refused' } }] },
    signal: { after: 1, send: ['retry', { stepId: 'first', visit: 1 }] },
  },
  'date-moved-while-waiting': {
    steps: [wait, mail('last')],
    waits: [until(3_600_000), until(500), { type: 'done' }],
    signal: { after: 1, send: ['recheck', {}] },
  },
  'date-past-skips-next': {
    steps: [wait, mail('first'), mail('last')],
    waits: [{ type: 'past', then: 'skip-next' }],
  },
  'date-past-ends': { steps: [wait, mail('last')], waits: [{ type: 'past', then: 'end' }] },
  'event-happened': {
    steps: [reply, mail('last')],
    waits: [until(3_600_000), { type: 'done', outcome: 'happened' }],
    signal: { after: 1, send: ['recheck', {}] },
  },
  'event-timed-out': {
    steps: [reply, mail('last')],
    waits: [until(500), { type: 'done', outcome: 'timedOut' }],
  },
  approved: {
    steps: [ask, mail('last')],
    waits: [{ type: 'wait' }, { type: 'done', outcome: 'approved' }],
    signal: { after: 1, send: ['recheck', {}] },
  },
  'mail-in-its-window': { steps: [windowed, mail('last')], waits: [until(500), { type: 'done' }] },
  'paused-and-resumed': {
    steps: [wait, mail('last')],
    dueIn: 500,
    signal: { after: 1, send: ['pause', byPerson] },
    then: { after: 2, send: ['resume', {}] },
  },
  'forced-while-paused': {
    steps: [windowed, mail('last')],
    waits: [until(3_600_000), { type: 'done' }],
    signal: { after: 1, send: ['pause', byPerson] },
    then: { after: 2, send: ['force', { stepId: 'first', visit: 1, ...byPerson }] },
    last: { after: 2, send: ['resume', {}] },
  },
  'skipped-ahead-and-forced': {
    steps: [wait, mail('first'), mail('last')],
    dueIn: 3_600_000,
    signal: { after: 1, send: ['skip', { stepId: 'first', ...byPerson }] },
    then: { after: 1, send: ['force', { stepId: 'pause', visit: 1, ...byPerson }] },
  },
  'put-off-then-done': {
    steps: [wait, mail('first'), mail('last')],
    waits: [putOff(500), { type: 'done' }],
    tries: { first: [putOff(500)] },
  },
  'put-off-then-failed-then-retried': {
    steps: [mail('first'), mail('last')],
    tries: { first: [putOff(500), () => ({ type: 'failed', reason: { code: 'failure.gaveUp' } })] },
    signal: { after: 2, send: ['retry', { stepId: 'first', visit: 1 }] },
  },
  'put-off-then-stopped': {
    steps: [mail('first'), mail('last')],
    tries: { first: [putOff(3_600_000)] },
    signal: { after: 1, send: ['stop', byPerson] },
  },
  'put-off-then-skipped': {
    steps: [mail('first'), mail('last')],
    tries: { first: [putOff(3_600_000)] },
    signal: { after: 1, send: ['skip', { stepId: 'first', ...byPerson }] },
  },
  'put-off-then-paused': {
    steps: [mail('first'), mail('last')],
    tries: { first: [putOff(1_000)] },
    signal: { after: 1, send: ['pause', byPerson] },
    then: { after: 2, send: ['resume', {}] },
  },
  'put-off-then-forced': {
    steps: [mail('first'), mail('last')],
    tries: { first: [putOff(3_600_000)] },
    signal: { after: 1, send: ['force', { stepId: 'first', visit: 1, ...byPerson }] },
  },
  'put-off-then-rechecked': {
    steps: [mail('first'), mail('last')],
    tries: { first: [putOff(3_600_000)] },
    signal: { after: 1, send: ['recheck', {}] },
  },
  'end-put-off': { steps: [mail('first'), end], closes: [putOff(500)] },
  'migrated-to-another-version': {
    steps: [wait, mail('last')],
    waits: [until(3_600_000), until(500), { type: 'done' }],
    signal: {
      after: 1,
      send: [
        'migrate',
        { versionId: '01890000-0000-7000-8000-0000000000b2', plan: planOf({ steps: [wait, mail('first')] }) },
      ],
    },
  },
};

const connection = await Connection.connect({ address: process.env.TEST_TEMPORAL_ADDRESS });
const native = await NativeConnection.connect({ address: process.env.TEST_TEMPORAL_ADDRESS });
const client = new Client({ connection, identity: 'recorder' });
const code = await bundleRuns();
mkdirSync(folder, { recursive: true });

const wanted = process.argv.slice(2);
for (const [name, story] of Object.entries(stories)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const runId = `${name}-recorded`;
  const taskQueue = `record-${process.pid}-${name}`;
  let calls = 0;
  let resolved = 0;
  const answer = (visit, answers) => answers?.[visit - 1];
  const activities = {
    perform: ({ stepId, visit, last: closed }) => {
      calls++;
      const tried = story.tries?.[stepId]?.shift();
      if (tried) return [{ stepId, visit, result: tried() }];
      const result = answer(visit, story.answers?.[stepId]) ?? { type: 'done', closed };
      return [{ stepId, visit, result }, ...(story.ahead?.[stepId] ?? [])];
    },
    resolveWait: () => {
      const said = story.waits?.[resolved++];
      calls++;
      if (said) return typeof said === 'function' ? said() : said;
      return { type: 'wait', due: new Date(Date.now() + (story.dueIn ?? 1_000)).toISOString() };
    },
    recordStatus: () => void calls++,
    migrate: () => void calls++,
    close: () => story.closes?.shift()?.(),
  };
  const worker = await Worker.create({
    connection: native,
    identity: 'recorder',
    taskQueue,
    workflowBundle: { code },
    activities,
  });
  await worker.runUntil(async () => {
    const plan = planOf({ steps: story.steps });
    const args = [{ engine: ENGINE_VERSION, studioId: '01890000-0000-7000-8000-00000000005d', runId, plan }];
    const run = await client.workflow.start(RUN_WORKFLOW_TYPE, {
      taskQueue,
      workflowId: workflowIdOf(runId),
      args,
    });
    for (const signal of [story.signal, story.then, story.last].filter(Boolean)) {
      while (calls < signal.after) await new Promise((resolve) => setTimeout(resolve, 20));
      await run.signal(...signal.send);
    }
    await run.result();
    writeFileSync(`${folder}${name}.json`, historyToJson(await run.fetchHistory()));
  });
}
await connection.close();
await native.close();
