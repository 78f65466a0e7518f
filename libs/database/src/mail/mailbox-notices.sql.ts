import type { Reason } from '@cueline/workflows';
import { bool, instant, integer, json, text, texts, type RowOf } from '../client/columns.js';
import { statement } from '../client/statement.js';

const troubled = {
  studioId: text,
  mailboxId: text,
  address: text,
  studioName: text,
  reason: json<Reason>(),
  /** When its server last answered; null: never. */
  provenAt: instant.orNull,
  needsPerson: bool,
  owners: texts,
};
/** A mailbox of whose trouble the studio's owners are to be notified. */
export type TroubledMailbox = RowOf<typeof troubled>;

/**
 * Claims those that have needed a person for a minute, or have not been read for an hour; what is claimed counts as notified until it is given back. One trouble is one
 * notice, and another one within a day none, unless the settings were changed in between. While the platform's own account is in trouble nobody can be notified.
 */
export const claimTroubled = statement({
  name: 'claim-troubled-mailboxes',
  params: { limit: integer },
  row: troubled,
  sql: `
  UPDATE mailboxes m SET notified_at = now() FROM studios st WHERE st.id = m.studio_id AND (m.studio_id, m.id) IN (
    SELECT x.studio_id, x.id FROM mailboxes x
    WHERE x.reason IS NOT NULL AND ((x.state = 'needs_you' AND x.since < now() - interval '1 minute')
        OR (x.state = 'waiting' AND COALESCE(x.proven_at, x.created_at) < now() - interval '1 hour'))
      AND (x.notified_at IS NULL OR (x.notified_at < x.since AND (x.notified_at < now() - interval '1 day' OR x.updated_at > x.notified_at)))
      AND NOT EXISTS (SELECT 1 FROM mail_holds p WHERE p.studio_id = x.studio_id AND p.hold_group = 'account:platform' AND p.cleared_at IS NULL)
    ORDER BY x.since LIMIT :limit FOR UPDATE SKIP LOCKED)
  RETURNING m.studio_id::text, m.id::text AS mailbox_id, m.address, st.name AS studio_name, m.reason, m.proven_at, m.state = 'needs_you' AS needs_person,
    ARRAY(SELECT u.email FROM members b JOIN users u ON u.id = b.user_id WHERE b.studio_id = m.studio_id AND b.role = 'owner' ORDER BY b.created_at, b.id) AS owners`,
});

export const reopenNotice = statement({
  name: 'reopen-mailbox-notice',
  params: { studioId: text, mailboxId: text },
  sql: `UPDATE mailboxes SET notified_at = NULL WHERE studio_id = :studioId::uuid AND id = :mailboxId::uuid`,
});
