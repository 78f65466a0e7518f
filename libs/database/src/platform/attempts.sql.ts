import { instant, integer, text, texts } from '../client/columns.js';
import { statement } from '../client/statement.js';

/** Rows of counters that are not there yet, so that all can be locked. Keys in order. */
export const makeCounters = statement({
  name: 'make-counters',
  params: { keys: texts },
  sql: `INSERT INTO attempts (key, count, expires_at) SELECT key, 0, now() FROM unnest(:keys::text[]) AS key ORDER BY key ON CONFLICT (key) DO NOTHING`,
});

/** Locks the counters, always in the same order. */
export const lockCounters = statement({
  name: 'lock-counters',
  params: { keys: texts },
  row: {
    key: text,
    count: integer,
    blockedUntil: instant.orNull,
    expiresAt: instant,
    /** The database's clock, the same for all processes. */
    now: instant,
  },
  sql: `SELECT key, count, blocked_until, expires_at, clock_timestamp() AS now FROM attempts WHERE key = ANY(:keys::text[]) ORDER BY key FOR UPDATE`,
});

/** It is forgotten when it expires. */
export const writeCounter = statement({
  name: 'write-counter',
  params: { key: text, count: integer, blockedUntil: instant.orNull, expiresAt: instant },
  sql: 'UPDATE attempts SET count = :count, blocked_until = :blockedUntil, expires_at = :expiresAt WHERE key = :key',
});

export const forgetCounters = statement({
  name: 'forget-counters',
  params: { keys: texts },
  sql: 'DELETE FROM attempts WHERE key = ANY(:keys::text[])',
});

/** Takes one attempt back that was no failure. */
export const takeBack = statement({
  name: 'take-attempts-back',
  params: { keys: texts },
  sql: 'UPDATE attempts SET count = greatest(count - 1, 0), blocked_until = NULL WHERE key = ANY(:keys::text[])',
});

export const forgetExpiredCounters = statement({
  name: 'forget-attempts',
  params: { now: instant },
  sql: 'DELETE FROM attempts WHERE expires_at < :now::timestamptz',
});
