/** A mail about a sign-in that is due, with all that its text needs. */
export interface DueAccountMail {
  readonly id: string;
  readonly purpose: 'invitation' | 'passwordReset' | 'passwordChanged';
  readonly toAddress: string;
  readonly attempts: number;
  readonly giveUpAt: Date;
  /** The row that the link belongs to, and when it expires; null for a mail without a link. */
  readonly linkId: string | null;
  readonly linkExpiresAt: Date | null;
  /** The link opens nothing any more. */
  readonly isEnded: boolean;
  /** The address has an account. */
  readonly hasAccount: boolean;
  readonly greeting: string | null;
  readonly studio: string | null;
  readonly invitedBy: string | null;
  readonly role: string | null;
}

/** Takes what is due; each is the caller's for a minute. `$1` how many at most. */
export const claimDue = {
  name: 'claim-account-mails',
  text: `WITH due AS (
      SELECT id FROM account_mails WHERE state = 'queued' AND next_attempt_at <= now()
      ORDER BY next_attempt_at LIMIT $1 FOR UPDATE SKIP LOCKED),
    taken AS (
      UPDATE account_mails m SET next_attempt_at = now() + interval '1 minute', attempts = attempts + 1
      FROM due WHERE m.id = due.id RETURNING m.*)
    SELECT t.id::text, t.purpose::text, t.to_address AS "toAddress", t.attempts, t.give_up_at AS "giveUpAt",
      COALESCE(i.id, r.id)::text AS "linkId", COALESCE(i.expires_at, r.expires_at) AS "linkExpiresAt",
      COALESCE(i.ending, r.ending) IS NOT NULL OR COALESCE(i.expires_at, r.expires_at) <= now() AS "isEnded",
      u.id IS NOT NULL AS "hasAccount", CASE WHEN t.purpose = 'invitation' THEN i.name ELSE u.name END AS greeting,
      s.name AS studio, i.invited_by_name AS "invitedBy", i.role::text AS role
    FROM taken t LEFT JOIN invitations i ON i.id = t.invitation_id LEFT JOIN studios s ON s.id = i.studio_id
      LEFT JOIN password_resets r ON r.id = t.reset_id LEFT JOIN users u ON u.email = t.to_address`,
};

/** Whether the mail is still to leave, with the link that was written. `$1` mail, `$2` the link's moment of expiry. */
export const stillWanted = {
  name: 'account-mail-wanted',
  text: `SELECT 1 FROM account_mails m LEFT JOIN invitations i ON i.id = m.invitation_id LEFT JOIN password_resets r ON r.id = m.reset_id
    WHERE m.id = $1 AND m.state = 'queued' AND COALESCE(i.ending, r.ending) IS NULL
      AND COALESCE(i.expires_at, r.expires_at) IS NOT DISTINCT FROM $2::timestamptz`,
};

/** `$1` mail, `$2` what became of it, `$3` why. */
export const settle = {
  name: 'settle-account-mail',
  text: `UPDATE account_mails SET state = $2::account_mail_state, reason = $3, settled_at = now() WHERE id = $1 AND state = 'queued'`,
};

/** `$1` mail, `$2` seconds until it is tried again, `$3` why. */
export const postpone = {
  name: 'postpone-account-mail',
  text: `UPDATE account_mails SET next_attempt_at = now() + $2 * interval '1 second', reason = $3 WHERE id = $1 AND state = 'queued'`,
};

/** What nobody needs any more: mails and invitations after a month, links to set a password after a day, sessions and counters at once. `$1` now. */
export const forget = [
  `DELETE FROM password_resets WHERE expires_at < $1::timestamptz - interval '1 day'`,
  `DELETE FROM account_mails WHERE settled_at < $1::timestamptz - interval '30 days'`,
  `DELETE FROM invitations WHERE COALESCE(ended_at, expires_at) < $1::timestamptz - interval '30 days'`,
  `DELETE FROM auth_sessions WHERE expires_at < $1::timestamptz`,
  `DELETE FROM attempts WHERE expires_at < $1::timestamptz`,
] as const;
