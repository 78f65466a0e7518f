import type { FieldFormat, SectionOperator } from './block-document.js';

/** The types that fields have in the catalogue. */
export type FieldTypeName = 'text' | 'number' | 'money' | 'date' | 'instant' | 'boolean' | 'choice' | 'list';

const cases = ['upper', 'lower', 'capitalize', 'title'] as const;
const dates = ['date:short', 'date:medium', 'date:long', 'date:full'] as const;

/** How a field of each type can be written. */
export const formatsOfType: Readonly<Record<FieldTypeName, readonly FieldFormat[]>> = {
  text: cases,
  choice: cases,
  number: ['number'],
  money: ['money'],
  date: dates,
  instant: [...dates, 'time', 'datetime:short', 'datetime:medium', 'datetime:long', 'datetime:full'],
  boolean: [],
  list: [],
};

const filled = ['isNotEmpty', 'isEmpty'] as const;
const amounts = ['equals', 'lessThan', 'atMost', 'moreThan', 'atLeast', ...filled] as const;

/** What a section can ask about a field of each type. */
export const operatorsOfType: Readonly<Record<FieldTypeName, readonly SectionOperator[]>> = {
  text: ['is', 'isNot', 'isOneOf', 'contains', ...filled],
  choice: ['is', 'isNot', 'isOneOf', ...filled],
  number: amounts,
  money: amounts,
  date: ['before', 'after', ...filled],
  instant: ['before', 'after', ...filled],
  boolean: ['isTrue', 'isFalse', ...filled],
  list: ['includes', 'excludes', ...filled],
};
