import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blankDefinition, walk } from '../definition/index.js';
import { initialState, planOf, positionOf, migrateState } from '../interpreter/index.js';
import { kinds } from '../kinds/index.js';
import { applyOperation } from '../operations/index.js';
import { anyPicks, operationFor } from '../operations/some-operation.fixture.js';
import { explainStepTarget, stepTarget } from './index.js';

const definition = {
  ...blankDefinition(),
  steps: [
    kinds.wait.defaults('pause'),
    {
      ...kinds.decide.defaults('which'),
      paths: [
        { id: 'yes', name: 'Yes', when: { all: [] }, steps: [kinds.wait.defaults('inner')] },
        { id: 'otherwise', steps: [] },
      ],
    },
    kinds.sendMail.defaults('mail'),
  ],
};
const from = planOf(definition);
const at = (stepId: string | null, underWay = false) => ({ stepId, underWay });

describe('where a run would land in another version', () => {
  it('is the same step, wherever it is there', () => {
    const to = planOf({ steps: [definition.steps[2]!, kinds.wait.defaults('inner')] });
    expect(stepTarget(from, to, at('inner'))).toEqual({ type: 'there', stepId: 'inner' });
  });

  it('is nowhere when the step is gone, or is of another kind', () => {
    const to = planOf({ steps: [kinds.end.defaults('pause')] });
    const gone = stepTarget(from, to, at('inner'));
    expect(gone).toEqual({ type: 'refused', code: 'migration.stepRemoved', params: {} });
    expect(explainStepTarget(gone, 'en')).toBe(
      'The new version has no such step: it stays with its version.',
    );
    const other = stepTarget(from, to, at('pause'));
    expect(other).toEqual({
      type: 'refused',
      code: 'migration.kindChanged',
      params: { was: 'wait', is: 'end' },
    });
    expect(explainStepTarget(other, 'en')).toBe(
      'The step was “Wait” and is “End” now: it stays with its version.',
    );
  });

  it('is known when what is under way is over, and not before the run has begun', () => {
    expect(stepTarget(from, from, at('mail', true))).toEqual({ type: 'afterwards', stepId: 'mail' });
    expect(stepTarget(from, from, at(null))).toMatchObject({ type: 'refused', code: 'migration.notBegun' });
  });

  it('says what the interpreter then does, for any edits', () => {
    fc.assert(
      fc.property(anyPicks, (picks) => {
        const after = picks.reduce(
          (current, pick) => {
            const applied = applyOperation(current, operationFor(current, pick));
            return applied.ok ? applied.definition : current;
          },
          definition as ReturnType<typeof blankDefinition>,
        );
        const to = planOf(after);
        for (const { step } of walk(definition.steps)) {
          const position = positionOf(from, step.id)!;
          const sleeping = { stepId: step.id, visit: 1, phase: 'sleeping' } as const;
          const migrated = migrateState(from, to, { ...initialState(), position, at: sleeping });
          const landed = stepTarget(from, to, at(step.id));
          expect(landed.type === 'there').toBe(migrated.type === 'migrated');
          expect(explainStepTarget(landed, 'en')).toMatch(/^\S.+\.$/);
        }
      }),
      { numRuns: 150 },
    );
  });
});
