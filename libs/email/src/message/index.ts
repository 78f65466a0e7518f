export * from './address.js';
export * from './brand-layout.js';
export * from './message-id.js';
