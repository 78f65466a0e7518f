import { expect, it } from '@jest/globals';
import type { Worker } from '@temporalio/worker';
import fc from 'fast-check';
import { cases, factsOf, injectedEventsOf, type Case } from '@cueline/testkit/random-workflows';
import { timeSkippingRuns } from '@cueline/testkit/time-skipping';
import { planOf } from '../interpreter/index.js';
import { workflowIdOf } from '../messages/index.js';
import { until } from '../temporal/run-harness.fixture.js';
import { usualHours } from '../timing/index.js';
import { rehearse } from './index.js';
import { activitiesOf, idle, LivedRun, ports, type Lived } from './reality.fixture.js';

/** `REHEARSAL_CASES=50000 REHEARSAL_SEED=7` looks longer and elsewhere. */
const CASES = Number(process.env['REHEARSAL_CASES'] ?? 2_000);
const SEED = Number(process.env['REHEARSAL_SEED'] ?? 20_261_127);
/** Runs that share a clock: the more, the more of them wake at the same stop. */
const TOGETHER = 200;
const HOUR_MS = 3_600_000;
/** What a busy machine may take from a due instant to the step; all that matters lies minutes apart. */
const TOLERANCE_MS = 100_000;

/** Servers beside each other, each with a clock of its own: what takes time is the way there and back. */
const LANES = 10;

type Runs = Awaited<ReturnType<typeof timeSkippingRuns>>;
const summaryOf = ({ stepId, visit, status, outcome, code, recipients, subject }: Lived) =>
  [stepId, visit, status, outcome, status === 'waiting' ? undefined : code, recipients?.join(), subject]
    .filter(Boolean)
    .join(' ');

/** Runs cases beside each other on one clock, which stops wherever one of them is to wake or to be told something. */
async function live(runs: Runs, group: readonly Case[], from: number): Promise<LivedRun[]> {
  const { environment } = runs;
  const now = async () => new Date(await environment.currentTimeMs()).toISOString();
  const hour = Math.ceil((await environment.currentTimeMs()) / HOUR_MS) * HOUR_MS;
  await environment.sleep(Math.max(1, hour - (await environment.currentTimeMs())));
  const byId = new Map<string, LivedRun>();
  const worker = await runs.worker(activitiesOf(byId));
  await worker.runUntil(async () => {
    const start = new Date(hour).toISOString();
    for (const [i, one] of group.entries()) {
      const run = new LivedRun(one, start, now);
      const id = `case-${from + i}`;
      byId.set(id, run);
      run.handle = environment.client.workflow.getHandle(workflowIdOf(id));
      await runs.start(id, planOf(one.definition));
    }
    const all = [...byId.values()];
    await Promise.all(all.map((run) => idle(run, environment, worker)));
    for (;;) {
      const open = all.filter((run) => !run.ended);
      let next = nextOf(open);
      if (!Number.isFinite(next)) {
        // The clock goes on by itself too: a run may have woken a moment before it was to be, and be on its way to its next wait.
        await Promise.all(open.map((run) => idle(run, environment, worker)));
        next = nextOf(open);
      }
      if (!Number.isFinite(next)) break;
      const ahead = next - (await environment.currentTimeMs());
      if (ahead > 0) await environment.sleep(ahead);
      const reached = await environment.currentTimeMs();
      await Promise.all(open.map((run) => wake(worker, runs, run, reached)));
    }
    for (const run of all) if (!run.ended) await run.handle.terminate();
  });
  return [...byId.values()];
}

/** When one of them is to wake or to be told something next; infinite when none is. */
const nextOf = (runs: readonly LivedRun[]): number =>
  Math.min(
    ...runs.flatMap(({ due, injectedEvents }) =>
      [due, injectedEvents[0]?.at].flatMap((at) => (at === undefined ? [] : [Date.parse(at)])),
    ),
  );

async function wake(worker: Worker, runs: Runs, run: LivedRun, reached: number): Promise<void> {
  const [injectedEvent] = run.injectedEvents;
  const comes = injectedEvent && Date.parse(injectedEvent.at) <= reached;
  const elapses = run.due !== undefined && Date.parse(run.due) <= reached;
  // On the grid the two are minutes apart: whichever is earlier comes first.
  if (elapses && !(comes && Date.parse(injectedEvent.at) < Date.parse(run.due!))) {
    const { calls } = run;
    await until('its timer wakes it', () => run.calls > calls || run.ended !== undefined);
  } else if (comes) {
    run.injectedEvents.shift();
    await run.suffer(injectedEvent).catch((error: Error) => {
      if (error.name !== 'WorkflowNotFoundError') throw error;
    });
  } else return;
  await idle(run, runs.environment, worker);
}

function compare({ one, start, lived, ended }: LivedRun): void {
  const said = rehearse({
    definition: one.definition,
    event: 'booking.created',
    start,
    facts: factsOf(one, start),
    calendar: { zone: one.zone, hours: usualHours },
    clientZone: one.clientZone,
    injectedEvents: injectedEventsOf(one, start),
    ports,
  });
  const rehearsed = said.steps.map(({ reason, ...step }): Lived => ({ ...step, code: reason?.code }));
  const about = JSON.stringify({ seed: SEED, start, ...one });
  expect([about, ...rehearsed.map(summaryOf)]).toEqual([about, ...lived.map(summaryOf)]);
  expect([about, ended ?? 'open']).toEqual([about, said.end.result]);
  for (const [i, step] of rehearsed.entries()) {
    const apart = Math.abs(Date.parse(step.at) - Date.parse(lived[i]!.at));
    if (step.status !== 'waiting' && apart > TOLERANCE_MS)
      throw new Error(`${step.stepId}: ${step.at} rehearsed, ${lived[i]!.at} lived. ${about}`);
    const { facts: seen } = lived[i]!;
    if (seen) expect([about, step.stepId, step.facts]).toEqual([about, step.stepId, seen]);
  }
}

it(
  `${CASES} random workflows go in a rehearsal as they go on Temporal`,
  async () => {
    const all = fc.sample(cases(), { numRuns: CASES, seed: SEED });
    const starts = Array.from({ length: Math.ceil(all.length / TOGETHER) }, (_, i) => i * TOGETHER);
    let steps = 0;
    let mails = 0;
    const lane = async () => {
      const runs = await timeSkippingRuns();
      try {
        for (let from = starts.shift(); from !== undefined; from = starts.shift())
          for (const run of await live(runs, all.slice(from, from + TOGETHER), from)) {
            compare(run);
            steps += run.lived.length;
            mails += run.lived.filter(({ recipients }) => recipients).length;
          }
      } finally {
        await runs.environment.teardown();
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    expect(steps).toBeGreaterThan(CASES);
    expect(mails).toBeGreaterThan(CASES / 4);
  },
  Math.max(1_200_000, CASES * 600),
);
