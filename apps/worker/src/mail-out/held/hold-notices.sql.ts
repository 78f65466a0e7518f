/** What mails are held for of which the studio's owners are to be told: each once, unless the mail does not leave. */
export interface UntoldHold {
  readonly studio_id: string;
  readonly hold_group: string;
  readonly reason: { readonly code: string; readonly params: object };
  readonly studio_name: string;
  readonly mails: number;
  readonly owners: readonly string[];
}

/**
 * Claims holds that have lasted a minute. While the platform's own account is in trouble nothing can be told by mail.
 * `$1` how many. What is claimed counts as told until it is given back.
 */
export const claimUntoldSql = `
  UPDATE mail_holds h SET told_at = now() FROM studios st WHERE st.id = h.studio_id AND (h.studio_id, h.hold_group) IN (
    SELECT x.studio_id, x.hold_group FROM mail_holds x
    WHERE x.cleared_at IS NULL AND x.cause IN ('account', 'firstContacts') AND x.hold_group <> 'account:platform' AND x.told_at IS NULL AND x.since < now() - interval '1 minute'
      AND NOT EXISTS (SELECT 1 FROM mail_holds p WHERE p.studio_id = x.studio_id AND p.hold_group = 'account:platform' AND p.cleared_at IS NULL)
    ORDER BY x.since LIMIT $1 FOR UPDATE SKIP LOCKED)
  RETURNING h.studio_id::text, h.hold_group, h.reason, st.name AS studio_name,
    (SELECT count(*)::int FROM sends s WHERE s.studio_id = h.studio_id AND s.hold_group = h.hold_group AND s.state = 'held') AS mails,
    ARRAY(SELECT u.email FROM members m JOIN users u ON u.id = m.user_id WHERE m.studio_id = h.studio_id AND m.role = 'owner' ORDER BY m.created_at, m.id) AS owners`;

/** `$1` studio, `$2` group. */
export const untellSql = `UPDATE mail_holds SET told_at = NULL WHERE studio_id = $1 AND hold_group = $2 AND cleared_at IS NULL`;
