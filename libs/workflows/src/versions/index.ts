export * from './change.js';
export * from './diff-definitions.js';
export * from './explain-change.js';
export * from './workflow-document.js';
export * from './step-target.js';
export { same } from './same.js';
