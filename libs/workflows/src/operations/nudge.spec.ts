import { describe, expect, it } from '@jest/globals';
import { blankDefinition, type Definition } from '../definition/definition.js';
import type { Step } from '../kinds/step.js';
import { walk } from '../definition/walk.js';
import { applyOperation } from './apply.js';
import { nudgeOperation, describePosition } from './nudge.js';

const wait = (id: string): Step => ({ id, kind: 'wait', for: { amount: 1, unit: 'days' } });
const end = (id: string): Step => ({ id, kind: 'end' });
const definition: Definition = {
  ...blankDefinition(),
  steps: [
    wait('a'),
    {
      id: 'b',
      kind: 'decide',
      paths: [
        { id: 'yes', name: 'Wedding', steps: [wait('c'), wait('d')] },
        { id: 'otherwise', steps: [wait('e'), end('f')] },
      ],
    },
    wait('g'),
  ],
};

function moved(stepId: string, direction: 'up' | 'down'): string | undefined {
  const operation = nudgeOperation(definition, stepId, direction);
  if (!operation) return undefined;
  const applied = applyOperation(definition, operation);
  if (!applied.ok) throw new Error(applied.refusal);
  const order = [...walk(applied.definition.steps)].map(
    ({ step, depth }) => `${'>'.repeat(depth)}${step.id}`,
  );
  return `${order.join(' ')}`;
}

describe('moving a step by one place', () => {
  it('swaps it with its neighbour, paths and all', () => {
    expect(moved('d', 'up')).toBe('a b >d >c >e >f g');
    expect(moved('a', 'down')).toBe('b >c >d >e >f a g');
    expect(moved('g', 'up')).toBe('a g b >c >d >e >f');
  });

  it('takes it out of its path at the path’s ends', () => {
    expect(moved('c', 'up')).toBe('a c b >d >e >f g');
    expect(moved('d', 'down')).toBe('a b >c >e >f d g');
  });

  it('stops at the ends of the workflow, and lets nothing pass an end', () => {
    expect(moved('a', 'up')).toBeUndefined();
    expect(moved('g', 'down')).toBeUndefined();
    expect(moved('e', 'down')).toBeUndefined();
    expect(moved('f', 'up')).toBeUndefined();
    expect(moved('f', 'down')).toBeUndefined();
    expect(moved('nowhere', 'up')).toBeUndefined();
  });

  it('says where the step stands', () => {
    expect(describePosition(definition, 'd')).toBe('Step 2 of 2 on the path Wedding');
    expect(describePosition(definition, 'e')).toBe('Step 1 of 2 on the path Otherwise');
    expect(describePosition(definition, 'g')).toBe('Step 3 of 3');
  });
});
