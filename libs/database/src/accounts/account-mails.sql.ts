import { bool, instant, integer, json, oneOf, text, type RowOf } from '../client/columns.js';
import { statement } from '../client/statement.js';

const due = {
  id: text,
  purpose: oneOf<'invitation' | 'passwordReset' | 'passwordChanged'>(),
  toAddress: text,
  attempts: integer,
  giveUpAt: instant,
  /** The row that the link belongs to, and when it expires; null for a mail without a link. */
  linkId: text.orNull,
  linkExpiresAt: instant.orNull,
  /** The link opens nothing any more. */
  isEnded: bool,
  /** The address has an account. */
  hasAccount: bool,
  greeting: text.orNull,
  studio: text.orNull,
  invitedBy: text.orNull,
  role: text.orNull,
};
/** A mail about a sign-in that is due, with all that its text needs. */
export type DueAccountMail = RowOf<typeof due>;

/** Takes what is due; each is the caller's for a minute. */
export const claimDue = statement({
  name: 'claim-account-mails',
  params: { limit: integer },
  row: due,
  sql: `
  WITH due AS (
      SELECT id FROM account_mails WHERE state = 'queued' AND next_attempt_at <= now()
      ORDER BY next_attempt_at LIMIT :limit FOR UPDATE SKIP LOCKED),
    taken AS (
      UPDATE account_mails m SET next_attempt_at = now() + interval '1 minute', attempts = attempts + 1
      FROM due WHERE m.id = due.id RETURNING m.*)
    SELECT t.id::text, t.purpose::text, t.to_address, t.attempts, t.give_up_at,
      COALESCE(i.id, r.id)::text AS link_id, COALESCE(i.expires_at, r.expires_at) AS link_expires_at,
      COALESCE(i.ending, r.ending) IS NOT NULL OR COALESCE(i.expires_at, r.expires_at) <= now() AS is_ended,
      u.id IS NOT NULL AS has_account, CASE WHEN t.purpose = 'invitation' THEN i.name ELSE u.name END AS greeting,
      s.name AS studio, i.invited_by_name AS invited_by, i.role::text AS role
    FROM taken t LEFT JOIN invitations i ON i.id = t.invitation_id LEFT JOIN studios s ON s.id = i.studio_id
      LEFT JOIN password_resets r ON r.id = t.reset_id LEFT JOIN users u ON u.email = t.to_address`,
});

/** Whether the mail is still to leave, with the link that was written. */
export const stillWanted = statement({
  name: 'account-mail-wanted',
  params: { id: text, linkExpiresAt: instant.orNull },
  sql: `SELECT 1 FROM account_mails m LEFT JOIN invitations i ON i.id = m.invitation_id LEFT JOIN password_resets r ON r.id = m.reset_id
    WHERE m.id = :id AND m.state = 'queued' AND COALESCE(i.ending, r.ending) IS NULL
      AND COALESCE(i.expires_at, r.expires_at) IS NOT DISTINCT FROM :linkExpiresAt::timestamptz`,
});

export const settle = statement({
  name: 'settle-account-mail',
  params: { id: text, state: text, reason: json<object>().orNull },
  sql: `UPDATE account_mails SET state = :state::account_mail_state, reason = :reason, settled_at = now() WHERE id = :id AND state = 'queued'`,
});

export const postpone = statement({
  name: 'postpone-account-mail',
  params: { id: text, seconds: integer, reason: json<object>() },
  sql: `UPDATE account_mails SET next_attempt_at = now() + :seconds * interval '1 second', reason = :reason WHERE id = :id AND state = 'queued'`,
});
