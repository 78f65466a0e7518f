export * from './advance.js';
export * from './effect-after.js';
export * from './relocate.js';
export * from './plan.js';
export * from './position.js';
export * from './state.js';
