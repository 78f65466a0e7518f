import { describe, expect, it } from '@jest/globals';
import { blankDefinition, type Definition, type Step, type Trigger } from '../definition/index.js';
import { kinds, type WorkflowFacts } from '../kinds/index.js';
import { checkDefinition, explainProblem, workflowFactsOf, type StudioFacts } from './index.js';

const id = (last: string) => `01890000-0000-7000-8000-0000000000${last}`;
let made = 0;
const step = () => `step-${++made}`;
const start = (last: string): Step => ({ ...kinds.startWorkflow.defaults(step()), workflow: id(last) });
const rest = (): Step => ({ ...kinds.wait.defaults(step()), for: { amount: 1, unit: 'days' } });
const end = (): Step => kinds.end.defaults(step());
const task = (title: string): Step => ({
  ...kinds.createTask.defaults(step()),
  title,
  assignee: { role: 'member', id: id('a1') },
});
/** Each of these on a path of its own, the last one on that of everything else. */
const either = (...paths: Step[][]): Step => ({
  ...kinds.decide.defaults(step()),
  paths: paths.map((steps, i) =>
    i === paths.length - 1
      ? { id: 'otherwise', steps }
      : {
          id: `path-${i}`,
          name: `Path ${i}`,
          when: { field: 'booking.kind', op: 'is', value: `kind ${i}` },
          steps,
        },
  ),
});
const on = (more: Partial<Trigger> = {}): Trigger =>
  ({ type: 'event', event: 'booking.created', reentry: 'every-time', ...more }) as Trigger;

type Other = readonly [last: string, steps: readonly Step[], trigger?: Trigger];

/** What is said of a workflow, beside others that are published. */
function said(steps: readonly Step[], others: readonly Other[] = [], trigger = on()): string[] {
  const facts = ([last, theirs, theirTrigger = on()]: Other): [string, WorkflowFacts] => [
    id(last),
    workflowFactsOf({ name: last, state: 'published' }, { trigger: theirTrigger, steps: theirs }),
  ];
  const definition: Definition = { ...blankDefinition(), trigger, steps };
  const studio: StudioFacts = {
    self: id('d0'),
    staff: new Map([[id('a1'), { name: 'Jo', archived: false }]]),
    workflows: new Map([facts(['d0', steps, trigger]), ...others.map(facts)]),
  };
  return checkDefinition(definition, studio)
    .filter(({ code }) => code === 'loop.startsSeveral')
    .map((one) => explainProblem(one, 'en'));
}
const broad = (name: string, several: number) =>
  expect.stringMatching(new RegExp(`^One run of “${name}” may start ${several} runs that lead back here: `));

describe('a workflow that leads back to itself', () => {
  it.each<[string, number, Step[]]>([
    ['twice, one after the other', 2, [rest(), start('d0'), start('d0')]],
    ['twice, after a decision that may hold', 2, [either([start('d0'), start('d0')], [])]],
    ['six times', 6, [rest(), ...Array.from({ length: 6 }, () => start('d0'))]],
    ['on a path and after it', 2, [rest(), either([start('d0')], [rest()]), start('d0')]],
    [
      'on the longer of two paths',
      3,
      [rest(), either([start('d0')], [start('d0'), start('d0'), start('d0')])],
    ],
    ['on paths of two decisions', 2, [either([start('d0')], []), either([rest()], [start('d0')])]],
    ['deep within paths', 2, [either([either([start('d0'), either([start('d0')], [])], [])], [])]],
    ['before an end', 2, [either([start('d0'), start('d0'), end()], [rest()]), rest()]],
    [
      'with one more before the path that ends',
      2,
      [rest(), start('d0'), either([start('d0'), end()], []), rest()],
    ],
    ['by two tasks', 2, [task('Call'), task('Write')]],
  ])('%s: says that one run may start %d', (what, several, steps) => {
    const trigger = what === 'by two tasks' ? on({ event: 'task.assigned' }) : on();
    const messages = said(steps, [], trigger);
    expect(messages).toEqual([broad('d0', several)]);
    expect(messages[0]).toContain('“d0” starts itself');
    expect(messages[0]).toContain(
      'Their number grows with every round, and ends at 200 runs for one event. Keep one of these steps, or let a decision choose between them.',
    );
  });

  it.each<[string, Step[], Trigger]>([
    ['not at all', [rest(), rest()], on()],
    ['once', [rest(), start('d0')], on()],
    ['once on each of the paths', [rest(), either([start('d0')], [start('d0')], [start('d0')])], on()],
    ['on a path that ends, or after it', [rest(), either([start('d0'), end()], [rest()]), start('d0')], on()],
    [
      'on a path within a path that ends, or after it',
      [rest(), either([either([start('d0'), end()], [rest()])], []), start('d0')],
      on(),
    ],
    [
      'on two paths that end, of two decisions',
      [either([start('d0'), end()], []), either([start('d0'), end()], [])],
      on(),
    ],
    ['for a record once', [rest(), start('d0'), start('d0')], on({ reentry: 'once-per-record' })],
    ['for a client once', [rest(), start('d0'), start('d0')], on({ reentry: 'once-per-contact' })],
  ])('%s: says nothing', (_what, steps, trigger) => {
    expect(said(steps, [], trigger)).toEqual([]);
  });
});

describe('workflows that lead back to each other', () => {
  it.each<[string, Step[], Other[], string, number]>([
    [
      'this one starts another twice, which starts it',
      [rest(), start('d1'), start('d1')],
      [['d1', [start('d0')]]],
      'd0',
      2,
    ],
    [
      'the other one starts this one twice',
      [rest(), start('d1')],
      [['d1', [start('d0'), start('d0')]]],
      'd1',
      2,
    ],
    [
      'two others start this one',
      [rest(), start('d1'), start('d2')],
      [
        ['d1', [start('d0')]],
        ['d2', [start('d0')]],
      ],
      'd0',
      2,
    ],
    [
      'this one starts itself and another that starts it',
      [rest(), start('d0'), start('d1')],
      [['d1', [start('d0')]]],
      'd0',
      2,
    ],
    [
      'one far on the way starts two',
      [start('d1')],
      [
        ['d1', [start('d2')]],
        ['d2', [rest(), start('d3'), start('d1')]],
        ['d3', [start('d0')]],
      ],
      'd2',
      2,
    ],
    [
      'the condition of the other may hold',
      [start('d1'), start('d1')],
      [['d1', [start('d0')], on({ when: { field: 'booking.kind', op: 'is', value: 'x' } })]],
      'd0',
      2,
    ],
  ])('%s', (_what, steps, others, name, several) => {
    expect(said(steps, others)).toEqual([broad(name, several)]);
  });

  it.each<[string, Step[], Other[]]>([
    ['one starts another twice that leads nowhere', [rest(), start('d1'), start('d1')], [['d1', [rest()]]]],
    [
      'of two that are started one leads back',
      [rest(), start('d1'), start('d2')],
      [
        ['d1', [start('d0')]],
        ['d2', [rest()]],
      ],
    ],
    [
      'they only start each other in turn',
      [rest(), start('d1')],
      [['d1', [either([start('d0')], [start('d0')])]]],
    ],
    [
      'the others lead round among themselves',
      [start('d1')],
      [
        ['d1', [start('d2'), start('d2')]],
        ['d2', [start('d1')]],
      ],
    ],
    [
      'the other is for another brand',
      [rest(), start('d1'), start('d1')],
      [['d1', [start('d0')], on({ brands: [id('b1')] })]],
    ],
    [
      'the record has its one run of the other',
      [rest(), start('d1'), start('d1')],
      [['d1', [start('d0')], on({ reentry: 'once-per-record' })]],
    ],
  ])('or do not grow: %s', (what, steps, others) => {
    const trigger = what.includes('brand') ? on({ brands: [id('b2')] }) : on();
    expect(said(steps, others, trigger)).toEqual([]);
  });
});
