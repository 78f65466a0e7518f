export * from './candidate.js';
export * from './dates-that-matter.js';
export * from './decide-start.js';
export * from './next-trigger.js';
export * from './reentry-key.js';
export * from './start-of.js';
export * from './taken-over.js';
