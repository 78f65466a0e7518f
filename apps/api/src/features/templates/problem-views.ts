import { replyLanguage } from '../../platform/language/reply-language.js';
import type { FoundProblem, ProblemView } from './template-problems.js';

/** Problems as their reader is told them. */
export const problemViews = (problems: readonly FoundProblem[]): ProblemView[] =>
  problems.map((problem) => ({ ...problem, message: problem.message[replyLanguage()] }));
