/** `npm run bench`: what the product does against floors, on the same servers in the same run. Prints figures and ratios; judges nothing. */
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from '../provision/install.mjs';
import { build } from '../start/build.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const RUNS = Number(process.env.BENCH_RUNS ?? 1_500);
ensureInstalled(root, console.log);
build(root);

const { default: pg } = await import('pg');
const { startStack } = await import('./stack.mjs');
const { intake } = await import('./intake.mjs');
const { latency } = await import('./latency.mjs');
const { publishBenchWorkflow, runs } = await import('./runs.mjs');
const { usage } = await import('./processes.mjs');

const stack = await startStack(root);
const pool = new pg.Pool({ connectionString: stack.database, max: 3 });
const rows = [];
const row = (what, value) => {
  rows.push([what, value]);
  console.log(`${what.padEnd(58)} ${value}`);
};
const number = (value, digits = 0) => value.toFixed(digits);

try {
  console.log(
    `${os.cpus().length} cores, ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}\n`,
  );
  await stack.startCatcher();
  const api = await stack.startApi();
  const apiIdle = usage(api).memoryMiB;
  const { rows: bookings } = await pool.query('SELECT id FROM bookings LIMIT 1');
  const taken = await intake(stack, bookings[0].id);
  row('events accepted per second, bare Nest + one INSERT', number(taken.floor));
  row(
    'events accepted per second, Cueline',
    `${number(taken.ours)} (${number(taken.ratio * 100)} % of the floor)`,
  );
  await pool.query('UPDATE events SET dispatched_at = now()');

  const worker = await stack.startWorker();
  await publishBenchWorkflow(pool);
  row('memory idle: api, worker (MiB)', `${apiIdle}, ${usage(worker).memoryMiB}`);
  const cpuBefore = usage(worker).cpuSeconds;
  const ran = await runs(stack, pool, RUNS);
  row('bare workflows per second (eager, one empty local activity)', number(ran.floor, 1));
  row(
    'runs of "decide -> send mail" per second',
    `${number(ran.ours, 1)} (${number(ran.ratio * 100)} % of the floor)`,
  );
  row(
    'CPU of the worker per run (ms)',
    number(((usage(worker).cpuSeconds - cpuBefore) / (RUNS + 100)) * 1000, 1),
  );
  row(
    `memory after ${RUNS + 100} runs: api, worker (MiB)`,
    `${usage(api).memoryMiB}, ${usage(worker).memoryMiB}`,
  );

  const { rows: clients } = await pool.query(`SELECT id FROM clients WHERE email = 'mara@clients.test'`);
  await latency(stack, clients[0].id, 20, 40);
  const waits = await latency(stack, clients[0].id, 20, 300);
  row(
    'accepted POST to mail in the catcher at 20/s: p50, p95, p99',
    `${number(waits.p50)}, ${number(waits.p95)}, ${number(waits.p99)} ms`,
  );
} finally {
  await pool.end();
  await stack.stop();
}
