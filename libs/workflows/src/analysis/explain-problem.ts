import type { ProblemOf, ProblemMessage } from '../problems/problem.js';
import { problemMessages } from './problem.js';

const messages: Readonly<Record<string, ProblemMessage>> = problemMessages;

/** What is wrong and how to fix it, in an owner's language. A code from elsewhere that is not known here stands for itself. */
export function explainProblem({ code, params }: Pick<ProblemOf<string>, 'code' | 'params'>): string {
  return Object.hasOwn(messages, code) ? messages[code]!(params) : code;
}

export const explainedCodes: readonly string[] = Object.keys(problemMessages);
