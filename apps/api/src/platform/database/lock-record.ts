import type { Transaction } from './studio-database.js';

export type Lockable =
  'bookings' | 'clients' | 'invitations' | 'invoices' | 'projects' | 'tasks' | 'workflows';

/** Holds a record until the transaction ends, so that what is decided on it is decided once. */
export async function lockRecord(
  tx: Transaction,
  table: Lockable,
  studioId: string,
  id: string,
): Promise<void> {
  await tx.$queryRawUnsafe(
    `SELECT 1 FROM ${table} WHERE studio_id = $1::uuid AND id = $2::uuid FOR UPDATE`,
    studioId,
    id,
  );
}
