/** What people say about threads; the caller has the lock of correspondence. */
export * from './arranged-threads.sql.js';
export * from './thread-links.sql.js';
