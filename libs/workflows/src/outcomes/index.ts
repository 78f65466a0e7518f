export * from './exit.js';
export * from './moment-passed.js';
export * from './resolve-wait.js';
