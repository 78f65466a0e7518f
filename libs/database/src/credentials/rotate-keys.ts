import type { Pool } from 'pg';
import { setTimeout as pause } from 'node:timers/promises';
import { inTransaction } from '../client/in-transaction.js';
import * as sql from './credentials.sql.js';
import { placeOf } from './credentials.js';
import { KeyMissing, SealBroken, type KeyRing } from './key-ring.js';

/** Rows of one transaction: whoever wants to change one of them waits for so many seals. */
const AT_ONCE = 100;
const PAUSE_MS = 100;

export interface Rotation {
  /** Secrets that the newest key has sealed anew. */
  readonly resealed: number;
  /** Secrets that no key of the ring opens, by the key that sealed them. They are left as they are. */
  readonly unopened: ReadonlyMap<string, number>;
}

/**
 * Seals every secret with the newest key, while the product runs: a row is locked while it is sealed anew, so that a change that comes meanwhile waits and is kept, and
 * whoever reads finds the row with its key, before or after.
 */
export async function rotateKeys(pool: Pool, ring: KeyRing): Promise<Rotation> {
  let resealed = 0;
  const unopened = new Map<string, string>();
  for (;;) {
    const { found, sealed } = await inTransaction(pool, async (on) => {
      const rows = await sql.lockSealedByOthers.rows(on, {
        newest: ring.newest,
        limit: AT_ONCE + unopened.size,
      });
      let anew = 0;
      for (const row of rows) {
        const place = placeOf(row.studioId, row.id);
        const secret = opened(() => ring.open(row, place));
        if (secret === undefined) unopened.set(row.id, row.keyId);
        else anew += await sql.resealCredential.run(on, { id: row.id, ...ring.seal(secret, place) });
      }
      return { found: rows.length, sealed: anew };
    });
    resealed += sealed;
    if (sealed > 0) continue;
    const { credentials } = (await sql.countSealedByOthers.first(pool, { newest: ring.newest }))!;
    if (credentials <= unopened.size || credentials === 0) break;
    // Somebody changes the others at this moment.
    if (found < credentials) await pause(PAUSE_MS);
  }
  const byKey = new Map<string, number>();
  for (const keyId of unopened.values()) byKey.set(keyId, (byKey.get(keyId) ?? 0) + 1);
  return { resealed, unopened: byKey };
}

/** Undefined where the ring has no key that opens it. */
function opened(open: () => string): string | undefined {
  try {
    return open();
  } catch (error) {
    if (error instanceof KeyMissing || error instanceof SealBroken) return undefined;
    throw error;
  }
}
