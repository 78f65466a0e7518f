export * from './definition.js';
export * from './ids.js';
export * from './limits.js';
export * from './step.js';
export * from './trigger.js';
export * from './walk.js';
