/** What `*.sql.ts` files are written with. */
export * from './columns.js';
export * from './row-conditions.js';
export * from './statement.js';
