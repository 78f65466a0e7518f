export * from './allowed.js';
export * from './apply.js';
export * from './duplicate.js';
export * from './operation.js';
