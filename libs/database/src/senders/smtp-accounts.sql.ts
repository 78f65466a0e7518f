import type { Reason } from '@cueline/workflows';
import { bool, instant, integer, json, oneOf, text, type RowOf } from '../client/columns.js';
import { ofStudio } from '../client/row-conditions.sql.js';
import { statement } from '../client/statement.js';
import type { SmtpAccountState, MailAuth, MailSecurity } from '../generated/client.js';
import { groupsOfAccount } from '../ledger/account-groups.sql.js';

/** Where an account signs in, and as whom. */
const settings = {
  host: text,
  port: integer,
  security: oneOf<MailSecurity>(),
  username: text,
  limitPerMinute: integer.orNull,
  limitPerDay: integer.orNull,
};
export type SmtpSettings = RowOf<typeof settings>;

/** Whose OAuth 2 sign-in it is. */
export type MailProvider = 'google' | 'microsoft';

const signIn = { auth: oneOf<MailAuth>(), provider: oneOf<MailProvider>().orNull, credentialId: text.orNull };
const byId = { studioId: text, id: text };

export const insertSmtpAccount = statement({
  name: 'insert-smtp-account',
  params: { ...byId, brandId: text, ...settings, ...signIn },
  sql: `
  INSERT INTO smtp_accounts (id, studio_id, brand_id, host, port, security, username, limit_per_minute, limit_per_day, auth, provider, credential_id)
  VALUES (:id::uuid, :studioId::uuid, :brandId::uuid, :host, :port, :security::mail_security, :username, :limitPerMinute::int, :limitPerDay::int, :auth::mail_auth,
    :provider, :credentialId::uuid)`,
});

const address = { fromName: text, address: text, replyTo: text.orNull };
export type SenderAddress = RowOf<typeof address>;

export const insertAccountSender = statement({
  name: 'insert-account-sender',
  params: { studioId: text, brandId: text, accountId: text, ...address },
  sql: `
  INSERT INTO senders (id, studio_id, brand_id, kind, account_id, from_name, address, reply_to, is_default)
  VALUES (gen_random_uuid(), :studioId::uuid, :brandId::uuid, 'smtp', :accountId::uuid, :fromName, :address, :replyTo, false)`,
});

/**
 * Nothing where somebody has changed it meanwhile. What is changed is unproven, but where only names and limits are.
 * @see SmtpAccounts.update
 */
export const updateSmtpAccount = statement({
  name: 'update-smtp-account',
  params: { ...byId, revision: integer, credentialId: text.orNull, isOtherSignIn: bool, ...settings },
  sql: `
  UPDATE smtp_accounts SET host = :host, port = :port, security = :security::mail_security, username = :username, limit_per_minute = :limitPerMinute::int,
    limit_per_day = :limitPerDay::int, credential_id = :credentialId::uuid, revision = revision + 1, updated_at = now(),
    state = CASE WHEN :isOtherSignIn::boolean THEN 'unchecked' ELSE state END, since = CASE WHEN :isOtherSignIn::boolean THEN now() ELSE since END,
    cause = CASE WHEN :isOtherSignIn::boolean THEN NULL ELSE cause END, reason = CASE WHEN :isOtherSignIn::boolean THEN NULL ELSE reason END,
    proven_at = CASE WHEN :isOtherSignIn::boolean THEN NULL ELSE proven_at END
  WHERE id = :id::uuid AND ${ofStudio()} AND revision = :revision`,
});

export const updateAccountSender = statement({
  name: 'update-account-sender',
  params: { studioId: text, accountId: text, ...address },
  sql: `
  UPDATE senders SET from_name = :fromName, address = :address, reply_to = :replyTo, updated_at = now()
  WHERE account_id = :accountId::uuid AND studio_id = :studioId::uuid`,
});

/** Its senders go with it. */
export const deleteSmtpAccount = statement({
  name: 'delete-smtp-account',
  params: { ...byId, revision: integer },
  sql: `DELETE FROM smtp_accounts WHERE id = :id::uuid AND ${ofStudio()} AND revision = :revision`,
});

/** Before another sender becomes it: at most one of a brand is. */
export const clearDefaultSender = statement({
  name: 'clear-default-sender',
  params: { studioId: text, brandId: text },
  sql: `UPDATE senders SET is_default = false, updated_at = now() WHERE studio_id = :studioId::uuid AND brand_id = :brandId::uuid AND is_default`,
});

export const makeDefaultSender = statement({
  name: 'make-default-sender',
  params: { studioId: text, accountId: text },
  sql: `UPDATE senders SET is_default = true, updated_at = now() WHERE account_id = :accountId::uuid AND studio_id = :studioId::uuid`,
});

/** The brand sends from the platform's address again: by the sender that it has for it, or without one. */
export const makePlatformSenderDefault = statement({
  name: 'make-platform-sender-default',
  params: { studioId: text, brandId: text },
  sql: `
  UPDATE senders SET is_default = true, updated_at = now() WHERE id = (
    SELECT id FROM senders WHERE studio_id = :studioId::uuid AND brand_id = :brandId::uuid AND kind = 'platform' ORDER BY created_at, id LIMIT 1)`,
});

/** An account as it is opened to send. */
const account = {
  id: text,
  brandId: text,
  address: text,
  host: text,
  port: integer,
  security: oneOf<MailSecurity>(),
  username: text,
  ...signIn,
  limitPerMinute: integer.orNull,
  limitPerDay: integer.orNull,
  revision: integer,
};
export type SendingSmtpAccount = RowOf<typeof account>;

export const findSendingAccount = statement({
  name: 'find-sending-account',
  params: byId,
  row: account,
  sql: `
  SELECT a.id::text, a.brand_id::text, s.address, a.host, a.port, a.security, a.username, a.auth, a.provider, a.credential_id::text, a.limit_per_minute,
    a.limit_per_day, a.revision
  FROM smtp_accounts a JOIN LATERAL (
    SELECT x.address FROM senders x WHERE x.studio_id = a.studio_id AND x.account_id = a.id ORDER BY x.created_at, x.id LIMIT 1) s ON true
  WHERE a.id = :id::uuid AND ${ofStudio('a')}`,
});

const view = {
  ...account,
  ...address,
  isDefault: bool,
  state: oneOf<SmtpAccountState>(),
  cause: text.orNull,
  reason: json<Reason>().orNull,
  since: instant,
  provenAt: instant.orNull,
  createdAt: instant,
  updatedAt: instant,
  /** Mails that trouble of the account holds, those that wait for a person to ask about their age, and those that its limits delay. */
  held: integer,
  late: integer,
  delayed: integer,
  oldestHeldAt: instant.orNull,
  nextTryAt: instant.orNull,
};
export type SmtpAccountView = RowOf<typeof view>;

/** Accounts with how they are, by their brand and address. Null: all. */
export const listSmtpAccounts = statement({
  name: 'list-smtp-accounts',
  params: { studioId: text, id: text.orNull, brandId: text.orNull },
  row: view,
  sql: `
  SELECT a.id::text, a.brand_id::text, s.address, s.from_name, s.reply_to, s.is_default, a.host, a.port, a.security, a.username, a.auth, a.provider,
    a.credential_id::text, a.limit_per_minute, a.limit_per_day, a.state, a.cause, a.reason, a.since, a.proven_at, a.revision, a.created_at, a.updated_at,
    w.held, w.late, w.oldest_held_at, d.delayed, h.next_try_at
  FROM smtp_accounts a JOIN LATERAL (
    SELECT x.address, x.from_name, x.reply_to, x.is_default FROM senders x WHERE x.studio_id = a.studio_id AND x.account_id = a.id
    ORDER BY x.is_default DESC, x.created_at, x.id LIMIT 1) s ON true
  JOIN LATERAL (
    SELECT count(*) FILTER (WHERE q.hold_group = ${groupsOfAccount.held('a')})::int AS held, count(*) FILTER (WHERE q.hold_group = ${groupsOfAccount.late('a')})::int AS late,
      min(COALESCE(q.first_held_at, q.held_at)) AS oldest_held_at
    FROM sends q WHERE q.studio_id = a.studio_id AND q.state = 'held' AND q.hold_group IN (${groupsOfAccount.held('a')}, ${groupsOfAccount.late('a')})) w ON true
  JOIN LATERAL (
    SELECT count(*)::int AS delayed FROM sends q WHERE q.studio_id = a.studio_id AND q.state = 'queued' AND q.limited_by = a.id AND q.limited_until > now()) d ON true
  LEFT JOIN LATERAL (
    SELECT m.next_probe_at AS next_try_at FROM mail_holds m WHERE m.studio_id = a.studio_id AND m.hold_group = ${groupsOfAccount.held('a')} AND m.cleared_at IS NULL) h ON true
  WHERE a.studio_id = :studioId::uuid AND (:id::uuid IS NULL OR a.id = :id::uuid) AND (:brandId::uuid IS NULL OR a.brand_id = :brandId::uuid)
  ORDER BY a.brand_id, s.address, a.id`,
});

/** The server accepted something by these settings. Written once a minute, and whenever it ends a trouble. */
export const markAccountWorking = statement({
  name: 'mark-smtp-account-working',
  params: { ...byId, revision: integer },
  sql: `
  UPDATE smtp_accounts SET since = CASE WHEN state = 'working' THEN since ELSE now() END, state = 'working', cause = NULL, reason = NULL, proven_at = now()
  WHERE id = :id::uuid AND ${ofStudio()} AND revision = :revision AND (state <> 'working' OR proven_at IS NULL OR proven_at < now() - interval '1 minute')`,
});

/** By these settings it does not work; those of a later revision may. */
export const markAccountTrouble = statement({
  name: 'mark-smtp-account-trouble',
  params: { ...byId, revision: integer, cause: text, reason: json<Reason>() },
  sql: `
  UPDATE smtp_accounts SET since = CASE WHEN state = 'needs_attention' THEN since ELSE now() END, state = 'needs_attention', cause = :cause, reason = :reason::jsonb
  WHERE id = :id::uuid AND ${ofStudio()} AND revision = :revision`,
});
