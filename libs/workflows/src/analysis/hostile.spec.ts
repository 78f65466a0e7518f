import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fieldsFor, sampleFacts, type FactValue, type Facts } from '../catalogue/index.js';
import { eventOf, walk, type Definition } from '../definition/index.js';
import { nobody } from '../kinds/index.js';
import { rehearsalObstacles, rehearse, type InjectedEvent } from '../rehearsal/index.js';
import { inEach } from '../language/index.js';
import { usualHours } from '../timing/index.js';
import { diffDefinitions, explainChange, readDocument, writeDocument } from '../versions/index.js';
import { hostileDefinitions } from './hostile.fixture.js';
import {
  checkDefinition,
  describeStep,
  describeTrigger,
  explainProblem,
  parseDefinition,
  triggerCard,
  workflowFactsOf,
  type Problem,
  type StudioFacts,
} from './index.js';

/** `HOSTILE_CASES=50000 HOSTILE_SEED=7` looks longer and elsewhere. */
const CASES = Number(process.env['HOSTILE_CASES'] ?? 400);
const SEED = Number(process.env['HOSTILE_SEED'] ?? 20_261_127);
/** What any of it may take on a busy machine; most takes a millisecond. */
const LONGEST_MS = 2_000;

const labels = { templateName: () => undefined, staffName: () => undefined, workflowName: () => undefined };
const SELF = '01890000-0000-7000-8000-0000000000d0';

function quick<T>(what: string, work: () => T): T {
  const start = performance.now();
  const result = work();
  const took = performance.now() - start;
  if (took > LONGEST_MS) throw new Error(`${what} took ${Math.round(took)} ms.`);
  return result;
}

/** A studio whose other workflow is as hostile. */
function studioWith(other: Definition | undefined): StudioFacts {
  const workflows = other
    ? [
        [
          '01890000-0000-7000-8000-0000000000d5',
          workflowFactsOf({ name: 'Other', state: 'published' }, other),
        ] as const,
      ]
    : [];
  return {
    templates: new Map(),
    brands: new Set(),
    staff: new Map(),
    workflows: new Map(workflows),
    self: SELF,
    readText: (source) =>
      source.includes('{{') ? { ok: false, mistake: inEach(() => 'Not closed.') } : { ok: true, fields: [] },
  };
}

/** The sample with a few dates at the ends of all calendars, or none. */
const facts = (definition: Definition, dates: readonly FactValue[]): Facts => {
  const sample = sampleFacts(eventOf(definition.trigger));
  const spoilt: Record<string, Record<string, FactValue>> = {};
  const moments = fieldsFor(eventOf(definition.trigger)).filter(
    ({ type }) => type === 'date' || type === 'instant',
  );
  for (const [i, { path }] of moments.entries()) {
    const [record, key] = path.split('.') as [string, string];
    if (dates[i] !== undefined) (spoilt[record] ??= { ...sample[record] })[key] = dates[i];
  }
  return { ...sample, ...spoilt };
};
const oddDates = fc.array(
  fc.constantFrom<FactValue | undefined>(
    undefined,
    undefined,
    null,
    '',
    '1970-01-01T00:00:00.000Z',
    '2199-12-31T23:59:59.999Z',
    '+275760-09-13T00:00:00.000Z',
    '2027-02-29',
    'tomorrow',
  ),
  { maxLength: 6 },
);
const START = '2027-05-03T08:00:00.000Z';
const injectedEvents: InjectedEvent[] = [
  { at: '2027-05-04T08:00:00.000Z', type: 'answer', answer: 'approved' },
  { at: '2027-05-05T08:00:00.000Z', type: 'event', event: 'mail.replied' },
  { at: '2027-05-06T08:00:00.000Z', type: 'change', facts: { booking: { startsAt: 'never' } } },
  {
    at: '2027-05-07T08:00:00.000Z',
    type: 'control',
    control: { type: 'skip', stepId: 'a', reason: { code: 'failure.value' } },
  },
  {
    at: '2027-05-08T08:00:00.000Z',
    type: 'control',
    control: { type: 'pause', reason: { code: 'failure.value' } },
  },
  { at: '2027-05-09T08:00:00.000Z', type: 'control', control: { type: 'resume' } },
];

function assertExplained(problems: readonly Problem[]): void {
  for (const problem of problems) {
    expect(problem.path).toMatch(/^(\/.*)?$/s);
    const said = explainProblem(problem, 'en');
    expect(said).not.toBe(problem.code);
    expect(said).not.toMatch(/undefined|\[object|NaN/);
  }
}

/** Everything that looks at a definition before it runs, and a rehearsal of it. */
function drive(definition: Definition, before: Definition, dates: readonly FactValue[]): void {
  expect(describeTrigger(definition.trigger, 'en')).toMatch(/\S/);
  expect(triggerCard(definition, 'en').title).toMatch(/\S/);
  for (const { step } of walk(definition.steps)) expect(describeStep(step, labels, 'en')).toMatch(/\S/);
  const changes = quick('The comparison', () => diffDefinitions(before, definition));
  for (const change of changes)
    expect(explainChange(change, { before, after: definition, labels, language: 'en' })).toMatch(/\S/);
  const text = writeDocument({ name: 'Hostile', description: '', definition }, () => 'A template');
  const read = readDocument(JSON.parse(text));
  expect(read.ok && writeDocument(read.document, () => 'A template')).toBe(text);
  if (rehearsalObstacles(definition).length > 0) return;
  const { steps, end } = quick('The rehearsal', () =>
    rehearse({
      definition,
      event: eventOf(definition.trigger),
      start: START,
      facts: facts(definition, dates),
      calendar: { zone: 'America/New_York', hours: usualHours },
      clientZone: null,
      injectedEvents,
      ports: {
        people: nobody,
        optedOut: true,
        fill: (line, rest) => ({ ok: true, line, text: rest }),
        webhookAllow: new Set(),
      },
    }),
  );
  expect(end.result).toMatch(/completed|exited|open/);
  expect(steps.length).toBeLessThanOrEqual(300);
}

it(`${CASES} hostile definitions are told what is wrong with them: no crash, no hang, nothing polluted`, () => {
  let looked = 0;
  let rehearsed = 0;
  fc.assert(
    fc.property(hostileDefinitions, hostileDefinitions, oddDates, (json, other, dates) => {
      const text = JSON.stringify(json);
      const one = quick('Reading', () => parseDefinition(json));
      const two = parseDefinition(other);
      const studio = studioWith(two.ok ? two.definition : undefined);
      assertExplained(quick('The check', () => checkDefinition(json, studio)));
      looked++;
      if (one.ok) {
        if (rehearsalObstacles(one.definition).length === 0) rehearsed++;
        drive(one.definition, two.ok ? two.definition : one.definition, dates as FactValue[]);
      }
      expect(JSON.stringify(json)).toBe(text);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    }),
    { numRuns: CASES, seed: SEED },
  );
  // Most must get to the end: else what lies behind the schema was not looked at.
  expect(rehearsed).toBeGreaterThan(looked / 2);
}, 600_000);
