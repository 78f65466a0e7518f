import type { Facts, FactValue } from '../catalogue/field.js';
import { isComparison, membersOf, type Condition } from './condition.js';
import { evaluate } from './evaluate.js';

/** What a condition comes to when only some facts are known, by path; undefined where it depends on others. Facts of the clock are not known. */
export function asFarAsKnown(
  condition: Condition,
  known: ReadonlyMap<string, FactValue>,
): boolean | undefined {
  if (isComparison(condition)) {
    const value = known.get(condition.field);
    if (value === undefined) return undefined;
    const [record, key] = condition.field.split('.') as [string, string];
    const facts: Facts = { [record]: { [key]: value } };
    return evaluate(condition, facts, '1970-01-01T00:00:00.000Z').result;
  }
  const members = membersOf(condition).map((member) => asFarAsKnown(member, known));
  const decisive = 'any' in condition;
  if (members.includes(decisive)) return decisive;
  return members.includes(undefined) ? undefined : !decisive;
}
