import { describe, expect, it } from '@jest/globals';
import type { Step } from '@cueline/workflows';
import { layoutOf, type Item } from './layout.js';

const wait = (id: string): Step => ({ id, kind: 'wait', for: { amount: 1, unit: 'days' } });
const end = (id: string): Step => ({ id, kind: 'end' });
const decide = (id: string, ...paths: Step[][]): Step => ({
  id,
  kind: 'decide',
  paths: paths.map((steps, i) => ({ id: i === paths.length - 1 ? 'otherwise' : `p${i}`, steps })),
});
const content = (step: Step) => ({ title: `Step ${step.id}`, detail: '' });
const trigger = { title: 'When a booking is created', detail: '' };
const layout = (steps: Step[], how = content) =>
  layoutOf({ steps, content: how, trigger }, (text) => text.length * 8);

function overlapping(items: readonly Item[]): string[] {
  return items.flatMap((a, i) =>
    items
      .slice(i + 1)
      .filter(
        (b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height,
      )
      .map((b) => `${a.id} over ${b.id}`),
  );
}

const nested = [
  wait('a'),
  decide('b', [wait('c'), decide('d', [wait('e')], [wait('f')], [])], [decide('g', [end('h')], [])]),
  wait('i'),
];

describe('the layout', () => {
  it('never lets two boxes overlap, however long the words are', () => {
    const long = (step: Step) => ({ title: `Step ${step.id} `.repeat(12), detail: 'and more '.repeat(8) });
    expect(overlapping(layout(nested).items)).toEqual([]);
    expect(overlapping(layout(nested, long).items)).toEqual([]);
  });

  it('has a place for a new step before each step and at the end of every path, but none after an end', () => {
    const slots = (steps: Step[]) =>
      layout(steps).items.flatMap((item) => (item.type === 'slot' ? [item.id] : []));
    expect(slots([])).toEqual(['slot:trunk:0']);
    expect(slots([decide('a', [wait('b')], []), end('c')])).toEqual([
      'slot:trunk:0',
      'slot:a/p0:0',
      'slot:a/p0:1',
      'slot:a/otherwise:0',
      'slot:trunk:1',
    ]);
  });

  it('joins the paths that do not end after their step', () => {
    const { lines } = layout([decide('a', [end('b')], []), wait('c')]);
    expect(lines.filter(({ to }) => to === 'slot:trunk:1').map(({ from }) => from)).toEqual([
      'slot:a/otherwise:0',
    ]);
  });

  it('puts every path of a step beside the others, all inside the width', () => {
    const { items, width } = layout(nested);
    expect(Math.min(...items.map(({ x }) => x))).toBeGreaterThanOrEqual(0);
    expect(Math.max(...items.map((item) => item.x + item.width))).toBeLessThanOrEqual(width);
  });

  it('is quick with 300 steps', () => {
    const many = Array.from({ length: 100 }, (_, i) => decide(`d${i}`, [wait(`w${i}`)], [wait(`v${i}`)]));
    expect(layout(many).items.filter(({ type }) => type === 'step')).toHaveLength(300);
  });
});
