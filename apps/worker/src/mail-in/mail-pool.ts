import pg from 'pg';
import { IDLE_MS } from '@cueline/database';

/**
 * A process that is stopped in the middle of a write holds the lease of its mailbox: so the database ends such a transaction, and a connection whose peer no longer
 * answers. No write waits for a mail server.
 */
const BOUNDS =
  '-c statement_timeout=12s -c lock_timeout=3s -c idle_in_transaction_session_timeout=10s -c tcp_user_timeout=10s';

/** The connections that mirror mailboxes: a mailbox that is imported keeps no step of a run waiting, nor one the other. */
export function mailPool({ url, max }: { readonly url: string; readonly max: number }): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: IDLE_MS,
    options: `-c plan_cache_mode=force_generic_plan -c jit=off ${BOUNDS}`,
    keepAlive: true,
  });
  // A connection that the server drops while idle is replaced on the next use.
  pool.on('error', () => undefined);
  return pool;
}
