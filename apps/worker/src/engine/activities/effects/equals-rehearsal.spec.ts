import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allPeople, factsOf, namedStaff, suppressionAmong, Suppressions } from '@cueline/database';
import { blankDefinition, rehearse, usualHours, type Reason, type Step } from '@cueline/workflows';
import { TestStudio } from '../../../studio.fixture.js';
import { RunContextRepository } from '../../record-context/run-context.repository.js';
import { cases, makeOfStudio, recordsOf, withRealIds, type Case } from './equals-rehearsal.fixture.js';
import { fillOf } from './fill-text.js';
import { activitiesOf, perform, runOf, stepsOf } from './run.fixture.js';

/** `EFFECT_CASES=2000 EFFECT_SEED=7` looks longer and elsewhere. */
const CASES = Number(process.env['EFFECT_CASES'] ?? 80);
const SEED = Number(process.env['EFFECT_SEED'] ?? 20_261_130);

let studio: TestStudio;
beforeAll(async () => {
  studio = await TestStudio.open();
  await studio.rows('UPDATE studios SET mails_per_contact_and_day = NULL');
});
afterAll(() => studio.close());

const takesAll = {
  deliver: async ({ onHandOver }: { readonly onHandOver: () => Promise<boolean> }) =>
    (await onHandOver())
      ? ({ type: 'accepted', reply: '250 ok' } as const)
      : ({ type: 'calledOff' } as const),
  close: () => undefined,
};

/** What a step came to. A real one names what it made, and a webhook that is called has still to be taken. */
function outcomeOf(status: string, { code, params = {} }: Reason) {
  if (code === 'webhook.waiting' || code === 'webhook.delivered') return { called: params['host'] };
  const { taskId: _, workflowId: _other, ...known } = params;
  return { status, code, params: known };
}

/** The step carried out by the worker, and rehearsed by the facts and people of just before. */
async function both(one: Case) {
  await makeOfStudio(studio, one);
  const { bookingId, staff } = await recordsOf(studio, one);
  const step: Step = withRealIds(one.step, studio.templateId, staff);
  const runId = await runOf(studio, step, { event: 'booking.created', subjectId: bookingId });
  const contexts = new RunContextRepository(studio.pool);
  const before = await contexts.load(studio.id, runId, step.id, 1);
  const people = await allPeople(studio.pool, studio.id, bookingId);
  const suppressed = await new Suppressions(studio.pool, studio.id).among(
    one.listed.map(({ address }) => address),
  );
  await perform(studio, step, runId, activitiesOf(studio, takesAll));
  const [row] = await stepsOf(studio, runId);
  const sends = await studio.rows<{ to_address: string }>(
    `SELECT to_address FROM sends WHERE run_id = $1 AND state = 'sent' ORDER BY to_address`,
    runId,
  );
  const after = factsOf(await contexts.load(studio.id, runId, step.id, 1));
  const { steps } = rehearse({
    definition: {
      ...blankDefinition(),
      steps: [step, { id: 'next', kind: 'decide', paths: [{ id: 'otherwise', steps: [] }] }],
    },
    event: 'booking.created',
    start: before.now.toISOString(),
    facts: factsOf(before),
    calendar: { zone: 'Europe/Berlin', hours: usualHours },
    clientZone: null,
    injectedEvents: [],
    ports: {
      people,
      staff: await namedStaff.rows(studio.pool, { studioId: studio.id }),
      optedOut: one.optedOut,
      suppression: (address, category) => suppressionAmong(suppressed, address, category),
      fill: (line, text) => fillOf(line, text, before),
      webhookAllow: new Set(),
    },
  });
  await studio.rows(`UPDATE workflows SET state = 'paused'`);
  const [rehearsed, next] = steps;
  return {
    real: {
      ...outcomeOf(row!.status, row!.reason as Reason),
      to: sends.map((send) => send.to_address),
      facts: [after['client'], after['booking']],
    },
    rehearsed: {
      ...outcomeOf(rehearsed!.status, rehearsed!.reason!),
      to: [...(rehearsed!.recipients ?? [])].sort(),
      facts: [(next ?? rehearsed!).facts['client'], (next ?? rehearsed!).facts['booking']],
    },
  };
}

it(`${CASES} random effects come in a rehearsal to what they come to in a worker`, async () => {
  const come = new Set<string>();
  for (const one of fc.sample(cases, { numRuns: CASES, seed: SEED })) {
    const { real, rehearsed } = await both(one);
    const about = JSON.stringify({ seed: SEED, ...one });
    expect({ about, ...rehearsed }).toEqual({ about, ...real });
    if (real.code) come.add(real.code);
  }
  // Cases that all came to the same would compare nothing.
  expect(come.size).toBeGreaterThan(8);
}, 300_000);
