import { text } from '../client/columns.js';
import { statement } from '../client/statement.js';
import { isIn } from './states.sql.js';

/** One mail of the group is tried now, by whatever settings its account has. */
export const retryAccount = statement({
  name: 'retry-account',
  params: { studioId: text, holdGroup: text },
  sql: `
  UPDATE mail_holds SET next_probe_at = now(), probes = 0 WHERE studio_id = :studioId::uuid AND hold_group = :holdGroup AND cleared_at IS NULL
    AND next_probe_at IS NOT NULL`,
});

/** There is no such account any more: its mails leave through another one, and the sweep lets them go. */
export const clearAccountGroup = statement({
  name: 'clear-account-group',
  params: { studioId: text, holdGroup: text },
  sql: `
  UPDATE mail_holds SET cleared_at = now(), cleared_by = NULL, is_drained = false
  WHERE studio_id = :studioId::uuid AND hold_group = :holdGroup AND cleared_at IS NULL`,
});

const leftSince = (moment: string) => `(
    SELECT count(*)::int FROM sends x JOIN senders y ON y.studio_id = x.studio_id AND y.id = x.sender_id
    WHERE x.studio_id = a.studio_id AND y.account_id = a.id AND ${isIn(['sending', 'sent', 'in_doubt'], 'x')} AND x.handed_over_at >= ${moment})`;

/** The limits are others now: what they delayed finds its place anew. What has left counts as before. */
export const recallPlaces = statement({
  name: 'recall-account-places',
  params: { studioId: text, accountId: text },
  sql: `
  WITH ahead AS (
    UPDATE sends SET next_attempt_at = LEAST(next_attempt_at, now()), limited_by = NULL, limited_until = NULL, updated_at = now()
    WHERE studio_id = :studioId::uuid AND ${isIn(['queued'])} AND limited_by = :accountId::uuid AND limited_until > now()
  ), at AS (SELECT date_trunc('minute', now()) AS minute)
  UPDATE smtp_account_usage u SET minute = at.minute, minute_mails = ${leftSince('at.minute')}, day = (now() AT TIME ZONE b.zone)::date,
    day_mails = ${leftSince('(now() AT TIME ZONE b.zone)::date::timestamp AT TIME ZONE b.zone')}
  FROM at, smtp_accounts a JOIN brands b ON b.studio_id = a.studio_id AND b.id = a.brand_id
  WHERE u.studio_id = :studioId::uuid AND u.account_id = :accountId::uuid AND a.studio_id = u.studio_id AND a.id = u.account_id`,
});
