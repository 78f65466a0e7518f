import type { FactValue, Money } from '../catalogue/field.js';
import { fieldOf } from '../catalogue/records.js';
import { formatMoney } from '../locale/money.js';
import { describeMoment } from '../timing/describe.js';
import { isComparison, membersOf, type Comparison, type Condition, type Operator } from './condition.js';
import type { Trace } from './evaluate.js';

const operatorLabels: Record<Operator, string> = {
  is: 'is',
  isNot: 'is not',
  isOneOf: 'is one of',
  contains: 'contains',
  startsWith: 'starts with',
  isEmpty: 'is empty',
  isNotEmpty: 'is not empty',
  equals: 'is exactly',
  lessThan: 'is less than',
  atMost: 'is at most',
  moreThan: 'is more than',
  atLeast: 'is at least',
  before: 'is before',
  after: 'is after',
  withinNextDays: 'is within the next',
  withinLastDays: 'is within the last',
  isTrue: 'is yes',
  isFalse: 'is no',
  includes: 'includes',
  excludes: 'does not include',
};

/** `Client: First name` */
export function describeField(path: string): string {
  const field = fieldOf(path);
  const [record = ''] = path.split('.');
  return field ? `${record[0]!.toUpperCase()}${record.slice(1)} ${field.label.toLowerCase()}` : `"${path}"`;
}

export const operatorLabel = (op: Operator): string => operatorLabels[op];

export function describeValue(value: FactValue | undefined, path?: string): string {
  if (value === null || value === undefined || value === '') return 'empty';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value))
    return value.map((one) => describeChoice(one as string, path)).join(', ') || 'empty';
  if (typeof value === 'object') return formatMoney(value as Money, 'en');
  if (typeof value !== 'string') return String(value);
  const type = path ? fieldOf(path)?.type : undefined;
  return type === 'date' || type === 'instant' ? describeMoment(value) : describeChoice(value, path);
}

const describeChoice = (value: string, path?: string) =>
  (path && fieldOf(path)?.choices?.find((choice) => choice.value === value)?.label) || value;

/** "Inquiry kind of session is empty, so it is not Wedding" */
const describeMatchOfEmpty = ({ field, op, value }: Comparison): string =>
  `${describeField(field)} is empty, so it ${operatorLabels[op]} ${describeValue(value, field)}`;

export function describeComparison({ field, op, value }: Comparison): string {
  const inDays = op === 'withinNextDays' || op === 'withinLastDays';
  const days = inDays ? (value === 1 ? ' day' : ' days') : '';
  const operand = value === undefined ? '' : ` ${describeValue(value, field)}${days}`;
  return `${describeField(field)} ${operatorLabels[op]}${operand}`;
}

/** One sentence part: "Booking kind is Wedding and Client tags includes vip". */
export function describeCondition(condition: Condition): string {
  if (isComparison(condition)) return describeComparison(condition);
  const members = membersOf(condition);
  if (members.length === 0) return 'all' in condition ? 'always' : 'never';
  const joined = members.map((member) =>
    isComparison(member) ? describeCondition(member) : `(${describeCondition(member)})`,
  );
  return joined.join('all' in condition ? ' and ' : ' or ');
}

const obstacleMessages = {
  empty: 'it is empty',
  otherCurrency: 'it is in another currency',
  wrongType: 'the two cannot be compared',
  unknownField: 'there is no such field',
} as const;

/** What was seen, comparison by comparison: "Booking kind is Wedding: no, it is Portrait". */
export function describeTrace(trace: Trace): readonly string[] {
  if ('members' in trace) return trace.members.flatMap(describeTrace);
  if (trace.result && trace.obstacle === 'empty') return [describeMatchOfEmpty(trace.comparison)];
  const seen = `it is ${describeValue(trace.actual, trace.comparison.field)}`;
  const obstacle = trace.obstacle && obstacleMessages[trace.obstacle];
  return [`${describeComparison(trace.comparison)}: ${trace.result ? 'yes' : 'no'}, ${obstacle ?? seen}`];
}
