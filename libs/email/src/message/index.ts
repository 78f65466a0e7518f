export * from './address.js';
export * from './message-id.js';
