import { lockRecords, onPrisma, type Lockable } from '@cueline/database';
import type { Transaction } from './studio-database.js';

/** Locks a record until the transaction ends, so that what is decided on it is decided once. */
export async function lockRecord(
  tx: Transaction,
  table: Lockable,
  studioId: string,
  id: string,
): Promise<void> {
  await lockRecords[table].run(onPrisma(tx), { studioId, id });
}
