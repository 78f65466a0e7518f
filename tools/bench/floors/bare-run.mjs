/** The floor of a run: a bare workflow, eager start, one empty local activity, on a worker and client of one connection. Prints runs per second. */
import { fileURLToPath } from 'node:url';
import { Client } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';

const [address, runs, clients, warm] = [process.argv[2], ...process.argv.slice(3).map(Number)];
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

async function measure(prefix, count) {
  let next = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (next < count) {
        const workflowId = `${prefix}-${next++}`;
        await client.workflow.execute('bareRun', {
          taskQueue: 'floor',
          workflowId,
          requestEagerStart: true,
          workflowTaskTimeout: '5 s',
        });
      }
    }),
  );
  return count / ((performance.now() - started) / 1000);
}

await measure('warm', warm);
console.log(JSON.stringify({ perSecond: await measure('floor', runs) }));
worker.shutdown();
await running;
await connection.close();
