import type { Reason } from '@cueline/workflows';
import { bool, instant, json, text, type RowOf } from '../client/columns.js';
import { statement } from '../client/statement.js';
import { explainStep } from '../runs/conditions.sql.js';
import { givenSend, identity, identityFrom, sendParam } from './send.sql.js';
import { may, stateAfter } from './states.sql.js';

const byAccount = { studioId: text, accountId: text };
const isAccount = (row: string) =>
  `${row}.studio_id = :studioId::uuid AND ${row}.account_id = :accountId::uuid`;
const localDay = (moment: string) => `(${moment} AT TIME ZONE c.zone)::date`;

/** With the account: nothing of it has left yet. */
export const openUsage = statement({
  name: 'open-account-usage',
  params: byAccount,
  sql: `
  INSERT INTO smtp_account_usage (studio_id, account_id, minute, minute_mails, day, day_mails)
  SELECT a.studio_id, a.id, date_trunc('minute', now()), 0, (now() AT TIME ZONE b.zone)::date, 0
  FROM smtp_accounts a JOIN brands b ON b.studio_id = a.studio_id AND b.id = a.brand_id WHERE a.studio_id = :studioId::uuid AND a.id = :accountId::uuid`,
});

const place = {
  at: instant,
  /** Not in this minute. */
  isLater: bool,
  isAnotherDay: bool,
  /** By the brand's calendar. */
  day: text,
  zone: text,
};
/** When a mail may leave through a limited account. */
export type AccountPlace = RowOf<typeof place>;

/**
 * The next place among the mails of an account: in this minute, or in the first one after those that are full already, on a day of the brand that has room. Each
 * place is given once, in the order of the callers, so that a mail which has to wait is delayed once and not asked again.
 */
export const claimPlace = statement({
  name: 'claim-account-place',
  params: byAccount,
  row: place,
  sql: `
  WITH c AS (
    SELECT u.minute, u.minute_mails, u.day, u.day_mails, a.limit_per_minute AS per_minute, a.limit_per_day AS per_day, b.zone, date_trunc('minute', now()) AS this_minute
    FROM smtp_account_usage u JOIN smtp_accounts a ON a.studio_id = u.studio_id AND a.id = u.account_id
      JOIN brands b ON b.studio_id = a.studio_id AND b.id = a.brand_id
    WHERE ${isAccount('u')} FOR UPDATE OF u
  ), first AS (
    SELECT c.*, CASE WHEN per_minute IS NULL THEN this_minute ELSE GREATEST(minute, this_minute) END AS at FROM c
  ), minutes AS (
    SELECT c.*, CASE WHEN per_minute IS NOT NULL AND minute = at AND minute_mails >= per_minute THEN at + interval '1 minute' ELSE at END AS free_minute FROM first c
  ), days AS (
    SELECT c.*, CASE WHEN per_day IS NULL THEN ${localDay('free_minute')} ELSE GREATEST(${localDay('free_minute')}, day) END AS first_day FROM minutes c
  ), free AS (
    SELECT c.*, CASE WHEN per_day IS NOT NULL AND day = first_day AND day_mails >= per_day THEN first_day + 1 ELSE first_day END AS free_day FROM days c
  ), found AS (
    SELECT c.*, GREATEST(free_minute, free_day::timestamp AT TIME ZONE zone) AS place FROM free c
  )
  UPDATE smtp_account_usage u SET minute = c.place, minute_mails = CASE WHEN c.minute = c.place THEN c.minute_mails + 1 ELSE 1 END,
    day = c.free_day, day_mails = CASE WHEN c.day = c.free_day THEN c.day_mails + 1 ELSE 1 END
  FROM found c WHERE ${isAccount('u')}
  RETURNING u.minute + COALESCE((u.minute_mails - 1) * interval '1 minute' / c.per_minute, interval '0') AS at, u.minute > now() AS is_later,
    c.free_day > ${localDay('now()')} AS is_another_day, c.free_day::text AS day, c.zone`,
});

/** The mail was not accepted: it does not count for its day. */
export const giveBackPlace = statement({
  name: 'give-back-account-place',
  params: { ...byAccount, day: text },
  sql: `UPDATE smtp_account_usage u SET day_mails = GREATEST(day_mails - 1, 0) WHERE ${isAccount('u')} AND day = :day::date`,
});

/** Until its place comes. Time that it waits for it is no time of trying. */
export const waitForPlace = statement({
  name: 'wait-for-account-place',
  params: {
    studioId: text,
    accountId: text.orNull,
    send: sendParam,
    at: text,
    /** It is late then, so that its send window counts. */
    isAnotherDay: bool,
    reason: json<Reason>(),
  },
  sql: `
  WITH ${givenSend}, delayed AS (
    INSERT INTO sends (${identity}, id, state, attempts, next_attempt_at, tried_since, limited_by, limited_until, delayed_since, reason, notify_run)
    SELECT ${identityFrom}, gen_random_uuid(), ${stateAfter('wait')}, 0, :at::timestamptz, :at::timestamptz, :accountId::uuid, :at::timestamptz,
      CASE WHEN :isAnotherDay::boolean THEN now() END, :reason::jsonb, true FROM g
    ON CONFLICT (key) DO UPDATE SET next_attempt_at = excluded.next_attempt_at, tried_since = excluded.tried_since, limited_by = excluded.limited_by,
      limited_until = excluded.limited_until, delayed_since = COALESCE(sends.delayed_since, excluded.delayed_since), reason = excluded.reason, notify_run = true,
      updated_at = now()
    WHERE ${may('wait', 'sends')} RETURNING run_id, step_id, visit
  )${explainStep('delayed', ':reason::jsonb')}`,
});
