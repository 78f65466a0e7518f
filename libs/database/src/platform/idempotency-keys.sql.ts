import { instant, integer, json, text } from '../client/columns.js';
import { ofStudio } from '../client/row-conditions.sql.js';
import { statement } from '../client/statement.js';

/** Claims the name of a request; no row where it is taken. Waits for a transaction that is about to take it. */
export const claimIdempotencyKey = statement({
  name: 'claim-idempotency-key',
  params: { studioId: text, callerId: text, key: text, fingerprint: text },
  sql: `INSERT INTO idempotency_keys (studio_id, caller_id, key, fingerprint) VALUES (:studioId::uuid, :callerId::uuid, :key, :fingerprint)
    ON CONFLICT DO NOTHING`,
});

/** Keeps the answer for whoever sends the request again. */
export const keepAnswer = statement({
  name: 'keep-answer',
  params: { studioId: text, callerId: text, key: text, status: integer, answer: json<unknown>() },
  sql: `UPDATE idempotency_keys SET status = :status, answer = :answer::json WHERE caller_id = :callerId::uuid AND key = :key AND ${ofStudio()}`,
});

export const forgetIdempotencyKeys = statement({
  name: 'forget-idempotency-keys',
  params: { now: instant, days: integer },
  sql: 'DELETE FROM idempotency_keys WHERE created_at < :now::timestamptz - make_interval(days => :days)',
});
