import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { WebhookReceiver } from '@cueline/testkit/webhook-receiver';
import { until } from '@cueline/testkit/until';
import type { Facts, Reason, Rehearsed, RehearsedStep } from '@cueline/workflows';
import { TestStudio } from '../../studio.fixture.js';
import { makeOfStudio } from '../activities/effects/equals-rehearsal.fixture.js';
import { decideAll } from '../activities/effects/run.fixture.js';
import { RealWorker } from './real-worker.fixture.js';
import { cases, WholeRun } from './whole-run.fixture.js';

/** `WHOLE_RUNS=1000 WHOLE_SEED=7` looks longer and elsewhere. */
const CASES = Number(process.env['WHOLE_RUNS'] ?? 80);
const SEED = Number(process.env['WHOLE_SEED'] ?? 20_261_130);
const HOUR_MS = 3_600_000;
/** What a busy machine may take from a due instant to the step; all that matters lies minutes apart. */
const TOLERANCE_MS = 100_000;

let studio: TestStudio;
let receiver: WebhookReceiver;
let worker: RealWorker;
beforeAll(async () => {
  receiver = await WebhookReceiver.open();
  studio = await TestStudio.open();
  worker = await RealWorker.open(studio.url, new Set([receiver.host]));
  await studio.rows('UPDATE studios SET mails_per_contact_and_day = NULL');
  await makeOfStudio(studio, {
    members: ['kim@studio.test', 'jo@studio.test'],
    listed: [
      { address: 'jo@studio.test', scope: 'marketing', reason: 'unsubscribed' },
      { address: 'office@lab.test', scope: 'all', reason: 'bounced' },
    ],
  });
}, 60_000);
afterAll(async () => {
  await worker.close();
  await studio.close();
  await receiver.close();
});

interface Row {
  readonly step_id: string;
  readonly visit: number;
  readonly kind: string;
  readonly status: string;
  readonly outcome: string | null;
  readonly reason: Reason | null;
  readonly ended_at: Date | null;
  readonly due_at: Date | null;
}
interface Under {
  readonly run: WholeRun;
  readonly id: string;
  readonly rehearsed: Rehearsed;
}

/** Lives all runs on one clock, which stops wherever one of them is to wake or something is to happen. */
async function live(runs: readonly Under[], start: number): Promise<void> {
  const nextOf = ({ id, run }: Under) =>
    [worker.of(id).due, run.injectedEvents[0]?.at].flatMap((at) =>
      at === undefined ? [] : [Date.parse(at)],
    );
  await worker.atWork(async ({ start: begin, settle }) => {
    await worker.sleepUntil(start);
    // Only so many of a studio are started at once.
    await until('all have begun', async () => {
      await begin();
      return runs.every(({ id }) => worker.of(id).hasBegun);
    });
    await settle(runs.map(({ id }) => id));
    for (;;) {
      const open = runs.filter(({ id }) => !worker.of(id).ended);
      const next = Math.min(...open.flatMap(nextOf));
      if (!Number.isFinite(next)) break;
      await worker.sleepUntil(next);
      const isDue = (at: string | undefined) => at !== undefined && Date.parse(at) <= next;
      const woken = open.filter(({ id }) => isDue(worker.of(id).due));
      const affected = open.filter(({ run }) => isDue(run.injectedEvents[0]?.at));
      // On the grid the two are minutes apart, but for those that are late.
      await settle(woken.map(({ id }) => id));
      // What is due and is not woken was skipped, or waits while its run is paused.
      for (const { id } of woken) worker.of(id).passed(next);
      for (const { run } of affected) await run.suffer(run.injectedEvents.shift()!);
      await settle(affected.map(({ id }) => id));
    }
  });
}

const effects = ['sendMail', 'notifyStaff', 'createTask', 'updateRecord'];
/** Why, as it is compared: a real effect names what it made, and a real answer who gave it. */
function why(kind: string, status: string, reason: Reason | null | undefined) {
  // That a wait was one for a moment is said in the database alone.
  if (status === 'waiting' || !reason || reason.code === 'wait.due') return undefined;
  const { taskId: _task, by: _by, note: _note, ...params } = (reason.params ?? {}) as Record<string, unknown>;
  return { code: reason.code, ...(effects.includes(kind) && { params }) };
}
const person = ({ client, booking }: Facts) => ({ client, booking });

const realStep = (row: Row, sends: readonly { step_id: string; visit: number; to_address: string }[]) => ({
  step: `${row.step_id}/${row.visit}`,
  status: row.status,
  outcome: row.outcome ?? undefined,
  why: why(row.kind, row.status, row.reason),
  to: sends
    .filter(({ step_id, visit }) => step_id === row.step_id && visit === row.visit)
    .map(({ to_address }) => to_address)
    .sort(),
});
const rehearsedStep = ({ stepId, visit, kind, status, outcome, reason, recipients = [] }: RehearsedStep) => ({
  step: `${stepId}/${visit}`,
  status,
  outcome,
  why: why(kind, status, reason),
  to: status === 'done' ? [...recipients].sort() : [],
});
const byStep = (a: { readonly step: string }, b: { readonly step: string }) => a.step.localeCompare(b.step);

async function compare({ run, id, rehearsed }: Under): Promise<readonly string[]> {
  const about = JSON.stringify({ seed: SEED, ...run.one });
  const rows = await studio.rows<Row>('SELECT * FROM run_steps WHERE run_id = $1', id);
  const sends = await studio.rows<{ step_id: string; visit: number; to_address: string }>(
    `SELECT step_id, visit, to_address FROM sends WHERE run_id = $1 AND state = 'sent'`,
    id,
  );
  const [{ status }] = (await studio.rows('SELECT status FROM runs WHERE id = $1', id)) as [
    { status: string },
  ];
  const ended = ['completed', 'exited', 'stopped'].includes(status) ? status : 'open';
  const real = { about, ended, steps: rows.map((row) => realStep(row, sends)).sort(byStep) };
  const said = { about, ended: rehearsed.end.result, steps: rehearsed.steps.map(rehearsedStep).sort(byStep) };
  expect(said).toEqual(real);
  for (const step of rehearsed.steps) {
    const row = rows.find(({ step_id, visit }) => step_id === step.stepId && visit === step.visit)!;
    // Whoever delivers a webhook notes when by a clock of its own.
    const at = row.kind === 'callWebhook' ? null : row.ended_at;
    if (at && Math.abs(+at - Date.parse(step.at)) > TOLERANCE_MS)
      throw new Error(`${step.stepId}: ${step.at} rehearsed, ${at.toISOString()} lived. ${about}`);
    const seen = worker.of(id).seen.get(`${step.stepId}/${step.visit}`);
    if (seen && step.status !== 'waiting')
      expect({ about, ...person(step.facts) }).toEqual({ about, ...person(seen) });
  }
  return rows.flatMap(({ reason }) => reason?.code ?? []);
}

it(`${CASES} random workflows go in a worker as they go in a rehearsal`, async () => {
  const start = (Math.ceil((await worker.now()) / HOUR_MS) + 1) * HOUR_MS;
  const made: WholeRun[] = [];
  for (const one of fc.sample(cases, { numRuns: CASES, seed: SEED }))
    made.push(await WholeRun.make(studio, one, new Date(start).toISOString(), receiver.url));
  await decideAll(studio);
  const runs: Under[] = [];
  for (const run of made)
    runs.push({ run, id: await run.id(), rehearsed: await run.rehearsed(new Set([receiver.host])) });
  await live(runs, start);
  const came = new Set<string>();
  for (const run of runs) for (const code of await compare(run)) came.add(code);
  // Cases that all came to the same would compare nothing.
  expect(came.size).toBeGreaterThan(15);
}, 600_000);
