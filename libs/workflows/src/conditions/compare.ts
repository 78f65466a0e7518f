import type { FactValue, FieldType, Money } from '../catalogue/field.js';
import { trimBlanks } from '../locale/blanks.js';
import { foldText as fold } from '../locale/fold-text.js';
import type { Comparison, Operator } from './condition.js';
import { compareMoment, type Clock } from './compare-moment.js';
import type { Outcome } from './outcome.js';

export const isEmptyValue = (value: FactValue | undefined): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' && trimBlanks(value) === '') ||
  (Array.isArray(value) && value.length === 0);

/**
 * Compares one fact. An empty value satisfies isEmpty; of whatever else, that it is empty is the answer. Text is compared by `foldText`: as a reader would, without regard to case.
 * @param clock for the comparisons of dates and instants
 */
export function compare(
  type: FieldType,
  actual: FactValue | undefined,
  comparison: Comparison,
  clock: Clock,
): Outcome {
  if (comparison.op === 'isEmpty') return isEmptyValue(actual);
  if (comparison.op === 'isNotEmpty') return !isEmptyValue(actual);
  if (isEmptyValue(actual)) return 'empty';
  const { op, value } = comparison;
  if (type === 'money') return compareMoney(op, actual as Money, value);
  if (type === 'number')
    return typeof value === 'number' ? ordered(op, actual as number, value) : 'wrongType';
  if (type === 'boolean') return op === 'isTrue' ? actual === true : actual === false;
  if (type === 'list') return compareList(op, actual, value);
  if (typeof actual !== 'string') return 'wrongType';
  if (type === 'date' || type === 'instant') return compareMoment(op, actual, value, clock);
  return compareText(op, actual, value);
}

function compareText(op: Operator, actual: string, value: Comparison['value']): Outcome {
  if (op === 'isOneOf')
    return Array.isArray(value) ? value.some((one) => fold(one) === fold(actual)) : 'wrongType';
  if (typeof value !== 'string') return 'wrongType';
  if (op === 'is') return fold(actual) === fold(value);
  if (op === 'isNot') return fold(actual) !== fold(value);
  // Every text holds the empty one: a value that shows as nothing would match all.
  if (fold(value) === '') return false;
  if (op === 'contains') return fold(actual).includes(fold(value));
  return op === 'startsWith' ? fold(actual).startsWith(fold(value)) : 'wrongType';
}

const isList = (list: unknown): list is readonly string[] => Array.isArray(list);

function compareList(op: Operator, actual: FactValue | undefined, value: Comparison['value']): Outcome {
  if (typeof value !== 'string' || !isList(actual)) return 'wrongType';
  const present = actual.some((one) => fold(one) === fold(value));
  return op === 'includes' ? present : !present;
}

function compareMoney(op: Operator, actual: Money, value: Comparison['value']): Outcome {
  if (typeof value !== 'object' || Array.isArray(value)) return 'wrongType';
  const other = value as Money;
  return other.currency === actual.currency
    ? ordered(op, actual.amountMinor, other.amountMinor)
    : 'otherCurrency';
}

function ordered(op: Operator, actual: number, other: number): Outcome {
  if (op === 'equals') return actual === other;
  if (op === 'lessThan') return actual < other;
  if (op === 'atMost') return actual <= other;
  if (op === 'moreThan') return actual > other;
  return op === 'atLeast' ? actual >= other : 'wrongType';
}
