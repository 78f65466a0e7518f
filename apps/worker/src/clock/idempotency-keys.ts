import type { Pool } from 'pg';

const KEPT_DAYS = 7;

/** What callers' named requests were answered is kept for a week: whoever asks again later has given up long before. */
export class IdempotencyKeys {
  constructor(private readonly pool: Pool) {}

  async sweep(now: Date): Promise<void> {
    await this.pool.query(
      `DELETE FROM idempotency_keys WHERE created_at < $1::timestamptz - make_interval(days => $2)`,
      [now, KEPT_DAYS],
    );
  }
}
