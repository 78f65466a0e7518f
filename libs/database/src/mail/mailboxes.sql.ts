import type { Reason } from '@cueline/workflows';
import { bool, instant, integer, json, oneOf, text, type RowOf } from '../client/columns.js';
import { checked, ofStudio } from '../client/row-conditions.sql.js';
import { statement } from '../client/statement.js';
import type { FolderRole, MailAuth, MailboxState, MailSecurity, SentCopy } from '../generated/client.js';
import type { MailProvider } from '../senders/smtp-accounts.sql.js';

const byId = { studioId: text, id: text };

/** Where a mailbox is, as whom it signs in, and how far back its mail is fetched. */
const settings = {
  address: text,
  host: text,
  port: integer,
  security: oneOf<MailSecurity>(),
  username: text,
  horizon: instant.orNull,
};
export type MailboxPlace = RowOf<typeof settings>;

/** Nothing where the studio has it already. */
export const insertMailbox = statement({
  name: 'insert-mailbox',
  params: {
    ...byId,
    brandId: text,
    ...settings,
    auth: oneOf<MailAuth>(),
    provider: oneOf<MailProvider>().orNull,
    credentialId: text,
  },
  sql: `
  INSERT INTO mailboxes (id, studio_id, brand_id, address, host, port, security, username, horizon, auth, provider, credential_id)
  VALUES (:id::uuid, :studioId::uuid, :brandId::uuid, :address, :host, :port, :security::mail_security, :username, :horizon::timestamptz, :auth::mail_auth,
    :provider, :credentialId::uuid)
  ON CONFLICT DO NOTHING`,
});

const view = {
  id: text,
  brandId: text,
  ...settings,
  auth: oneOf<MailAuth>(),
  provider: oneOf<MailProvider>().orNull,
  credentialId: text.orNull,
  smtpAccountId: text.orNull,
  sentCopy: oneOf<SentCopy>(),
  connectedAt: instant,
  state: oneOf<MailboxState>(),
  cause: text.orNull,
  reason: json<Reason>().orNull,
  since: instant,
  waitingUntil: instant.orNull,
  provenAt: instant.orNull,
  nextCheckAt: instant.orNull,
  lagMs: integer.orNull,
  isStale: bool,
  fetched: integer,
  total: integer,
  quarantined: integer,
  commands: integer,
  revision: integer,
  createdAt: instant,
  updatedAt: instant,
};
export type MailboxView = RowOf<typeof view>;

/** Mailboxes with how they are, by their brand and address. Null: all. */
export const listMailboxes = statement({
  name: 'list-mailboxes',
  params: { studioId: text, id: text.orNull, brandId: text.orNull },
  row: view,
  sql: `
  SELECT m.id::text, m.brand_id::text, m.address, m.host, m.port, m.security, m.username, m.horizon, m.auth, m.provider, m.credential_id::text,
    a.smtp_account_id, m.sent_copy, m.connected_at, m.state, m.cause, m.reason, m.since, m.waiting_until, m.proven_at, m.next_check_at, m.lag_ms,
    COALESCE(m.proven_at < now() - interval '2 minutes', true) AS is_stale, m.import_done AS fetched, GREATEST(m.import_total, m.import_done) AS total,
    q.quarantined, c.commands, m.revision, m.created_at, m.updated_at
  FROM mailboxes m LEFT JOIN LATERAL (
    SELECT x.id::text AS smtp_account_id FROM smtp_accounts x WHERE x.studio_id = m.studio_id AND x.credential_id = m.credential_id
    ORDER BY x.created_at, x.id LIMIT 1) a ON true
  JOIN LATERAL (
    SELECT count(*)::int AS quarantined FROM intake i WHERE i.studio_id = m.studio_id AND i.mailbox_id = m.id AND i.state = 'quarantined') q ON true
  JOIN LATERAL (
    SELECT count(*)::int AS commands FROM mailbox_commands x
    WHERE x.studio_id = m.studio_id AND x.mailbox_id = m.id AND x.state IN ('waiting', 'running', 'confirming')) c ON true
  WHERE m.studio_id = :studioId::uuid AND (:id::uuid IS NULL OR m.id = :id::uuid) AND (:brandId::uuid IS NULL OR m.brand_id = :brandId::uuid)
  ORDER BY m.brand_id, m.address, m.id`,
});

/** Nothing where somebody has changed it meanwhile. Whoever reads it begins anew, and what was wrong may be right now. */
export const updateMailbox = statement({
  name: 'update-mailbox',
  params: { ...byId, revision: integer, ...settings, credentialId: text.orNull },
  sql: `
  UPDATE mailboxes SET address = :address, host = :host, port = :port, security = :security::mail_security, username = :username, horizon = :horizon::timestamptz,
    credential_id = :credentialId::uuid, revision = revision + 1, updated_at = now(),
    state = CASE WHEN state = 'paused' THEN state ELSE 'connecting' END, since = CASE WHEN state = 'paused' THEN since ELSE now() END,
    cause = NULL, reason = NULL, waiting_until = NULL
  WHERE id = :id::uuid AND ${ofStudio()} AND revision = :revision`,
});

/** Its connection is made anew at once: a person asks for it, has chosen other folders, or has repaired the secret. A paused one stays so. */
export const wakeMailbox = statement({
  name: 'wake-mailbox',
  params: byId,
  sql: `
  UPDATE mailboxes SET revision = revision + 1, updated_at = now(), waiting_until = NULL,
    state = CASE WHEN state IN ('waiting', 'needs_you') THEN 'connecting' ELSE state END,
    since = CASE WHEN state IN ('waiting', 'needs_you') THEN now() ELSE since END,
    cause = CASE WHEN state IN ('waiting', 'needs_you') THEN NULL ELSE cause END, reason = CASE WHEN state IN ('waiting', 'needs_you') THEN NULL ELSE reason END
  WHERE id = :id::uuid AND ${ofStudio()} AND ${checked(`state <> 'paused'`)}`,
});

/** All that sign in with one secret, of which there is a new one. */
export const wakeMailboxesOf = statement({
  name: 'wake-mailboxes-of-credential',
  params: { studioId: text, credentialId: text },
  sql: `
  UPDATE mailboxes SET revision = revision + 1, updated_at = now(), cause = NULL, reason = NULL, waiting_until = NULL,
    state = CASE WHEN state = 'paused' THEN state ELSE 'connecting' END, since = CASE WHEN state = 'paused' THEN since ELSE now() END
  WHERE studio_id = :studioId::uuid AND credential_id = :credentialId::uuid`,
});

export const pauseMailbox = statement({
  name: 'pause-mailbox',
  params: byId,
  sql: `
  UPDATE mailboxes SET state = 'paused', since = now(), cause = NULL, reason = NULL, waiting_until = NULL, next_check_at = NULL, revision = revision + 1,
    updated_at = now()
  WHERE id = :id::uuid AND ${ofStudio()} AND ${checked(`state <> 'paused'`)}`,
});

export const resumeMailbox = statement({
  name: 'resume-mailbox',
  params: byId,
  sql: `
  UPDATE mailboxes SET state = 'connecting', since = now(), revision = revision + 1, updated_at = now()
  WHERE id = :id::uuid AND ${ofStudio()} AND ${checked(`state = 'paused'`)}`,
});

/** Its mirror goes with it; its correspondence stays. */
export const deleteMailbox = statement({
  name: 'delete-mailbox',
  params: { ...byId, revision: integer },
  sql: `DELETE FROM mailboxes WHERE id = :id::uuid AND ${ofStudio()} AND revision = :revision`,
});

const folder = {
  id: text,
  path: text,
  delimiter: text.orNull,
  role: oneOf<FolderRole>().orNull,
  isRoleByHand: bool,
  isSynced: bool,
  count: integer,
  unread: integer,
};
export type MailFolderView = RowOf<typeof folder>;

export const viewFolders = statement({
  name: 'view-mail-folders',
  params: { studioId: text, mailboxId: text },
  row: folder,
  sql: `
  SELECT f.id::text, f.path, f.delimiter, f.role, f.is_role_by_hand, f.is_synced, f.count, p.unread
  FROM mail_folders f JOIN LATERAL (
    SELECT count(*)::int AS unread FROM placements x
    WHERE x.studio_id = f.studio_id AND x.folder_id = f.id AND x.gone_at IS NULL AND NOT x.flags @> ARRAY['\\Seen']) p ON true
  WHERE f.studio_id = :studioId::uuid AND f.mailbox_id = :mailboxId::uuid AND f.gone_at IS NULL
  ORDER BY f.role NULLS LAST, f.path`,
});

/** A role is that of one folder: whoever had it has none. */
export const clearFolderRole = statement({
  name: 'clear-mail-folder-role',
  params: { studioId: text, mailboxId: text, role: oneOf<FolderRole>() },
  sql: `
  UPDATE mail_folders SET role = NULL, is_role_by_hand = true
  WHERE studio_id = :studioId::uuid AND mailbox_id = :mailboxId::uuid AND role = :role::folder_role AND gone_at IS NULL`,
});

export const updateFolder = statement({
  name: 'update-mail-folder-by-hand',
  params: {
    studioId: text,
    mailboxId: text,
    id: text,
    role: oneOf<FolderRole>().orNull,
    isRoleByHand: bool,
    isSynced: bool,
  },
  sql: `
  UPDATE mail_folders SET role = :role::folder_role, is_role_by_hand = :isRoleByHand::boolean, is_synced = :isSynced::boolean
  WHERE id = :id::uuid AND ${ofStudio()} AND ${checked('mailbox_id = :mailboxId::uuid')} AND gone_at IS NULL`,
});

/** The newest first. */
export const listJournal = statement({
  name: 'list-mail-journal',
  params: { studioId: text, mailboxId: text },
  row: { id: text, at: instant, fact: json<{ readonly fact: string }>(), folder: text.orNull },
  sql: `
  SELECT j.id::text, j.at, j.fact, f.path AS folder FROM mail_journal j
  LEFT JOIN mail_folders f ON f.studio_id = j.studio_id AND f.id::text = j.fact->>'folder'
  WHERE j.studio_id = :studioId::uuid AND j.mailbox_id = :mailboxId::uuid ORDER BY j.id DESC LIMIT 100`,
});

export const listQuarantined = statement({
  name: 'list-quarantined-mail',
  params: { studioId: text, mailboxId: text },
  row: { id: text, at: instant, size: integer, reason: json<Reason>().orNull, folder: text.orNull },
  sql: `
  SELECT i.sha256 AS id, i.fetched_at AS at, octet_length(i.content) AS size, i.reason, (
    SELECT f.path FROM placements p JOIN mail_folders f ON f.studio_id = p.studio_id AND f.id = p.folder_id
    WHERE p.studio_id = i.studio_id AND p.mailbox_id = i.mailbox_id AND p.sha256 = i.sha256 AND p.gone_at IS NULL LIMIT 1) AS folder
  FROM intake i WHERE i.studio_id = :studioId::uuid AND i.mailbox_id = :mailboxId::uuid AND i.state = 'quarantined'
  ORDER BY i.fetched_at DESC LIMIT 100`,
});
