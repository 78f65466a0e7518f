import type { workflows } from '@cueline/contracts';
import { explainProblem, inEach, type Problem } from '@cueline/workflows';
import type { BadPlace } from '../../../platform/problems/problem-error.js';
import { replyLanguage } from '../../../platform/language/reply-language.js';

/** A problem of a definition as a bad place of the request that brought it, below `base`. */
export const placeOf = (problem: Problem, base: string): BadPlace => ({
  pointer: `${base}${problem.path}`,
  detail: inEach((language) => explainProblem(problem, language)),
  code: problem.code,
});

export const problemView = (problem: Problem): workflows.ProblemView => ({
  code: problem.code,
  severity: problem.severity,
  stepId: problem.stepId,
  path: problem.path,
  message: explainProblem(problem, replyLanguage()),
});
