import type { workflows } from '@cueline/contracts';
import { explainProblem, type Problem } from '@cueline/workflows';
import type { BadPlace } from '../../../platform/problems/problem-error.js';

/** A problem of a definition as a bad place of the request that brought it, below `base`. */
export const placeOf = (problem: Problem, base: string): BadPlace => ({
  pointer: `${base}${problem.path}`,
  detail: explainProblem(problem),
  code: problem.code,
});

export const problemView = (problem: Problem): workflows.ProblemView => ({
  code: problem.code,
  severity: problem.severity,
  stepId: problem.stepId,
  path: problem.path,
  message: explainProblem(problem),
});
