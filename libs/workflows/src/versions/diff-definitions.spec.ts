import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blankDefinition, pathsOf, walk, type Definition, type Step } from '../definition/index.js';
import { kinds } from '../kinds/index.js';
import { applyOperation, type Operation } from '../operations/index.js';
import { anyPicks, operationFor } from '../operations/some-operation.fixture.js';
import { diffDefinitions, explainChange, type Change } from './index.js';
import { apply, insert, inside, trunk } from '../operations/slots.fixture.js';

const template = '01890000-0000-7000-8000-000000000009';
const labels = {
  templateName: (id: string) => (id === template ? 'Welcome' : undefined),
  staffName: () => undefined,
  workflowName: () => undefined,
};

/** mail, pause, which (yes: [later], otherwise: []), over */
const example = apply(
  blankDefinition(),
  insert({ ...kinds.sendMail.defaults('mail'), template }, trunk(0)),
  insert(kinds.wait.defaults('pause'), trunk(1)),
  insert(kinds.decide.defaults('which'), trunk(2)),
  insert(kinds.wait.defaults('later'), inside('which', 'yes')),
  insert(kinds.end.defaults('over'), trunk(3)),
);

/** The same with three paths, so that two can change places. */
const wide = apply(example, { type: 'addPath', stepId: 'which', index: 0, path: { id: 'first', steps: [] } });

const sentences = (before: Definition, ...operations: Operation[]) => {
  const after = apply(before, ...operations);
  return diffDefinitions(before, after).map((change) =>
    explainChange(change, { before, after, labels, language: 'en' }),
  );
};

describe('what changed between two definitions', () => {
  it.each<[string, Operation[], string[]]>([
    [
      'a step that came',
      [insert({ ...kinds.wait.defaults('new'), for: { amount: 3, unit: 'days' } }, trunk(1))],
      ['Added “Wait 3 days” after “Send ‘Welcome’ to the client”.'],
    ],
    [
      'a step on an empty path',
      [insert(kinds.end.defaults('stop'), inside('which', 'otherwise'))],
      ['Added “End the run” as the first step on the path “Otherwise” of “Decide: Yes, Otherwise”.'],
    ],
    ['a step that went', [{ type: 'removeStep', stepId: 'pause' }], ['Removed “Wait 1 day”.']],
    [
      'a step that went with all below it',
      [{ type: 'removeStep', stepId: 'which' }],
      ['Removed “Decide: Yes, Otherwise”.', 'Removed “Wait 1 day”.'],
    ],
    [
      'a step on another path',
      [{ type: 'moveStep', stepId: 'mail', to: inside('which', 'yes', 1) }],
      ['Moved “Send ‘Welcome’ to the client” after “Wait 1 day”.'],
    ],
    [
      'a step in another order',
      [{ type: 'moveStep', stepId: 'which', to: trunk(0) }],
      ['Moved “Decide: Yes, Otherwise” as the first step.'],
    ],
    [
      'a setting that the summary tells',
      [{ type: 'updateStep', stepId: 'pause', set: { for: { amount: 2, unit: 'weeks' } } }],
      ['“Wait 1 day” is now “Wait 2 weeks”.'],
    ],
    [
      'a setting that it does not tell',
      [{ type: 'updateStep', stepId: 'mail', set: { category: 'marketing' } }],
      ['“Send ‘Welcome’ to the client”: category is now “marketing”, before “transactional”.'],
    ],
    [
      'a name',
      [{ type: 'updateStep', stepId: 'pause', set: { name: 'A breather' } }],
      ['“Wait 1 day” is now called “A breather”.'],
    ],
    [
      'a path that came, and one that is taken otherwise',
      [
        {
          type: 'addPath',
          stepId: 'which',
          index: 0,
          path: {
            id: 'vip',
            name: 'VIP',
            when: { field: 'client.tags', op: 'includes', value: 'vip' },
            steps: [],
          },
        },
        {
          type: 'updatePath',
          stepId: 'which',
          pathId: 'yes',
          name: 'Wedding',
          when: { field: 'booking.kind', op: 'is', value: 'wedding' },
        },
      ],
      [
        'Added the path “VIP” to “Decide: VIP, Wedding, Otherwise”, taken when Client tags includes vip.',
        'The path “Yes” of “Decide: VIP, Wedding, Otherwise” is now called “Wedding”. ' +
          'The path “Wedding” of “Decide: VIP, Wedding, Otherwise” is now taken when Booking kind is Wedding, before without a condition.',
      ],
    ],
    [
      'a path that went',
      [{ type: 'removePath', stepId: 'which', pathId: 'yes' }],
      ['Removed the path “Yes” of “Decide: Otherwise”.', 'Removed “Wait 1 day”.'],
    ],
    [
      'the start and the ends',
      [
        { type: 'setTrigger', trigger: { type: 'event', event: 'invoice.due', reentry: 'every-time' } },
        { type: 'setExitOn', exitOn: [{ event: 'invoice.paid' }] },
      ],
      [
        'Starts: When an invoice is due, every time. Before: When a booking is created, once for each record.',
        'It now also ends early when an invoice is paid.',
      ],
    ],
  ])('says %s', (_name, operations, expected) => {
    expect(sentences(example, ...operations)).toEqual(expected);
  });

  it('names brands by their number, and what no longer ends it', () => {
    const limited = apply(
      example,
      { type: 'setTrigger', trigger: { ...example.trigger, brands: [template] } },
      { type: 'setExitOn', exitOn: [{ event: 'booking.cancelled' }] },
    );
    const compared = { before: limited, after: example, labels, language: 'en' } as const;
    expect(diffDefinitions(limited, example).map((change) => explainChange(change, compared))).toEqual([
      'It now applies to all brands, before to 1 brand.',
      'It no longer ends early when a booking is cancelled.',
    ]);
  });

  it('tells a step that became another kind from one that came', () => {
    const { steps } = example;
    const after = {
      ...example,
      steps: steps.map((step) => (step.id === 'pause' ? kinds.end.defaults('pause') : step)),
    };
    const changes = diffDefinitions(example, after);
    expect(changes.map(({ type }) => type)).toEqual(['stepChanged']);
    expect(explainChange(changes[0]!, { before: example, after, labels, language: 'en' })).toBe(
      '“Wait 1 day” became another kind of step: End, “End the run”.',
    );
  });

  it('finds nothing where the same stands in another order of keys', () => {
    const reversed = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(reversed)
        : value !== null && typeof value === 'object'
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, one]) => [key, reversed(one)]),
            )
          : value;
    expect(diffDefinitions(example, reversed(example) as Definition)).toEqual([]);
  });

  it('is empty for equals, and names every step that came, went, changed or moved after any edits', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyPicks, (picks) => {
        const after = picks.reduce((current, pick) => {
          const applied = applyOperation(current, operationFor(current, pick));
          return applied.ok ? applied.definition : current;
        }, wide);
        const changes = diffDefinitions(wide, after);
        for (const { type } of changes) seen.add(type);
        if (JSON.stringify(after) === JSON.stringify(wide)) expect(changes).toEqual([]);
        if (changes.length === 0) expect(after).toEqual(wide);
        expect(stepsOf(changes, 'stepAdded')).toEqual(idsOnlyIn(after, wide));
        expect(stepsOf(changes, 'stepRemoved')).toEqual(idsOnlyIn(wide, after));
        expect(stepsOf(changes, 'stepChanged')).toEqual(idsWithOtherSettings(wide, after));
        expectRightMoves(wide, after, stepsOf(changes, 'stepMoved'));
        expect(new Set(changes.flatMap(pathOf))).toEqual(differentPaths(wide, after));
        for (const change of changes)
          expect(explainChange(change, { before: wide, after, labels, language: 'en' })).toMatch(/^\S.+\.$/);
      }),
      { numRuns: 400 },
    );
    expect([...seen].sort()).toEqual([
      'exitOnChanged',
      'pathAdded',
      'pathChanged',
      'pathMoved',
      'pathRemoved',
      'stepAdded',
      'stepChanged',
      'stepMoved',
      'stepRemoved',
      'triggerChanged',
    ]);
  });
});

// What follows finds the same in the plainest way that there is.

const stepsOf = (changes: readonly Change[], type: Change['type']) =>
  new Set(changes.flatMap((change) => (change.type === type && 'stepId' in change ? [change.stepId] : [])));

const placesIn = (definition: Definition) =>
  new Map([...walk(definition.steps)].map((place) => [place.step.id, place]));

const idsOnlyIn = (here: Definition, there: Definition) =>
  new Set([...placesIn(here).keys()].filter((id) => !placesIn(there).has(id)));

const settingsOf = (step: Step | undefined) =>
  step && JSON.stringify(Object.entries({ ...step, paths: null }).sort());

function idsWithOtherSettings(a: Definition, b: Definition) {
  const [before, after] = [placesIn(a), placesIn(b)];
  const both = [...before.keys()].filter((id) => after.has(id));
  return new Set(both.filter((id) => settingsOf(before.get(id)!.step) !== settingsOf(after.get(id)!.step)));
}

/** Whoever changed the path is named; without those named, the order on every path is as it was. */
function expectRightMoves(a: Definition, b: Definition, moved: ReadonlySet<string>) {
  const [before, after] = [placesIn(a), placesIn(b)];
  const both = new Set([...before.keys()].filter((id) => after.has(id)));
  const pathOfStep = (places: typeof before, id: string) => {
    const { parent } = places.get(id)!;
    return parent && `${parent.step.id}/${parent.path.id}`;
  };
  for (const id of both) if (pathOfStep(before, id) !== pathOfStep(after, id)) expect(moved).toContain(id);
  for (const id of moved) expect(both).toContain(id);
  const resting = (places: typeof before, path: string | null) =>
    [...places.keys()].filter((id) => both.has(id) && !moved.has(id) && pathOfStep(places, id) === path);
  for (const id of both)
    expect(resting(after, pathOfStep(after, id))).toEqual(resting(before, pathOfStep(after, id)));
  const isAsBefore = [...both].every((id) => pathOfStep(before, id) === pathOfStep(after, id));
  const orders = (places: typeof before) => JSON.stringify([...places.keys()].filter((id) => both.has(id)));
  if (isAsBefore && orders(before) === orders(after)) expect(moved.size).toBe(0);
}

const pathOf = (change: Change): string[] =>
  change.type === 'pathAdded' || change.type === 'pathRemoved' || change.type === 'pathChanged'
    ? [`${change.type} ${change.stepId}/${change.pathId}`]
    : [];

function differentPaths(a: Definition, b: Definition) {
  const [before, after] = [placesIn(a), placesIn(b)];
  const found = new Set<string>();
  for (const [id, { step }] of after) {
    const old = before.get(id)?.step;
    if (!old) continue;
    const was = new Map(pathsOf(old).map((path) => [path.id, path]));
    const is = new Map(pathsOf(step).map((path) => [path.id, path]));
    for (const pathId of was.keys()) if (!is.has(pathId)) found.add(`pathRemoved ${id}/${pathId}`);
    for (const [pathId, path] of is) {
      const then = was.get(pathId);
      if (!then) found.add(`pathAdded ${id}/${pathId}`);
      else if (then.name !== path.name || JSON.stringify(then.when) !== JSON.stringify(path.when))
        found.add(`pathChanged ${id}/${pathId}`);
    }
  }
  return found;
}
