export * from './advance.js';
export * from './effect-after.js';
export { isAhead } from './is-ahead.js';
export { isAsleep } from './move.js';
export * from './migrate-state.js';
export * from './plan.js';
export * from './position.js';
export * from './state.js';
export * from './unanswered.js';
