import { isTexts, type Language } from '../language/language.js';
import type { ProblemMessage, ProblemOf, ProblemParams, SpokenParams } from '../problems/problem.js';
import { problemMessages } from './problem.js';

const messages: Readonly<Record<string, ProblemMessage>> = problemMessages;

/** What is wrong and how to fix it, for an owner. A code from elsewhere that is not known here stands for itself. */
export function explainProblem(
  { code, params }: Pick<ProblemOf<string>, 'code' | 'params'>,
  language: Language,
): string {
  return Object.hasOwn(messages, code) ? messages[code]![language](spoken(params, language)) : code;
}

const spoken = (params: ProblemParams, language: Language): SpokenParams =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, isTexts(value) ? value[language] : value]),
  );

export const explainedCodes: readonly string[] = Object.keys(problemMessages);
