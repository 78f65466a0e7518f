export * from './allowed.js';
export * from './apply.js';
export * from './duplicate.js';
export * from './explain-refusal.js';
export * from './operation.js';
export * from './nudge.js';
