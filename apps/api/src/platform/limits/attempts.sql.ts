/** Rows of counters that are not there yet, so that all can be locked. `$1` keys in order. */
export const makeCounters = {
  name: 'make-counters',
  text: `INSERT INTO attempts (key, count, expires_at) SELECT key, 0, now() FROM unnest($1::text[]) AS key ORDER BY key ON CONFLICT (key) DO NOTHING`,
};

export interface CounterRow {
  readonly key: string;
  readonly count: number;
  readonly blockedUntil: Date | null;
  readonly expiresAt: Date;
  /** The database's clock, the same for all processes. */
  readonly now: Date;
}

/** Locks the counters, always in the same order. `$1` keys. */
export const lockCounters = {
  name: 'lock-counters',
  text: `SELECT key, count, blocked_until AS "blockedUntil", expires_at AS "expiresAt", clock_timestamp() AS now
    FROM attempts WHERE key = ANY($1::text[]) ORDER BY key FOR UPDATE`,
};

/** `$1` key, `$2` count, `$3` blocked until, `$4` forgotten at. */
export const writeCounter = {
  name: 'write-counter',
  text: `UPDATE attempts SET count = $2, blocked_until = $3, expires_at = $4 WHERE key = $1`,
};

/** `$1` keys of counters to be forgotten. */
export const forgetCounters = {
  name: 'forget-counters',
  text: `DELETE FROM attempts WHERE key = ANY($1::text[])`,
};

/** Takes one attempt back that was no failure. `$1` keys. */
export const takeBack = {
  name: 'take-attempts-back',
  text: `UPDATE attempts SET count = greatest(count - 1, 0), blocked_until = NULL WHERE key = ANY($1::text[])`,
};
