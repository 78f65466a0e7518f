import type { Field, Money } from '../catalogue/field.js';
import {
  comparisonsOf,
  isComparison,
  MAX_COMPARISONS,
  MAX_CONDITION_DEPTH,
  membersOf,
  operators,
  type Comparison,
  type Condition,
} from '../conditions/condition.js';
import { isComparableMoment } from '../conditions/compare-moment.js';
import type { Texts } from '../language/language.js';
import { trimBlanks } from '../locale/blanks.js';
import { readCurrency } from '../locale/currencies.js';
import type { ConditionProblemCode } from './condition-messages.js';
import type { ProblemDraftOf } from './problem.js';

type ProblemDraft = ProblemDraftOf<ConditionProblemCode>;

const needsNothing = new Set(['isEmpty', 'isNotEmpty', 'isTrue', 'isFalse']);

/** What is wrong with the comparisons of a condition, given the fields at hand. */
export function conditionProblems(
  condition: Condition,
  fields: ReadonlyMap<string, Field>,
  at: string,
): ProblemDraft[] {
  const beyond = beyondLimits(condition, at);
  if (beyond) return [beyond];
  return [
    ...emptyGroups(condition, at),
    ...comparisonsOf(condition, at).flatMap(({ comparison, path }) =>
      comparisonProblems(comparison, fields, path),
    ),
  ];
}

/** Groups inside groups that hold nothing: "any of none" would silently never hold. The outermost may be empty and means no condition. */
function emptyGroups(condition: Condition, at: string): ProblemDraft[] {
  const key = 'all' in condition ? 'all' : 'any';
  return membersOf(condition).flatMap((member, i) => {
    const path = `${at}/${key}/${i}`;
    if (isComparison(member)) return [];
    return membersOf(member).length === 0
      ? [{ code: 'condition.emptyGroup', path, params: {} }]
      : emptyGroups(member, path);
  });
}

function beyondLimits(condition: Condition, at: string): ProblemDraft | undefined {
  const depth = (one: Condition): number => 1 + Math.max(0, ...membersOf(one).map(depth));
  if (depth(condition) > MAX_CONDITION_DEPTH)
    return { code: 'condition.tooDeep', path: at, params: { limit: MAX_CONDITION_DEPTH } };
  return comparisonsOf(condition).length > MAX_COMPARISONS
    ? { code: 'condition.tooLarge', path: at, params: { limit: MAX_COMPARISONS } }
    : undefined;
}

function comparisonProblems(
  comparison: Comparison,
  fields: ReadonlyMap<string, Field>,
  at: string,
): ProblemDraft[] {
  const field = fields.get(comparison.field);
  if (!field)
    return [{ code: 'condition.unknownField', path: `${at}/field`, params: { field: comparison.field } }];
  const allowed: readonly string[] = operators[field.type];
  if (!allowed.includes(comparison.op)) {
    return [
      {
        code: 'condition.operatorMismatch',
        path: `${at}/op`,
        params: { field: field.path, op: comparison.op, type: field.type },
      },
    ];
  }
  if (needsNothing.has(comparison.op)) return [];
  const params = { field: field.path, op: comparison.op, type: field.type };
  const currency = currencyProblem(field, comparison);
  if (currency)
    return [{ code: 'condition.noCurrency', path: `${at}/value`, params: { ...params, why: currency } }];
  return valueFits(field, comparison)
    ? []
    : [{ code: 'condition.valueMismatch', path: `${at}/value`, params }];
}

/** Money in what is no currency would equal nothing, silently. */
function currencyProblem({ type }: Field, { value }: Comparison): Texts | undefined {
  if (type !== 'money' || typeof value !== 'object' || Array.isArray(value)) return undefined;
  const read = readCurrency((value as Money).currency);
  return read.ok ? undefined : read.message;
}

function valueFits(field: Field, { op, value }: Comparison): boolean {
  if (op === 'isOneOf')
    return Array.isArray(value) && value.every((one) => trimBlanks(one) !== '' && choiceFits(field, one));
  if (op === 'withinNextDays' || op === 'withinLastDays')
    return typeof value === 'number' && value >= 0 && value <= 3_660;
  if (field.type === 'number') return typeof value === 'number' && Number.isFinite(value);
  if (field.type === 'money') return typeof value === 'object' && !Array.isArray(value);
  if (typeof value !== 'string' || trimBlanks(value) === '') return false;
  if (field.type === 'date' || field.type === 'instant') return isComparableMoment(value);
  return choiceFits(field, value);
}

const choiceFits = ({ choices, open }: Field, value: string) =>
  !choices || open || choices.some((choice) => choice.value === value);
