import { instant, integer, json, oneOf, text, texts, type RowOf } from '../client/columns.js';
import { statement } from '../client/statement.js';
import type { Reason } from '@cueline/workflows';
import type { MailAuth, MailboxState, MailSecurity } from '../generated/client.js';
import type { MailProvider } from '../senders/smtp-accounts.sql.js';

const mailbox = { studioId: text, mailboxId: text };
const lease = { ...mailbox, holder: text, fence: text };

const settings = {
  host: text,
  port: integer,
  security: oneOf<MailSecurity>(),
  auth: oneOf<MailAuth>(),
  provider: oneOf<MailProvider>().orNull,
  username: text,
  credentialId: text.orNull,
  /** Extensions that its server offers and does not keep. */
  distrusts: texts,
  revision: integer,
};
/** How the server of a mailbox is reached. */
export type MailboxSettings = RowOf<typeof settings>;

export const findSettings = statement({
  name: 'find-mailbox-settings',
  params: mailbox,
  row: settings,
  sql: `
  SELECT host, port, security, auth, provider, username, credential_id::text, distrusts, revision FROM mailboxes
  WHERE studio_id = :studioId::uuid AND id = :mailboxId::uuid`,
});

/** SQL: the mailbox, if the lease is still held; the row of the lease is locked, so that nobody takes it meanwhile. */
const held = `held AS (
    SELECT 1 FROM mailbox_leases
    WHERE studio_id = :studioId::uuid AND mailbox_id = :mailboxId::uuid AND holder = :holder AND fence = :fence::bigint
    FOR SHARE)`;
const ofHeld = `m.studio_id = :studioId::uuid AND m.id = :mailboxId::uuid AND EXISTS (SELECT 1 FROM held)`;

/** By these settings; with those of a later revision it may be another. */
export const noteState = statement({
  name: 'note-mailbox-state',
  params: {
    ...lease,
    revision: integer,
    state: oneOf<MailboxState>(),
    cause: text.orNull,
    reason: json<Reason>().orNull,
    waitingUntil: instant.orNull,
  },
  sql: `
  WITH ${held}
  UPDATE mailboxes m SET state = :state::mailbox_state, cause = :cause, reason = :reason::jsonb, waiting_until = :waitingUntil::timestamptz,
    since = CASE WHEN m.state = :state::mailbox_state AND m.cause IS NOT DISTINCT FROM :cause THEN m.since ELSE now() END
  WHERE ${ofHeld} AND m.revision = :revision::int AND m.state <> 'paused'`,
});

/** Its server has answered a reading of INBOX. */
export const noteProof = statement({
  name: 'note-mailbox-proof',
  params: { ...lease, nextCheckAt: instant },
  sql: `
  WITH ${held} UPDATE mailboxes m SET proven_at = now(), next_check_at = :nextCheckAt::timestamptz WHERE ${ofHeld}`,
});

/** Mails whose bytes are here or cannot be had, of those that the server counts: as far as the horizon goes, where there is one. */
export const noteProgress = statement({
  name: 'note-mailbox-progress',
  params: { ...lease, total: integer },
  sql: `
  WITH ${held}, here AS (
    SELECT count(*)::int AS placed, count(*) FILTER (WHERE p.sha256 IS NOT NULL OR p.is_unreadable OR p.attempts >= 3)::int AS mails
    FROM placements p JOIN mailboxes b ON b.studio_id = p.studio_id AND b.id = p.mailbox_id
    WHERE p.studio_id = :studioId::uuid AND p.mailbox_id = :mailboxId::uuid AND p.gone_at IS NULL AND (b.horizon IS NULL OR p.at >= b.horizon))
  UPDATE mailboxes m SET import_done = here.mails,
    import_total = CASE WHEN m.horizon IS NULL THEN GREATEST(here.placed, :total::int) ELSE here.placed END
  FROM here WHERE ${ofHeld}`,
});

/** From when its server got the newest of these mails until now. */
export const noteLag = statement({
  name: 'note-mailbox-lag',
  params: { ...lease, at: instant },
  sql: `
  WITH ${held}
  UPDATE mailboxes m SET lag_ms = GREATEST(0, extract(epoch FROM now() - :at::timestamptz) * 1000)::int WHERE ${ofHeld}`,
});
