export { causesOf } from './causes.js';
export * from './check-definition.js';
export { conditionProblems } from '../problems/condition-problems.js';
export * from './explain-problem.js';
export type { Problem, ProblemCode, ProblemParams, Severity } from './problem.js';
export * from './summary.js';
export * from './workflow-facts.js';
export { missesMovedDates } from './date-reentry-problems.js';
