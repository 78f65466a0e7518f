import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkDefinition, parseDefinition } from '../analysis/index.js';
import { blankDefinition, walk, type Definition } from '../definition/index.js';
import { kinds, stepKinds } from '../kinds/index.js';
import {
  allowedAt,
  applyOperation,
  duplicateOperation,
  freshStepId,
  operationSchema,
  type Operation,
  type Slot,
} from './index.js';
import { anyPicks, operationFor } from './some-operation.fixture.js';
import { apply, insert, inside, trunk } from './slots.fixture.js';

const ids = (definition: Definition) => [...walk(definition.steps)].map(({ step }) => step.id);

/** which -> yes: [pause] / otherwise: [], then mail */
const example = apply(
  blankDefinition(),
  insert(kinds.decide.defaults('which'), trunk(0)),
  insert(kinds.sendMail.defaults('mail'), trunk(1)),
  insert(kinds.wait.defaults('pause'), inside('which', 'yes')),
);

describe('applyOperation', () => {
  it('puts, moves, wraps, duplicates and removes steps', () => {
    const moved = apply(example, { type: 'moveStep', stepId: 'mail', to: inside('which', 'yes', 0) });
    expect(ids(moved)).toEqual(['which', 'mail', 'pause']);
    const decide = kinds.decide.defaults('again');
    const wrapped = apply(moved, { type: 'wrapInDecide', stepId: 'pause', decide, pathId: 'yes' });
    expect(ids(wrapped)).toEqual(['which', 'mail', 'again', 'pause']);
    const twice = apply(wrapped, duplicateOperation(wrapped, 'which')!);
    expect(ids(twice)).toHaveLength(8);
    expect(new Set(ids(twice)).size).toBe(8);
    expect(ids(apply(twice, { type: 'removeStep', stepId: 'which' }))).toHaveLength(4);
  });

  it('changes settings and names, and takes them away', () => {
    const named = apply(example, {
      type: 'updateStep',
      stepId: 'mail',
      set: { name: 'Hello', category: 'marketing' },
    });
    expect(named.steps[1]).toMatchObject({ name: 'Hello', category: 'marketing' });
    const bare = apply(named, { type: 'updateStep', stepId: 'mail', set: {}, unset: ['name'] });
    expect(bare.steps[1]).not.toHaveProperty('name');
  });

  it.each<[string, Operation]>([
    ['noSuchStep', { type: 'removeStep', stepId: 'nowhere' }],
    ['noSuchPlace', insert(kinds.end.defaults('e'), trunk(9))],
    ['noSuchPlace', insert(kinds.end.defaults('e'), inside('which', 'nowhere'))],
    ['idTaken', insert(kinds.end.defaults('mail'), trunk(0))],
    ['intoItself', { type: 'moveStep', stepId: 'which', to: inside('which', 'otherwise') }],
    ['wrongSettings', { type: 'updateStep', stepId: 'mail', set: { id: 'other' } }],
    ['wrongSettings', { type: 'updateStep', stepId: 'mail', set: { kind: 'wait' } }],
    ['wrongSettings', { type: 'updateStep', stepId: 'mail', set: { colour: 'red' } }],
    ['wrongSettings', { type: 'updateStep', stepId: 'mail', set: { category: 'spam' } }],
    ['wrongSettings', { type: 'updateStep', stepId: 'mail', set: {}, unset: ['to'] }],
    ['wrongSettings', { type: 'updateStep', stepId: 'mail', set: { constructor: 1 } }],
    ['notAPathStep', { type: 'addPath', stepId: 'mail', index: 0, path: { id: 'no', steps: [] } }],
    ['noSuchPlace', { type: 'addPath', stepId: 'which', index: 2, path: { id: 'no', steps: [] } }],
    ['idTaken', { type: 'addPath', stepId: 'which', index: 0, path: { id: 'yes', steps: [] } }],
    ['otherwiseStays', { type: 'removePath', stepId: 'which', pathId: 'otherwise' }],
    ['otherwiseStays', { type: 'movePath', stepId: 'which', pathId: 'yes', index: 1 }],
    ['noSuchPath', { type: 'updatePath', stepId: 'which', pathId: 'nowhere', name: 'x' }],
  ])('answers %s instead of spoiling the definition: %j', (refusal, operation) => {
    expect(applyOperation(example, operation)).toEqual({ ok: false, refusal });
  });

  it('takes a removed path back with all its steps', () => {
    const applied = applyOperation(example, { type: 'removePath', stepId: 'which', pathId: 'yes' });
    if (!applied.ok) throw new Error(applied.refusal);
    expect(ids(applied.definition)).toEqual(['which', 'mail']);
    expect(apply(applied.definition, applied.inverse)).toEqual(example);
  });

  it('gives, for any edits, an inverse that takes each back to the very same document', () => {
    const tally = new Set<string>();
    fc.assert(
      fc.property(anyPicks, (picks) => {
        let current = example;
        const undo: { before: string; inverse: Operation }[] = [];
        for (const pick of picks) {
          const operation = operationFor(current, pick);
          expect(operationSchema.safeParse(operation).error).toBeUndefined();
          const before = JSON.stringify(current);
          const applied = applyOperation(current, operation);
          expect(JSON.stringify(current)).toBe(before);
          if (!applied.ok) continue;
          tally.add(operation.type);
          undo.push({ before, inverse: applied.inverse });
          current = applied.definition;
          expect(new Set(ids(current)).size).toBe(ids(current).length);
          expect(parseDefinition(JSON.parse(JSON.stringify(current))).ok).toBe(true);
        }
        for (const { before, inverse } of undo.reverse()) {
          expect(operationSchema.safeParse(inverse).error).toBeUndefined();
          current = apply(current, inverse);
          expect(JSON.stringify(current)).toBe(before);
        }
      }),
      { numRuns: 300 },
    );
    expect(tally.size).toBe(operationSchema.options.length);
  });
});

describe('allowedAt', () => {
  it('offers every kind at the end of a sequence, and no end before other steps', () => {
    expect(allowedAt(example, trunk(2))).toEqual(stepKinds);
    expect(allowedAt(example, trunk(0))).not.toContain('end');
    expect(allowedAt(example, inside('which', 'otherwise'))).toEqual(stepKinds);
  });

  it('offers nothing after an end, nor at a place that is none', () => {
    const ended = apply(example, insert(kinds.end.defaults('over'), trunk(2)));
    expect(allowedAt(ended, trunk(3))).toEqual([]);
    expect(allowedAt(ended, trunk(9))).toEqual([]);
    expect(allowedAt(ended, inside('nowhere', 'yes'))).toEqual([]);
  });

  it('offers only what the checks then have nothing structural against', () => {
    for (const { step, parent, index } of walk(example.steps)) {
      const slot: Slot = { parent: parent && { stepId: parent.step.id, pathId: parent.path.id }, index };
      for (const kind of allowedAt(example, slot)) {
        const grown = apply(example, insert(kinds[kind].defaults(freshStepId(example, kind)), slot));
        const codes = checkDefinition(grown).map(({ code }) => code);
        expect(codes.filter((code) => /^(step|path|definition)\./.test(code))).toEqual([]);
        expect(step).toBeDefined();
      }
    }
  });
});
