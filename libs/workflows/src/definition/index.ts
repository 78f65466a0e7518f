export * from './definition.js';
export * from './ids.js';
export * from '../limits.js';
export * from '../kinds/step.js';
export * from '../trigger/trigger.js';
export * from './walk.js';
