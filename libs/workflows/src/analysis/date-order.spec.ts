import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cases, factsOf, injectedEventsOf } from '@cueline/testkit/random-workflows';
import { rehearse, samplePeople } from '../rehearsal/index.js';
import { usualHours } from '../timing/index.js';
import { checkDefinition } from './index.js';

const CASES = 8_000;
const SEED = 20_261_127;
const START = '2027-03-01T08:00:00.000Z';

it('a wait that is called past is past in every rehearsal that gets to it, whatever the dates', () => {
  let reached = 0;
  for (const one of fc.sample(cases(), { numRuns: CASES, seed: SEED })) {
    const past = new Set(
      checkDefinition(one.definition).flatMap(({ code, stepId }) =>
        code === 'wait.certainlyPast' ? [stepId] : [],
      ),
    );
    if (past.size === 0) continue;
    const { steps } = rehearse({
      definition: one.definition,
      event: 'booking.created',
      start: START,
      facts: factsOf(one, START),
      calendar: { zone: one.zone, hours: usualHours },
      clientZone: one.clientZone,
      // Nobody moves the date, nor forces a wait.
      injectedEvents: injectedEventsOf(one, START).filter(
        ({ type }) => type === 'answer' || type === 'event',
      ),
      ports: {
        people: samplePeople,
        optedOut: false,
        fill: (line, text) => ({ ok: true, line, text }),
        webhookAllow: new Set(),
      },
    });
    // One that is passed over since the one before it was past has another reason.
    for (const { stepId, reason } of steps.filter((step) => past.has(step.stepId)))
      if (reason?.code.startsWith('wait.')) {
        expect([stepId, reason.code, JSON.stringify(one)]).toEqual([
          stepId,
          'wait.past',
          JSON.stringify(one),
        ]);
        reached++;
      }
  }
  expect(reached).toBeGreaterThan(20);
});
