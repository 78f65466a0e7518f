import type { StepBase } from '../../definition/step.js';
import { durationSchema, type WaitDuration } from '../../timing/duration.js';
import { durationWords } from '../../timing/words.js';
import type { Kind } from '../kind.js';

export interface WaitStep extends StepBase {
  readonly kind: 'wait';
  readonly for: WaitDuration;
}

export const wait: Kind<'wait'> = {
  kind: 'wait',
  label: 'Wait',
  hint: 'Let some time pass before the next step',
  config: { for: durationSchema },
  outcomes: false,
  defaults: (id) => ({ id, kind: 'wait', for: { amount: 1, unit: 'days' } }),
  summary: (step) => (step.for.amount === 0 ? 'Go on immediately' : `Wait ${durationWords(step.for)}`),
  problems: (step) =>
    step.for.amount === 0
      ? [{ code: 'wait.noTime', severity: 'warning', path: '/for/amount', params: {} }]
      : [],
};
