import { explainProblem } from '../analysis/explain-problem.js';
import { eventTypeOf, type EventType } from '../catalogue/event-types.js';
import type { Facts } from '../catalogue/field.js';
import { sampleFacts } from '../catalogue/sample-facts.js';
import { evaluate } from '../conditions/evaluate.js';
import { eventOf } from '../trigger/trigger.js';
import { formatsFor } from '../locale/recipient-formats.js';
import { assertZone } from '../timing/instant.js';
import { TimeError } from '../timing/time-error.js';
import type { WorkflowDocument } from '../versions/workflow-document.js';
import type { RehearsalPorts } from '../rehearsal/effects.js';
import { injectedEventOf } from '../rehearsal/injected-event-schema.js';
import { rehearsalObstacles } from '../rehearsal/obstacles.js';
import { samplePeople } from '../rehearsal/sample-people.js';
import type { Rehearsed } from '../rehearsal/rehearsal.js';
import { rehearse } from '../rehearsal/rehearse.js';
import { startOf } from '../matching/start-of.js';
import { clockOf, instantOf } from './clock.js';
import { differencesIn } from './differences.js';
import type { Scenario, Scenarios } from './scenario.js';

/** What a test came to: what differs from what it expects, in words; or why it could not be run. */
export type ScenarioResult =
  | {
      readonly name: string;
      readonly differences: readonly string[];
      /** What was rehearsed; null where the event starts no run. */
      readonly rehearsed: Rehearsed | null;
    }
  | { readonly name: string; readonly unable: string };

/** Fills merge fields in, in a language and on a clock. */
export type FillFor = (format: { readonly locale: string; readonly zone: string }) => RehearsalPorts['fill'];

/** Rehearses a workflow as the test says and compares. Pure; the same every time. */
export function runScenario(
  document: WorkflowDocument,
  { brand }: Pick<Scenarios, 'brand'>,
  scenario: Scenario,
  fillFor: FillFor,
): ScenarioResult {
  const { name } = scenario;
  try {
    return { name, ...ran(document, brand, scenario, fillFor) };
  } catch (error) {
    if (error instanceof TimeError) return { name, unable: error.message };
    throw error;
  }
}

type Outcome =
  | { readonly differences: readonly string[]; readonly rehearsed: Rehearsed | null }
  | { readonly unable: string };

function ran(
  document: WorkflowDocument,
  brand: Scenarios['brand'],
  scenario: Scenario,
  fillFor: FillFor,
): Outcome {
  const { given, happens, expect } = scenario;
  const { definition } = document;
  const { trigger } = definition;
  const event = eventOf(trigger);
  assertZone(brand.zone);
  const calendar = { zone: brand.zone, hours: brand.hours };
  const facts = factsOf(event, brand.zone, given.facts);
  const start = given.at ? instantOf(given.at, brand.zone) : startOf(definition, facts, calendar);
  const obstacle = whyNot(document, scenario, start);
  if (obstacle !== undefined || start === null) return { unable: obstacle ?? '' };
  if (given.event && (trigger.type === 'date' || given.event !== event))
    return without(expect.starts, `${given.event} does not start this workflow.`);
  if (trigger.when && !evaluate(trigger.when, facts, start).result)
    return without(expect.starts, 'The condition on the start does not hold.');
  const clock = clockOf(start, brand.zone);
  const injectedEvents = happens.map((one) => injectedEventOf(one, clock.instant(one)!));
  const early = injectedEvents.find(({ at }) => Date.parse(at) < Date.parse(start));
  if (early) return { unable: `What happens at ${clock.describe(early.at)} lies before the start.` };
  const rehearsed = rehearse({
    definition,
    event,
    start,
    facts,
    calendar,
    clientZone: given.clientZone ?? null,
    injectedEvents,
    ports: {
      optedOut: given.optedOut,
      people: {
        ...samplePeople,
        ...(given.staff && { staffOnBooking: given.staff.map(withoutName) }),
        ...(given.vendors && { vendorsOnBooking: given.vendors.map(withoutName) }),
      },
      fill: fillFor(formatsFor(brand)),
    },
  });
  if (!expect.starts) return { differences: ['Expected no run, but one starts.'], rehearsed };
  return { differences: differencesIn(rehearsed, document, expect, clock), rehearsed };
}

const withoutName = (email: string) => ({ name: '', email });

/** What keeps a test from being run, in words. */
function whyNot(
  { definition }: WorkflowDocument,
  { given }: Scenario,
  start: string | null,
): string | undefined {
  const [obstacle] = rehearsalObstacles(definition);
  if (obstacle) return explainProblem(obstacle, 'en');
  const { records } = eventTypeOf(eventOf(definition.trigger))!;
  const unknown = Object.keys(given.facts).find((record) => !records.includes(record));
  if (unknown !== undefined)
    return `There is no ${unknown} when this workflow starts. Known: ${records.join(', ')}.`;
  if (start !== null) return undefined;
  return definition.trigger.type === 'date'
    ? `The record has no ${definition.trigger.moment.anchor} to start from. Give it in "facts".`
    : 'Say when it happens: "given": { "at": "2027-05-03 10:00" }.';
}

const without = (expected: boolean, why: string): Outcome => ({
  differences: expected ? [`Expected a run, but none starts: ${why}`] : [],
  rehearsed: null,
});

/** The sample's, over them those of the test, all on the brand's clock. */
function factsOf(event: EventType, zone: string, given: Scenario['given']['facts']): Facts {
  const sample = sampleFacts(event);
  const facts = { ...sample, brand: { ...sample['brand'], zone } };
  const patched = Object.entries(given).map(
    ([record, fields]) => [record, { ...facts[record as 'brand'], ...fields }] as const,
  );
  return { ...facts, ...Object.fromEntries(patched) };
}
