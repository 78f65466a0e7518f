import type { Texts } from '../language/language.js';
import type { Operator } from './condition.js';

/** What stands between a field and what it is compared with. */
export const operatorTexts: Readonly<Record<Operator, Texts>> = {
  is: { en: 'is', de: 'ist' },
  isNot: { en: 'is not', de: 'ist nicht' },
  isOneOf: { en: 'is one of', de: 'ist eins von' },
  contains: { en: 'contains', de: 'enthält' },
  startsWith: { en: 'starts with', de: 'beginnt mit' },
  isEmpty: { en: 'is empty', de: 'ist leer' },
  isNotEmpty: { en: 'is not empty', de: 'ist nicht leer' },
  equals: { en: 'is exactly', de: 'ist genau' },
  lessThan: { en: 'is less than', de: 'ist kleiner als' },
  atMost: { en: 'is at most', de: 'ist höchstens' },
  moreThan: { en: 'is more than', de: 'ist größer als' },
  atLeast: { en: 'is at least', de: 'ist mindestens' },
  before: { en: 'is before', de: 'liegt vor' },
  after: { en: 'is after', de: 'liegt nach' },
  withinNextDays: { en: 'is within the next', de: 'liegt in den nächsten' },
  withinLastDays: { en: 'is within the last', de: 'liegt in den letzten' },
  isTrue: { en: 'is yes', de: 'ist ja' },
  isFalse: { en: 'is no', de: 'ist nein' },
  includes: { en: 'includes', de: 'umfasst' },
  excludes: { en: 'does not include', de: 'umfasst nicht' },
};
