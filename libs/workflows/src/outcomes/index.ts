export * from './create-task.js';
export * from './decide.js';
export * from './exit.js';
export * from './filled.js';
export * from './reader-of.js';
export * from './schedule.js';
export * from './update-record.js';
export * from './webhook-message.js';
