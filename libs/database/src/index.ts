export * from './database.js';
export * from './event-notifier.js';
export * from './facts/decide-start.js';
export * from './facts/facts-of.js';
export * from './facts/records-sql.js';
export * from './for-studio.js';
export * from './outbox.js';
export type * from './generated/client.js';
