/** Templates and messages: pure, for browser and server alike. */
export * from './message/index.js';
export * from './templates/index.js';
