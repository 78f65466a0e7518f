export * from './decide.js';
export * from './schedule.js';
