/** What becomes of mails: messages, their threads, people and records. */
export * from './filed-message.js';
export * from './filing.sql.js';
export * from './intake.sql.js';
export * from './known.sql.js';
export * from './lock.sql.js';
export * from './people.sql.js';
