import type { Field } from '../catalogue/field.js';
import { comparisonsOf, operators, type Comparison, type Condition } from '../conditions/condition.js';
import type { ProblemDraft } from '../kinds/kind.js';

const needsNothing = new Set(['isEmpty', 'isNotEmpty', 'isTrue', 'isFalse']);

/** What is wrong with the comparisons of a condition, given the fields at hand. */
export function conditionProblems(
  condition: Condition,
  fields: ReadonlyMap<string, Field>,
  at: string,
): ProblemDraft[] {
  return comparisonsOf(condition, at).flatMap(({ comparison, path }) =>
    comparisonProblems(comparison, fields, path),
  );
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
  return valueFits(field, comparison)
    ? []
    : [{ code: 'condition.valueMismatch', path: `${at}/value`, params }];
}

function valueFits(field: Field, { op, value }: Comparison): boolean {
  if (op === 'isOneOf') return Array.isArray(value) && value.every((one) => choiceFits(field, one));
  if (op === 'withinNextDays' || op === 'withinLastDays')
    return typeof value === 'number' && value >= 0 && value <= 3_660;
  if (field.type === 'number') return typeof value === 'number' && Number.isFinite(value);
  if (field.type === 'money') return typeof value === 'object' && !Array.isArray(value);
  if (typeof value !== 'string' || value === '') return false;
  if (field.type === 'date' || field.type === 'instant') return !Number.isNaN(Date.parse(value));
  return choiceFits(field, value);
}

const choiceFits = ({ choices, open }: Field, value: string) =>
  !choices || open || choices.some((choice) => choice.value === value);
