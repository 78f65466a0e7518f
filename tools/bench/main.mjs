/**
 * `npm run bench`: what the product does against floors, on the same servers in the same run. Prints figures and ratios; judges nothing.
 * `npm run bench -- templates intake floods runs latency` runs the parts named; `BENCH_RUNS` says how many runs. `npm run bench -- sleepers` runs only when named, as
 * it takes an hour: `BENCH_SLEEPERS` runs that wait for a date; and so do `lists`, as it fills the studio with the records of many
 * years, `conversations`, as it fills it with 100,000 emails, and `mailboxes`, which has its own figures: `BENCH_MAILS`, `BENCH_MAILBOXES`.
 */
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { build } from '../start/build.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const RUNS = Number(process.env.BENCH_RUNS ?? 1_500);
const SLEEPERS = Number(process.env.BENCH_SLEEPERS ?? 100_000);
const PER_SECOND = 20;
const PACED = 300;
/** What comes over the API is compiled code by then too. */
const WARM_POSTS = 400;
/** A studio's events are about many records: with all of them about one, the planner would learn that looking a record up is no use. */
const INTAKE_BOOKINGS = 1_000;
const wanted = new Set(process.argv.slice(2));
const isWanted = (part) => wanted.size === 0 || wanted.has(part);
await build(root);

const { default: pg } = await import('pg');
const { startStack } = await import('./stack.mjs');
const { intake } = await import('./intake.mjs');
const { latency, percentiles } = await import('./latency.mjs');
const { startBare } = await import('./bare.mjs');
const { insertBookings, publishBenchWorkflow, runs, TURNS, WARM } = await import('./runs.mjs');
const { floods } = await import('./floods.mjs');
const { rawMail } = await import('./floors/raw-mail.mjs');
const { templates } = await import('./templates.mjs');
const { lists } = await import('./lists.mjs');
const { conversations } = await import('./conversations.mjs');
const { mailboxes } = await import('./mailboxes.mjs');
const { sleepers } = await import('./sleepers.mjs');
const { cpuByPart, usage } = await import('./processes.mjs');

const stack = await startStack(root);
const pool = new pg.Pool({ connectionString: stack.database, max: 3 });
const row = (what, value) => console.log(`${what.padEnd(60)} ${value}`);
const number = (value, digits = 0) => value.toFixed(digits);
const ofFloor = (ratio) => `(${number(ratio * 100)} % of the floor)`;

async function benchIntake() {
  await insertBookings(pool, INTAKE_BOOKINGS, 'intake ');
  const { rows: bookings } = await pool.query('SELECT id FROM bookings');
  const taken = await intake(
    stack,
    bookings.map(({ id }) => id),
  );
  row('events accepted per second, bare Nest + one INSERT', number(taken.floor));
  row('events accepted per second, Cueline', `${number(taken.ours)} ${ofFloor(taken.ratio)}`);
  await pool.query('UPDATE events SET dispatched_at = now()');
}

async function benchRuns(api, worker, bare) {
  const raw = rawMail(stack.env.SMTP_URL, await aMail());
  const ran = await runs(stack, pool, { bare, raw }, RUNS, (part, work) =>
    cpuByPart(stack.parts, part, work),
  );
  raw.close();
  row('bare workflows per second (eager, one empty local activity)', number(ran.floor, 1));
  row('runs of "decide -> send mail" per second', `${number(ran.ours, 1)} ${ofFloor(ran.ratio)}`);
  row('raw mails per second, by a pool of nodemailer', number(ran.raw.perSecond));
  row('CPU per mail (ms): raw', number(ran.raw.cpuMs, 2));
  for (const [part, cpu] of Object.entries(ran.cpu)) row(`CPU per run (ms): ${part}`, number(cpu, 1));
  row(
    `memory after ${RUNS + WARM} runs: api, worker, temporal (MiB)`,
    [api, worker, stack.parts.temporal].map((part) => usage(part).memoryMiB).join(', '),
  );
}

/** One of those that the runs send, as it arrived. */
async function aMail() {
  const { items } = await (await fetch(`${stack.catcherUrl}/messages?limit=1`)).json();
  return (await fetch(`${stack.catcherUrl}/messages/${items[0].id}/raw`)).text();
}

async function benchLatency(bare) {
  const { rows: clients } = await pool.query(`SELECT id FROM clients WHERE email = 'mara@clients.test'`);
  const post = (tag, count) => latency(stack, clients[0].id, tag, PER_SECOND, count);
  await latency(stack, clients[0].id, 'warm', 2 * PER_SECOND, WARM_POSTS);
  const waits = { floor: [], ours: [] };
  for (let turn = 0; turn < TURNS; turn++) {
    waits.floor.push(...(await bare.waits(PER_SECOND, PACED / TURNS)));
    waits.ours.push(...(await post(`turn${turn}`, PACED / TURNS)));
  }
  const milliseconds = (ms) =>
    `${percentiles(ms)
      .map((one) => number(one))
      .join(', ')} ms`;
  row(`bare workflow, start to result, at ${PER_SECOND}/s: p50, p95, p99`, milliseconds(waits.floor));
  row(`accepted POST to mail in the catcher at ${PER_SECOND}/s: p50, p95, p99`, milliseconds(waits.ours));
}

try {
  console.log(
    `${os.cpus().length} cores, ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}\n`,
  );
  if (isWanted('templates')) await templates(root, row);
  await stack.startCatcher();
  const api = await stack.startApi();
  const apiIdle = usage(api).memoryMiB;
  if (isWanted('intake')) await benchIntake();
  if (isWanted('floods')) await floods(stack, row);
  if (wanted.has('lists')) await lists(stack, pool, row);
  if (wanted.has('conversations')) await conversations(stack, pool, row);
  if (wanted.has('mailboxes')) await mailboxes(stack, pool, row);
  const worker = stack.parts.worker ?? (await stack.startWorker());
  await publishBenchWorkflow(pool);
  row('memory idle: api, worker (MiB)', `${apiIdle}, ${usage(worker).memoryMiB}`);
  if (isWanted('runs') || isWanted('latency')) {
    const bare = await startBare(stack, { clients: 10, warm: WARM });
    if (isWanted('runs')) await benchRuns(api, worker, bare);
    if (isWanted('latency')) await benchLatency(bare);
    await bare.stop();
  }
  if (wanted.has('sleepers')) await sleepers(stack, pool, SLEEPERS, row);
} finally {
  await pool.end();
  await stack.stop();
}
