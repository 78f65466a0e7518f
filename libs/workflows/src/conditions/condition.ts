import { z } from 'zod';
import type { FieldType } from '../catalogue/field.js';

/** Operators per field type; a comparison with any other is a problem, not a false. */
export const operators = {
  text: ['is', 'isNot', 'isOneOf', 'contains', 'startsWith', 'isEmpty', 'isNotEmpty'],
  choice: ['is', 'isNot', 'isOneOf', 'isEmpty', 'isNotEmpty'],
  number: ['equals', 'lessThan', 'atMost', 'moreThan', 'atLeast', 'isEmpty', 'isNotEmpty'],
  money: ['equals', 'lessThan', 'atMost', 'moreThan', 'atLeast', 'isEmpty', 'isNotEmpty'],
  date: ['before', 'after', 'withinNextDays', 'withinLastDays', 'isEmpty', 'isNotEmpty'],
  instant: ['before', 'after', 'withinNextDays', 'withinLastDays', 'isEmpty', 'isNotEmpty'],
  boolean: ['isTrue', 'isFalse', 'isEmpty', 'isNotEmpty'],
  list: ['includes', 'excludes', 'isEmpty', 'isNotEmpty'],
} as const satisfies Record<FieldType, readonly string[]>;

export type Operator = (typeof operators)[FieldType][number];

const negations: readonly Operator[] = ['isNot', 'excludes'];
/** Whether an operator says what a value is not. It then holds over an empty value too: no tag is not the tag "vip". */
export const isNegation = (op: Operator): boolean => negations.includes(op);

const everyOperator = [...new Set(Object.values(operators).flat())] as [Operator, ...Operator[]];

const text = z.string().max(1_000);
const operand = z.union([
  text,
  z.number(),
  z.strictObject({ amountMinor: z.int(), currency: z.string().regex(/^[A-Z]{3}$/) }),
  z.array(text).min(1).max(100),
]);

export interface Comparison {
  readonly field: string;
  readonly op: Operator;
  /** Absent for the operators that compare with nothing: isEmpty, isNotEmpty, isTrue, isFalse. */
  readonly value?: z.infer<typeof operand>;
}
export type Condition =
  { readonly all: readonly Condition[] } | { readonly any: readonly Condition[] } | Comparison;

/** Deeper or longer conditions are refused: nobody can read them, and each comparison is traced. */
export const MAX_CONDITION_DEPTH = 6;
export const MAX_COMPARISONS = 200;

const comparisonSchema: z.ZodType<Comparison> = z.strictObject({
  field: z.string().min(1).max(80),
  op: z.enum(everyOperator),
  value: operand.optional(),
});

const group = () => z.array(conditionSchema).max(50);

/** Groups may be empty while an owner edits; an empty `all` holds, an empty `any` does not. */
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([z.strictObject({ all: group() }), z.strictObject({ any: group() }), comparisonSchema]),
);

export const isComparison = (condition: Condition): condition is Comparison => 'field' in condition;
export const membersOf = (condition: Condition): readonly Condition[] =>
  'all' in condition ? condition.all : 'any' in condition ? condition.any : [];

/** Every comparison of a condition, with its place as a JSON pointer below `at`. */
export function comparisonsOf(condition: Condition, at = ''): { comparison: Comparison; path: string }[] {
  if (isComparison(condition)) return [{ comparison: condition, path: at }];
  const key = 'all' in condition ? 'all' : 'any';
  return membersOf(condition).flatMap((member, i) => comparisonsOf(member, `${at}/${key}/${i}`));
}
