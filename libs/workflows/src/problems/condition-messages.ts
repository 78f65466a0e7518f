import type { Operator } from '../conditions/condition.js';
import { operatorLabel } from '../conditions/describe.js';
import { fieldIn } from './field-in.js';
import type { ProblemMessages } from './problem.js';

export const conditionMessages = {
  'condition.tooDeep': {
    en: (p) => `Groups may lie ${p['limit']} deep inside each other at most. Simplify the condition.`,
    de: (p) => `Gruppen dürfen höchstens ${p['limit']} tief ineinander liegen. Vereinfache die Bedingung.`,
  },
  'condition.tooLarge': {
    en: (p) => `A condition has at most ${p['limit']} comparisons. Simplify it.`,
    de: (p) => `Eine Bedingung hat höchstens ${p['limit']} Vergleiche. Vereinfache sie.`,
  },
  'condition.emptyGroup': {
    en: () => 'This group is empty. Add a comparison or remove the group.',
    de: () => 'Diese Gruppe ist leer. Füge einen Vergleich hinzu oder entferne die Gruppe.',
  },
  'condition.unknownField': {
    en: (p) => `${fieldIn(p, 'en')} is not known when this workflow starts. Choose another field.`,
    de: (p) => `${fieldIn(p, 'de')} ist nicht bekannt, wenn dieser Ablauf startet. Wähle ein anderes Feld.`,
  },
  'condition.operatorMismatch': {
    en: (p) =>
      `${fieldIn(p, 'en')} cannot be asked whether it "${operatorLabel(p['op'] as Operator, 'en')}". Choose another comparison.`,
    de: (p) =>
      `${fieldIn(p, 'de')} lässt sich nicht mit „${operatorLabel(p['op'] as Operator, 'de')}“ vergleichen. Wähle einen anderen Vergleich.`,
  },
  'condition.noCurrency': { en: (p) => String(p['why']), de: (p) => String(p['why']) },
  'condition.valueMismatch': {
    en: (p) => `Enter what ${fieldIn(p, 'en')} is compared with.`,
    de: (p) => `Gib ein, womit ${fieldIn(p, 'de')} verglichen wird.`,
  },
} as const satisfies ProblemMessages;
export type ConditionProblemCode = keyof typeof conditionMessages;
