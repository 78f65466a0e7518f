/** What `*.sql.ts` files are written with. */
export * from './client/columns.js';
export * from './client/reason.sql.js';
export * from './client/row-conditions.sql.js';
export * from './client/statement.js';
export * from './record-context/record-context.sql.js';
export * from './relations/date-columns.sql.js';
export * from './relations/events-of-run.sql.js';
export * from './relations/records-below.sql.js';
export * from './relations/runs-of-events.sql.js';
export * from './runs/conditions.sql.js';
export * from './runs/dates-moved.sql.js';
