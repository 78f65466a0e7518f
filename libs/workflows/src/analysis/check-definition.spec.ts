import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pathsOf, walk, type Step } from '../definition/index.js';
import { inEach } from '../language/index.js';
import { kinds, type TemplateFacts, type TextFacts } from '../kinds/index.js';
import {
  checkDefinition,
  explainedCodes,
  explainProblem,
  isPublishable,
  parseDefinition,
  workflowFactsOf,
  type StudioFacts,
} from './index.js';
import { valueAt } from './schema-problems.js';

const folder = fileURLToPath(new URL('./definitions/', import.meta.url));
const read = (file: string) => JSON.parse(readFileSync(`${folder}${file}`, 'utf8')) as unknown;
const filesIn = (name: string) => readdirSync(`${folder}${name}`).map((file) => `${name}/${file}`);
const [valid, invalid] = [filesIn('valid'), filesIn('invalid')];
const codeOf = (file: string) => file.replace(/^invalid\/|(--.*)?\.json$/g, '');

const template = (
  name: string,
  paths: readonly string[],
  more: Partial<TemplateFacts> = {},
): TemplateFacts => ({
  name,
  fields: paths.map((path) => ({ path, hasFallback: false })),
  hasProblems: false,
  ...more,
});
const id = (n: number) => `01890000-0000-7000-8000-00000000000${n}`;
const workflowId = (last: string) => `01890000-0000-7000-8000-0000000000${last}`;
const starts = (last: string): Step => ({
  ...kinds.startWorkflow.defaults('start'),
  workflow: workflowId(last),
});
const reopens: Step = {
  ...kinds.updateRecord.defaults('reopen'),
  record: 'booking',
  set: [{ field: 'status', op: 'set', value: 'confirmed' }],
};
const studio: StudioFacts = {
  templates: new Map([
    [id(1), template('Welcome', ['client.firstName', 'brand.name'])],
    [id(2), template('Broken', [], { hasProblems: true })],
    [id(3), template('Old', [], { archived: true })],
    [id(4), template('Reminder', ['invoice.balance', 'client.firstName'])],
    [id(5), template('Where', ['booking.location'])],
    [id(6), template('Answer', [], { fields: [{ path: 'inquiry.firstName', hasFallback: true }] })],
    [id(7), template('Plain', [])],
  ]),
  brands: new Set(['01890000-0000-7000-8000-0000000000b1']),
  staff: new Map([
    ['01890000-0000-7000-8000-0000000000a1', { name: 'Jo Albers', archived: false }],
    ['01890000-0000-7000-8000-0000000000a2', { name: 'Kim Berg', archived: true }],
  ]),
  workflows: new Map(
    [
      ['d0', 'draft', 'booking.created', [], 'Prepare'] as const,
      ['d1', 'published', 'booking.confirmed', []] as const,
      ['d2', 'paused', 'booking.confirmed', []] as const,
      ['d3', 'published', 'inquiry.received', []] as const,
      ['d4', 'published', 'staff.assigned', []] as const,
      ['d5', 'published', 'booking.rescheduled', [starts('d6')], 'Ask again'] as const,
      ['d6', 'published', 'booking.rescheduled', [starts('d0')], 'Look again'] as const,
      ['d7', 'published', 'booking.completed', [reopens], 'Reopen'] as const,
      [
        'd8',
        'published',
        'booking.completed',
        [kinds.wait.defaults('pause'), starts('d0')],
        'Later',
      ] as const,
    ].map(([last, state, event, steps, name = `Workflow ${last}`]) => {
      const trigger = { type: 'event', event, reentry: 'every-time' } as const;
      return [workflowId(last), workflowFactsOf({ name, state }, { trigger, steps })];
    }),
  ),
  webhookAllow: new Set(['hooks.inside.test:8080']),
  self: '01890000-0000-7000-8000-0000000000d0',
  readText,
};

/** Reads texts as simple as those of the definitions beside this file. */
function readText(source: string): TextFacts {
  const tags = [...source.matchAll(/{{ (\S+)( \| default\("[^"]*"\))? }}/g)];
  if (tags.length < source.split('{{').length - 1)
    return { ok: false, mistake: inEach(() => 'A tag is not closed.') };
  const warnings = source.includes('[DATE]') ? [inEach(() => '"[DATE]" may be a placeholder.')] : [];
  const fields = tags.map(([, path, fallback]) => ({ path: path!, hasFallback: !!fallback }));
  return { ok: true, fields, warnings };
}

/** Whether a JSON pointer names something in the document, or the place where something is missing. */
function pointsInto(json: unknown, pointer: string): boolean {
  if (pointer === '') return true;
  const keys = pointer
    .slice(1)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  return valueAt(json, keys.slice(0, -1)) !== undefined;
}

describe('checkDefinition', () => {
  it.each(valid)('finds nothing wrong with %s', (file) => {
    expect(checkDefinition(read(file), studio)).toEqual([]);
  });

  it.each(invalid)('%s: finds just that, says where, and says it in words', (file) => {
    const json = read(file);
    const problems = checkDefinition(json, studio);
    expect([...new Set(problems.map(({ code }) => code))]).toEqual([codeOf(file)]);
    for (const problem of problems) {
      expect(pointsInto(json, problem.path)).toBe(true);
      const messages = explainProblem(problem, 'en');
      expect(messages).toMatch(/^\S.{8,}[.!]$/s);
      expect(messages).not.toMatch(/undefined|\[object|NaN/);
    }
    expect(isPublishable(problems)).toBe(problems.every(({ severity }) => severity === 'warning'));
  });

  it('has a definition for every problem that it explains', () => {
    const shown = new Set(invalid.map(codeOf));
    // Takes more than 60,000 values: made below.
    const made = 'definition.tooLarge';
    expect(explainedCodes.filter((code) => !shown.has(code) && code !== made)).toEqual([]);
  });

  it('only warns of what a run would survive', () => {
    const warned = invalid.filter((file) => isPublishable(checkDefinition(read(file), studio)));
    expect([...new Set(warned.map(codeOf))]).toEqual([
      'approve.sameEitherWay',
      'date.mayBeEmpty',
      'decide.sameEitherWay',
      'limit.certainlyPast',
      'loop.startsAgain',
      'loop.startsSeveral',
      'mail.fieldMayBeEmpty',
      'mail.tooManyADay',
      'path.changesNothing',
      'start.neverAgain',
      'text.doubtful',
      'text.fieldMayBeEmpty',
      'trigger.answersWithoutLimit',
      'trigger.onceForAllDates',
      'update.recordMayBeMissing',
      'wait.certainlyPast',
      'wait.noTime',
    ]);
  });

  it('finds all problems at once, in reading order, each with its step', () => {
    const json = {
      schemaVersion: 1,
      trigger: { type: 'event', event: 'inquiry.received', reentry: 'every-time' },
      exitOn: [],
      steps: [
        { id: 'over', kind: 'end' },
        {
          id: 'mail',
          kind: 'sendMail',
          template: null,
          to: { role: 'vendors' },
          from: { type: 'brand' },
          category: 'marketing',
        },
      ],
    };
    expect(checkDefinition(json).map(({ code, stepId, path }) => [code, stepId, path])).toEqual([
      ['step.unreachable', 'mail', '/steps/1'],
      ['mail.noTemplate', 'mail', '/steps/1/template'],
      ['mail.roleUnavailable', 'mail', '/steps/1/to/role'],
    ]);
  });

  it('keeps the document’s order, whoever finds a problem, also where it is no definition yet', () => {
    const mail = { ...kinds.sendMail.defaults('mail'), to: { role: 'inquirer' } };
    const json = {
      schemaVersion: 1,
      trigger: { type: 'event', event: 'mail.received', reentry: 'every-time' },
      exitOn: [],
      steps: [
        { ...kinds.decide.defaults('which'), paths: [{ id: 'otherwise', steps: [mail] }] },
        { ...kinds.approve.defaults('ask'), question: 'Fine?' },
        kinds.wait.defaults('which'),
      ],
    };
    expect(checkDefinition(json, studio).map(({ code, stepId, path }) => [code, stepId, path])).toEqual([
      ['trigger.answersWithoutLimit', undefined, '/trigger/reentry'],
      ['decide.onePath', 'which', '/steps/0/paths'],
      ['mail.noTemplate', 'mail', '/steps/0/paths/0/steps/0/template'],
      ['mail.roleUnavailable', 'mail', '/steps/0/paths/0/steps/0/to/role'],
      ['approve.sameEitherWay', 'ask', '/steps/1/paths'],
      ['step.duplicateId', 'which', '/steps/2/id'],
    ]);
    const spoilt = {
      ...json,
      steps: [{ ...kinds.wait.defaults('pause'), colour: 'red' }, kinds.wait.defaults('more'), { id: 'x' }],
      exitOn: [{ event: 'nothing' }],
    };
    expect(checkDefinition(spoilt).map(({ code, stepId, path }) => [code, stepId, path])).toEqual([
      ['trigger.unknownEvent', undefined, '/exitOn/0/event'],
      ['definition.unknownKey', 'pause', '/steps/0/colour'],
      ['step.unknownKind', 'x', '/steps/2/kind'],
    ]);
  });

  it('names a loop by the workflows that it leads through', () => {
    const messages = (file: string) =>
      checkDefinition(read(`invalid/${file}.json`), studio).map((one) => explainProblem(one, 'en'));
    expect(messages('loop.startsAgain')).toEqual([
      'These workflows start each other: “Prepare” starts “Ask again”, “Ask again” starts “Look again”, “Look again” starts “Prepare”. ' +
        'After 10 runs no more are started. Break the loop by a condition, or set "How often" of one of them to once.',
    ]);
    expect(messages('loop.startsAgain--by-a-status')[0]).toContain(
      '“Prepare” starts “Reopen” (a session is completed), “Reopen” starts “Prepare” (a booking is confirmed).',
    );
    expect(messages('loop.startsAgain--by-a-task')[0]).toContain(
      '“Prepare” starts itself (a task is assigned).',
    );
  });

  it('names both moments that are in the wrong order', () => {
    const messages = (file: string) =>
      checkDefinition(read(`invalid/${file}.json`), studio).map((one) => explainProblem(one, 'en'));
    expect(messages('wait.certainlyPast')).toEqual([
      'A run gets here only after "30 days before the session at 09:00": "A week before" has waited until "7 days before the session at 09:00". Change their order, or one of the dates.',
    ]);
    expect(messages('wait.certainlyPast--after-the-start')[0]).toContain(
      'the workflow starts "7 days before the session at 09:00".',
    );
  });

  it('does not check templates and brands that it is not told of', () => {
    const file = 'invalid/mail.templateMissing.json';
    expect(checkDefinition(read(file))).toEqual([]);
  });
});

describe('hostile JSON', () => {
  const nested = (levels: number, wrap: (inner: unknown) => unknown) => {
    let json: unknown = 'x';
    for (let i = 0; i < levels; i++) json = wrap(json);
    return json;
  };
  const codes = (json: unknown) => checkDefinition(json, studio).map(({ code }) => code);

  it.each<[string, (inner: unknown) => unknown]>([
    ['lists', (inner) => [inner]],
    ['objects', (inner) => ({ steps: inner })],
    ['conditions', (inner) => ({ all: [inner], any: [inner] })],
  ])('100,000 %s deep is refused, not run out of stack on', (_what, wrap) => {
    expect(codes(nested(100_000, wrap))).toEqual(['definition.tooDeep']);
  });

  it('wide is refused', () => {
    expect(codes({ steps: Array.from({ length: 100_000 }, () => ({})) })).toEqual(['definition.tooLarge']);
  });

  it('of 5,000 steps is refused for their number', () => {
    const one = read('valid/one-mail.json') as { steps: object[] };
    const steps = Array.from({ length: 5_000 }, (_, i) => ({ ...one.steps[0], id: `s${i}` }));
    expect(codes({ ...one, steps })).toEqual(['definition.tooManySteps']);
  });

  it.each([undefined, null, 0, '', 'steps', true, [], {}, NaN, Infinity, { steps: null }, { trigger: [] }])(
    '%p has problems and throws nothing',
    (json) => {
      expect(codes(json).length).toBeGreaterThan(0);
    },
  );

  it('whatever it holds gives a list of problems, in words, and nothing pollutes', () => {
    const templates = [...valid, ...invalid].map(read);
    const names = [
      '__proto__',
      'constructor',
      'toString',
      'kind',
      'steps',
      'paths',
      'when',
      'all',
      'id',
      'event',
    ];
    const junk = fc.oneof(
      fc.jsonValue({ maxDepth: 4 }),
      fc.dictionary(fc.constantFrom(...names), fc.jsonValue({ maxDepth: 2 })),
      fc.constantFrom(...names),
    );
    const spoilt = fc
      .record({
        json: fc.constantFrom(...templates),
        where: fc.nat(),
        junk,
        rename: fc.constantFrom(...names),
      })
      .map(({ json, where, junk, rename }) => spoil(json, where, junk, rename));
    fc.assert(
      fc.property(fc.oneof(junk, spoilt), (json) => {
        const text = JSON.stringify(json);
        for (const problem of checkDefinition(json, studio)) {
          expect(typeof explainProblem(problem, 'en')).toBe('string');
          expect(problem.path).toMatch(/^(\/.*)?$/s);
        }
        expect(JSON.stringify(json)).toBe(text);
        expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a definition that parses', () => {
  it.each(valid)('%s keeps every word of it', (file) => {
    const parsed = parseDefinition(read(file));
    expect(parsed).toEqual({ ok: true, definition: read(file) });
    const { steps } = read(file) as { steps: Step[] };
    const counted = (all: readonly Step[]): number =>
      all.reduce((sum, step) => sum + 1 + pathsOf(step).reduce((n, path) => n + counted(path.steps), 0), 0);
    expect([...walk(steps)]).toHaveLength(counted(steps));
  });
});

/** A copy of the document with the value at one of its places replaced, and perhaps its key. */
function spoil(json: unknown, where: number, junk: unknown, rename: string): unknown {
  const text = JSON.stringify(json);
  let places = 0;
  JSON.parse(text, (_key, value: unknown) => (places++, value));
  let at = 0;
  return JSON.parse(text, function (this: Record<string, unknown>, _key, value: unknown) {
    if (at++ !== where % places) return value;
    if (where % 3 === 0 && !Array.isArray(this))
      Object.defineProperty(this, rename, { value, enumerable: true });
    return junk;
  });
}
