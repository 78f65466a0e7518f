export * from './decide.js';
export * from './schedule.js';
export * from './exit.js';
