import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blankDefinition, walk } from '../definition/index.js';
import { initialState, planOf, positionOf, relocate } from '../interpreter/index.js';
import { kinds } from '../kinds/index.js';
import { applyOperation } from '../operations/index.js';
import { anyPicks, operationFor } from '../operations/some-operation.fixture.js';
import { explainLanding, landing } from './index.js';

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
  it('is the same step, wherever it stands there', () => {
    const to = planOf({ steps: [definition.steps[2]!, kinds.wait.defaults('inner')] });
    expect(landing(from, to, at('inner'))).toEqual({ type: 'there', stepId: 'inner' });
  });

  it('is nowhere when the step is gone, or is of another kind', () => {
    const to = planOf({ steps: [kinds.end.defaults('pause')] });
    const gone = landing(from, to, at('inner'));
    expect(gone).toEqual({ type: 'refused', code: 'landing.stepRemoved', params: {} });
    expect(explainLanding(gone)).toBe('The new version has no such step: it stays with its version.');
    const other = landing(from, to, at('pause'));
    expect(other).toEqual({
      type: 'refused',
      code: 'landing.kindChanged',
      params: { was: 'wait', is: 'end' },
    });
    expect(explainLanding(other)).toBe('The step was “Wait” and is “End” now: it stays with its version.');
  });

  it('is known when what is under way is over, and not before the run has begun', () => {
    expect(landing(from, from, at('mail', true))).toEqual({ type: 'afterwards', stepId: 'mail' });
    expect(landing(from, from, at(null))).toMatchObject({ type: 'refused', code: 'landing.notBegun' });
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
          const standing = { stepId: step.id, visit: 1, phase: 'sleeping' } as const;
          const moved = relocate(from, to, { ...initialState(), position, at: standing });
          const landed = landing(from, to, at(step.id));
          expect(landed.type === 'there').toBe(moved.type === 'moved');
          expect(explainLanding(landed)).toMatch(/^\S.+\.$/);
        }
      }),
      { numRuns: 150 },
    );
  });
});
