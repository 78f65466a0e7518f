/** What could hold the event loop is done on other threads, each task within bounds of time and memory. */
export * from './pool-thread.js';
export * from './thread-pool.js';
