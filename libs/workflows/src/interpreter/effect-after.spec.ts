import { describe, expect, it } from '@jest/globals';
import { effectAfter, positionOf, stepAt, type EffectResult, type Plan } from './index.js';

const NOW = '2027-01-01T00:00:00.000Z';
const plan: Plan = {
  steps: [
    {
      id: 'which',
      kind: 'decide',
      paths: [
        { id: 'mail', steps: [{ id: 'first', kind: 'sendMail' }] },
        { id: 'later', steps: [{ id: 'pause', kind: 'wait' }] },
        { id: 'over', steps: [{ id: 'stop', kind: 'end' }] },
        { id: 'otherwise', steps: [] },
      ],
    },
    { id: 'last', kind: 'sendMail' },
  ],
};
const after = (stepId: string, result: EffectResult) => effectAfter(plan, { stepId, visit: 1 }, result, NOW);
const to = (outcome: string) => after('which', { type: 'done', outcome });

describe('the effect after a step', () => {
  it('is the first of the path that was taken', () => {
    expect(to('mail')).toEqual({
      type: 'perform',
      stepId: 'first',
      visit: 1,
      kind: 'sendMail',
      last: false,
    });
  });

  it('is after the decision when the path is empty', () => {
    expect(to('otherwise')).toMatchObject({ stepId: 'last', last: true });
  });

  it.each([
    ['a wait', to('later')],
    ['the end', to('over')],
    ['nothing more', after('last', { type: 'done' })],
    ['a failure', after('which', { type: 'failed', reason: { code: 'failure.value' } })],
    ['a pending send', after('first', { type: 'pending' })],
    ['a step that the plan does not have', after('nowhere', { type: 'done' })],
  ])('is none before %s', (_what, effect) => {
    expect(effect).toBeUndefined();
  });
});

describe('the position of a step', () => {
  it.each(['which', 'first', 'pause', 'stop', 'last'])('leads to %s', (id) => {
    expect(stepAt(plan, positionOf(plan, id)!)?.id).toBe(id);
  });
});
