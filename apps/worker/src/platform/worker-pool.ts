import pg from 'pg';
import { IDLE_MS } from '@cueline/database';

/**
 * Every hot statement is prepared by name and finds its rows by key: planning the wide ones anew each time would cost more than running them.
 */
const PLANNING = '-c plan_cache_mode=force_generic_plan -c jit=off';

/** Below the 30 seconds of an activity: work that hangs on a lock or a slow statement is broken off, and comes again later. */
const BOUNDS = '-c statement_timeout=12s -c lock_timeout=3s -c idle_in_transaction_session_timeout=30s';

/** A worker's connections. Statements that are given to one at once go out together and are carried out in their order. */
export function workerPool({ url, max }: { readonly url: string; readonly max?: number }): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: IDLE_MS,
    options: `${PLANNING} ${BOUNDS}`,
    pipeline: true,
    keepAlive: true,
  });
  // A connection that the server drops while idle is replaced on the next use.
  pool.on('error', () => undefined);
  return pool;
}
