import { text } from '../client/columns.js';
import { statement, statementsFor } from '../client/statement.js';

const lockable = [
  'bookings',
  'clients',
  'invitations',
  'invoices',
  'projects',
  'tasks',
  'workflows',
] as const;
export type Lockable = (typeof lockable)[number];

/** Locks a record until the transaction ends, so that what is decided on it is decided once. */
export const lockRecords = statementsFor(lockable, (table) =>
  statement({
    name: `lock-${table}`,
    params: { studioId: text, id: text },
    sql: `SELECT 1 FROM ${table} WHERE studio_id = :studioId::uuid AND id = :id::uuid FOR UPDATE`,
  }),
);
