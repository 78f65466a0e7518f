export * from './address.js';
export * from './mail-from.js';
export * from './message-id.js';
export * from './reports/index.js';
export * from './platform-address.js';
export * from './reply-address.js';
