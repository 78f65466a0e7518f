import type { Field } from '../catalogue/field.js';
import { fieldIn } from './field-in.js';
import type { ProblemDraftOf, ProblemMessages } from './problem.js';

export const dateMessages = {
  'date.unknownField': {
    en: (p) =>
      `${fieldIn(p, 'en')} is not known when this workflow starts. Choose another date to count from.`,
    de: (p) =>
      `${fieldIn(p, 'de')} ist nicht bekannt, wenn dieser Ablauf startet. Wähle ein anderes Datum, von dem aus gezählt wird.`,
  },
  'date.notADate': {
    en: (p) => `${fieldIn(p, 'en')} is no date. Choose a date to count from.`,
    de: (p) => `${fieldIn(p, 'de')} ist kein Datum. Wähle eines, von dem aus gezählt wird.`,
  },
  'date.mayBeEmpty': {
    en: (p) => `${fieldIn(p, 'en')} may be empty. A run without it waits here until somebody enters it.`,
    de: (p) =>
      `${fieldIn(p, 'de')} kann leer sein. Ein Durchlauf ohne diese Angabe wartet hier, bis jemand sie einträgt.`,
  },
} as const satisfies ProblemMessages;
export type DateProblemCode = keyof typeof dateMessages;

/** What is wrong with the date that a moment is counted from; undefined when nothing is. */
export function anchorProblem(
  anchor: string,
  fields: ReadonlyMap<string, Field>,
  path: string,
): ProblemDraftOf<DateProblemCode> | undefined {
  const field = fields.get(anchor);
  const at = `${path}/anchor`;
  const params = { field: anchor };
  if (!field) return { code: 'date.unknownField', severity: 'error', path: at, params };
  if (field.type !== 'date' && field.type !== 'instant')
    return { code: 'date.notADate', severity: 'error', path: at, params };
  return field.mayBeEmpty ? { code: 'date.mayBeEmpty', severity: 'warning', path: at, params } : undefined;
}
