/**
 * Records what runs of the present engine leave in Temporal: `source <(node tools/dev/servers.mjs) ; node libs/workflows/src/temporal/histories/record.mjs`
 * after a build. The files stand beside those of older engines; replay.spec.ts replays them all, so that a change of the interpreter that
 * would break runs under way is seen. Record anew only what no release has run.
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

const reason = { code: 'exit.event' };
const exit = ['exit', { eventId: '01890000-0000-7000-8000-0000000000e1', reason }];
const settled = (outcome) => ['settled', { stepId: 'first', visit: 1, outcome }];

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
};

const connection = await Connection.connect({ address: process.env.TEST_TEMPORAL_ADDRESS });
const native = await NativeConnection.connect({ address: process.env.TEST_TEMPORAL_ADDRESS });
const client = new Client({ connection, identity: 'recorder' });
const code = await bundleRuns();
mkdirSync(folder, { recursive: true });

for (const [name, story] of Object.entries(stories)) {
  const runId = `${name}-recorded`;
  const taskQueue = `record-${process.pid}-${name}`;
  let calls = 0;
  const answer = (visit, answers) => answers?.[visit - 1];
  const activities = {
    perform: ({ stepId, visit, last: closed }) => {
      calls++;
      const result = answer(visit, story.answers?.[stepId]) ?? { type: 'done', closed };
      return [{ stepId, visit, result }, ...(story.ahead?.[stepId] ?? [])];
    },
    schedule: () => {
      calls++;
      return { due: new Date(Date.now() + (story.dueIn ?? 1_000)).toISOString() };
    },
    close: () => undefined,
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
    if (story.signal) {
      while (calls < story.signal.after) await new Promise((resolve) => setTimeout(resolve, 20));
      const { send } = story.signal;
      await run.signal(...send);
    }
    await run.result();
    writeFileSync(`${folder}${name}.json`, historyToJson(await run.fetchHistory()));
  });
}
await connection.close();
await native.close();
