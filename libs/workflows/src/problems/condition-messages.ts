import type { Operator } from '../conditions/condition.js';
import { operatorLabel } from '../conditions/describe.js';
import { fieldIn } from './field-in.js';
import type { ProblemMessages } from './problem.js';

export const conditionMessages = {
  'condition.tooDeep': (p) =>
    `Groups may lie ${p['limit']} deep inside each other at most. Simplify the condition.`,
  'condition.tooLarge': (p) => `A condition has at most ${p['limit']} comparisons. Simplify it.`,
  'condition.emptyGroup': () => 'This group is empty. Add a comparison or remove the group.',
  'condition.unknownField': (p) =>
    `${fieldIn(p)} is not known when this workflow starts. Choose another field.`,
  'condition.operatorMismatch': (p) =>
    `${fieldIn(p)} cannot be asked whether it "${operatorLabel(p['op'] as Operator)}". Choose another comparison.`,
  'condition.noCurrency': (p) => String(p['why']),
  'condition.valueMismatch': (p) => `Enter what ${fieldIn(p)} is compared with.`,
} as const satisfies ProblemMessages;
export type ConditionProblemCode = keyof typeof conditionMessages;
