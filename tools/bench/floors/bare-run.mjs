/** The floor of a run: a bare workflow, eager start, one empty local activity, on a worker and client of one connection. Prints runs per second, and how long a run takes at a steady rate. */
import { fileURLToPath } from 'node:url';
import { Client } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';

const [address, runs, clients, warm, rate, paced] = [process.argv[2], ...process.argv.slice(3).map(Number)];
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

async function measure(prefix, count) {
  let next = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (next < count) await execute(`${prefix}-${next++}`);
    }),
  );
  return count / ((performance.now() - started) / 1000);
}

/** Milliseconds from start to result, of `paced` runs begun `rate` a second. */
async function measurePaced() {
  const runs = [];
  for (let i = 0; i < paced; i++) {
    const started = performance.now();
    runs.push(execute(`paced-${i}`).then(() => performance.now() - started));
    await new Promise((resolve) => setTimeout(resolve, 1000 / rate));
  }
  return Promise.all(runs);
}

await measure('warm', warm);
const perSecond = runs > 0 ? await measure('floor', runs) : null;
const waits = paced > 0 ? await measurePaced() : [];
console.log(JSON.stringify({ perSecond, waits }));
worker.shutdown();
await running;
await connection.close();
