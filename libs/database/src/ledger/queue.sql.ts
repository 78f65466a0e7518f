import { reasonSql } from '../client/reason.sql.js';
import type { Reason } from '@cueline/workflows';
import { integer, json, text, texts } from '../client/columns.js';
import { ofStudio } from '../client/row-conditions.sql.js';
import { statement } from '../client/statement.js';
import { explainStep, isPaused } from '../runs/conditions.sql.js';
import {
  byKey,
  dueColumns,
  dueSend,
  givenSend,
  identity,
  identityFrom,
  openColumns,
  openSend,
  sendParam,
} from './send.sql.js';
import { isIn, isSettled, may, stateAfter } from './states.sql.js';

const share = { limit: integer, each: integer, busy: texts };
const isDoubtful = (row: string) => `${isIn(['sending', 'in_doubt'], row)} AND ${row}.lease_until < now()`;

/** Sends whose fate nobody holds any more, of each studio a few; each is the caller's for a minute. */
export const claimDoubtful = statement({
  name: 'claim-doubtful-sends',
  params: share,
  row: openSend,
  sql: `
  UPDATE sends SET lease_until = now() + interval '1 minute' WHERE id IN (
    SELECT x.id FROM sends x JOIN (
      SELECT y.id, row_number() OVER (PARTITION BY y.studio_id ORDER BY y.lease_until) AS nth FROM sends y
      WHERE ${isDoubtful('y')} AND y.studio_id <> ALL(:busy::uuid[])) f ON f.id = x.id
    WHERE f.nth <= :each AND ${isDoubtful('x')}
    ORDER BY f.nth, x.lease_until LIMIT :limit FOR UPDATE OF x SKIP LOCKED)
  RETURNING ${openColumns}`,
});

/**
 * What is due, and whose run is not paused: as above. The studios are found by leaps through the index, and of each the first few: what one of them has in
 * thousands is not read.
 */
export const claimDue = statement({
  name: 'claim-due-sends',
  params: share,
  row: dueSend,
  sql: `
  WITH RECURSIVE studio AS (
    (SELECT studio_id FROM sends WHERE state = 'queued' ORDER BY studio_id LIMIT 1)
    UNION ALL
    SELECT (SELECT x.studio_id FROM sends x WHERE x.state = 'queued' AND x.studio_id > s.studio_id ORDER BY x.studio_id LIMIT 1)
    FROM studio s WHERE s.studio_id IS NOT NULL
  ), due AS (
    SELECT d.id, row_number() OVER (PARTITION BY s.studio_id ORDER BY d.next_attempt_at) AS nth, d.next_attempt_at
    FROM studio s, LATERAL (
      SELECT x.id, x.next_attempt_at FROM sends x WHERE x.state = 'queued' AND x.studio_id = s.studio_id AND x.next_attempt_at <= now()
        AND NOT EXISTS (SELECT 1 FROM runs r WHERE r.studio_id = x.studio_id AND r.id = x.run_id AND ${isPaused('r')})
      ORDER BY x.next_attempt_at LIMIT :each FOR UPDATE SKIP LOCKED) d
    WHERE s.studio_id IS NOT NULL AND s.studio_id <> ALL(:busy::uuid[])
  )
  UPDATE sends SET next_attempt_at = now() + interval '1 minute' WHERE id IN (SELECT id FROM due ORDER BY nth, next_attempt_at LIMIT :limit)
  RETURNING ${openColumns}, ${dueColumns(`GREATEST(created_at, tried_since, (SELECT max(c.created_at) FROM run_controls c
    WHERE c.studio_id = sends.studio_id AND c.run_id = sends.run_id AND c.action = 'resume'))`)}`,
});

/** Settled sends whose run has not been notified, but of busy studios and those in hand already. */
export const settledUnnotified = statement({
  name: 'settled-unnotified-sends',
  params: { ...share, but: texts },
  row: openSend,
  sql: `
  SELECT ${openColumns} FROM (
    SELECT s.*, row_number() OVER (PARTITION BY s.studio_id ORDER BY s.updated_at) AS nth FROM sends s
    WHERE s.notify_run AND ${isSettled('s')} AND s.studio_id <> ALL(:busy::uuid[]) AND s.key <> ALL(:but::text[])) f
  WHERE f.nth <= :each ORDER BY f.nth, f.updated_at LIMIT :limit`,
});

const reason = json<Reason>();

/** To be tried again. @see transitions.retry */
export const queueSend = statement({
  name: 'queue-send',
  params: { studioId: text, send: sendParam, seconds: integer, reason, handOver: integer.orNull },
  sql: `
  WITH ${givenSend}
  INSERT INTO sends (${identity}, id, state, attempts, next_attempt_at, reason, notify_run)
  SELECT ${identityFrom}, gen_random_uuid(), ${stateAfter('retry')}, 1, now() + :seconds * interval '1 second', :reason, true FROM g
  ON CONFLICT (key) DO UPDATE SET state = ${stateAfter('retry')}, next_attempt_at = excluded.next_attempt_at, reason = excluded.reason, lease_until = NULL,
    handed_over_at = NULL, notify_run = true, updated_at = now(),
    attempts = CASE WHEN sends.state = 'queued' THEN sends.attempts + 1 ELSE sends.attempts END
  WHERE ${may('retry', 'sends')}`,
});

/** Surely not taken: it may be sent again, under the same Message-ID. */
export const requeueSend = statement({
  name: 'requeue-send',
  params: { studioId: text, key: text },
  sql: `
  UPDATE sends SET state = ${stateAfter('sendAgain')}, next_attempt_at = now(), handed_over_at = NULL, lease_until = NULL, notify_run = true, updated_at = now()
  WHERE ${byKey} AND ${may('sendAgain')}`,
});

/** Mails to an address that wait for a later day, by the day that they have a place on; the mail `:key` is not counted. */
export const placesOfAddress = statement({
  name: 'delayed-to-address',
  params: { studioId: text, address: text, key: text },
  row: { day: text, mails: integer },
  sql: `
  SELECT delayed_to::text AS day, count(*)::int AS mails FROM sends
  WHERE lower(to_address) = lower(:address) AND state = 'queued' AND delayed_to IS NOT NULL AND ${ofStudio()} AND key <> :key GROUP BY 1`,
});

/** To a later day. Time that it waits for its day is no time of trying. */
export const delaySend = statement({
  name: 'delay-send',
  params: { studioId: text, key: text, at: text, day: text, reason },
  sql: `
  WITH delayed AS (
    UPDATE sends SET next_attempt_at = :at, tried_since = :at, delayed_to = :day, over_limit = NULL, reason = :reason::jsonb, updated_at = now()
    WHERE ${byKey} AND ${may('wait')} RETURNING run_id, step_id, visit
  )${explainStep('delayed', ':reason::jsonb')}`,
});

/** Until its send window opens. */
export const postponeSend = statement({
  name: 'postpone-send',
  params: { studioId: text, key: text, at: text },
  sql: `
  UPDATE sends SET next_attempt_at = :at, reason = ${reasonSql({ code: 'send.window' })}, updated_at = now()
  WHERE ${byKey} AND ${may('wait')}`,
});

export interface NewReminder {
  readonly key: string;
  readonly messageId: string;
  readonly toAddress: string;
}

/** Mails that tell members of a question. They are no step's, so that no run waits for them. */
export const queueReminders = statement({
  name: 'remind-of-question',
  params: {
    studioId: text,
    runId: text,
    approvalId: text,
    brandId: text,
    mails: json<readonly NewReminder[]>(),
  },
  sql: `
  INSERT INTO sends (id, studio_id, key, purpose, run_id, approval_id, brand_id, category, to_address, message_id, state, next_attempt_at)
  SELECT gen_random_uuid(), :studioId, g.key, 'reminder', :runId, :approvalId, :brandId, 'transactional', g."toAddress", g."messageId", 'queued', now()
  FROM jsonb_to_recordset(:mails::jsonb) AS g(key text, "toAddress" text, "messageId" text) ON CONFLICT (key) DO NOTHING`,
});
