/**
 * The floor of a run: a bare workflow, eager start, one empty local activity, on a worker and client of one connection. Measures what each line of its
 * input asks for and answers with a line, both JSON: `{ runs }` with `{ ms }`, `{ perSecond, paced }` with `{ waits }`.
 */
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Client } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';

const [address, clients] = [process.argv[2], Number(process.argv[3])];
Runtime.install({ logger: new DefaultLogger('ERROR') });
const connection = await NativeConnection.connect({ address });
const worker = await Worker.create({
  connection,
  namespace: 'cueline',
  taskQueue: 'floor',
  workflowsPath: fileURLToPath(new URL('./bare-workflow.mjs', import.meta.url)),
  activities: { nothing: async () => undefined },
  maxCachedWorkflows: 300,
});
const running = worker.run();
const client = new Client({ connection, namespace: 'cueline' });

const execute = (workflowId) =>
  client.workflow.execute('bareRun', {
    taskQueue: 'floor',
    workflowId,
    requestEagerStart: true,
    workflowTaskTimeout: '5 s',
  });

let started = 0;
const nextId = () => `bare-${process.pid}-${started++}`;

/** Milliseconds for so many runs. */
async function measure(runs) {
  let left = runs;
  const since = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (left-- > 0) await execute(nextId());
    }),
  );
  return performance.now() - since;
}

/** Milliseconds from start to result, of `paced` runs begun `perSecond` a second. */
async function measurePaced(perSecond, paced) {
  const waits = [];
  for (let i = 0; i < paced; i++) {
    const since = performance.now();
    waits.push(execute(nextId()).then(() => performance.now() - since));
    await new Promise((resolve) => setTimeout(resolve, 1000 / perSecond));
  }
  return Promise.all(waits);
}

for await (const line of createInterface({ input: process.stdin })) {
  const { runs, perSecond, paced } = JSON.parse(line);
  const answer = runs ? { ms: await measure(runs) } : { waits: await measurePaced(perSecond, paced) };
  console.log(JSON.stringify(answer));
}
worker.shutdown();
await running;
await connection.close();
