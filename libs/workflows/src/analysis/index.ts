export { causesOf, type Cause } from './causes.js';
export * from './check-definition.js';
export { conditionProblems } from './condition-problems.js';
export * from './explain-problem.js';
export * from './problem.js';
export * from './summary.js';
export * from './workflow-facts.js';
export { missesMovedDates } from './date-reentry-problems.js';
