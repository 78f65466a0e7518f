import { bool, bytes, instant, integer, json, oneOf, text, texts } from '../../client/columns.js';
import { statement } from '../../client/statement.js';
import type { FolderRole } from '../../generated/client.js';

const mail = { studioId: text, mailboxId: text, sha256: text };

/** Why a mail was not read: its limit, or what its reader or its filing came to. */
export interface SetAsideReason {
  readonly code: string;
  readonly params: { readonly detail: string };
}

/** SQL: nobody has it in hand. One whose worker died is taken again. */
const isFree = (intake: string): string =>
  `${intake}.state = 'fetched' AND (${intake}.taken_until IS NULL OR ${intake}.taken_until < now())`;

/** SQL: it lies, or lay, elsewhere than among the drafts, which are no correspondence. */
const isMail = (intake: string): string => `EXISTS (
    SELECT 1 FROM placements p JOIN mail_folders f ON f.studio_id = p.studio_id AND f.id = p.folder_id
    WHERE p.studio_id = ${intake}.studio_id AND p.mailbox_id = ${intake}.mailbox_id AND p.sha256 = ${intake}.sha256 AND f.role IS DISTINCT FROM 'drafts')`;

/** Mailboxes with mails that are to be read. */
export const mailboxesWithIntake = statement({
  name: 'mailboxes-with-intake',
  row: { studioId: text, mailboxId: text, brandId: text },
  sql: `
  SELECT m.studio_id::text, m.id::text AS mailbox_id, m.brand_id::text FROM mailboxes m
  WHERE EXISTS (SELECT 1 FROM intake i WHERE i.studio_id = m.studio_id AND i.mailbox_id = m.id AND ${isFree('i')} AND ${isMail('i')})
  ORDER BY m.id`,
});

/**
 * Some mails, those that have just come first. The attempt is counted before: one that kills its reader is set aside at last.
 * @param retried those that were begun before, which are taken alone: one that kills its reader takes no other with it
 */
export const takeIntake = statement({
  name: 'take-intake',
  params: { studioId: text, mailboxId: text, most: integer, retried: bool },
  row: { sha256: text, content: bytes, isNews: bool, attempts: integer },
  sql: `
  WITH due AS (
    SELECT i.studio_id, i.mailbox_id, i.sha256 FROM intake i
    WHERE i.studio_id = :studioId::uuid AND i.mailbox_id = :mailboxId::uuid AND (i.attempts > 0) = :retried::boolean AND ${isFree('i')} AND ${isMail('i')}
    ORDER BY i.is_news DESC, i.fetched_at LIMIT :most::int FOR UPDATE OF i SKIP LOCKED)
  UPDATE intake i SET attempts = i.attempts + 1, taken_until = now() + interval '60 seconds' FROM due
  WHERE i.studio_id = due.studio_id AND i.mailbox_id = due.mailbox_id AND i.sha256 = due.sha256
  RETURNING i.sha256, i.content, i.is_news, i.attempts`,
});

/** Its message is stored; no row: it was before. */
export const fileIntake = statement({
  name: 'file-intake',
  params: mail,
  sql: `
  UPDATE intake SET state = 'parsed', taken_until = NULL, reason = NULL
  WHERE studio_id = :studioId::uuid AND mailbox_id = :mailboxId::uuid AND sha256 = :sha256 AND state = 'fetched'`,
});

export const setIntakeAside = statement({
  name: 'set-intake-aside',
  params: { ...mail, reason: json<SetAsideReason>() },
  sql: `
  UPDATE intake SET state = 'quarantined', taken_until = NULL, reason = :reason::jsonb
  WHERE studio_id = :studioId::uuid AND mailbox_id = :mailboxId::uuid AND sha256 = :sha256 AND state = 'fetched'`,
});

/** Not now: whoever had it in hand could not go on. */
export const putIntakeBack = statement({
  name: 'put-intake-back',
  params: { studioId: text, mailboxId: text, sha256s: texts },
  sql: `
  UPDATE intake SET taken_until = NULL, attempts = attempts - 1
  WHERE studio_id = :studioId::uuid AND mailbox_id = :mailboxId::uuid AND sha256 = ANY(:sha256s::text[]) AND state = 'fetched'`,
});

/** When its server got it, and where it lies or lay. */
export const placesOfMail = statement({
  name: 'places-of-mail',
  params: mail,
  row: { at: instant.orNull, roles: json<readonly (FolderRole | null)[]>() },
  sql: `
  SELECT min(p.at) AS at, COALESCE(jsonb_agg(DISTINCT f.role), '[]') AS roles
  FROM placements p JOIN mail_folders f ON f.studio_id = p.studio_id AND f.id = p.folder_id
  WHERE p.studio_id = :studioId::uuid AND p.mailbox_id = :mailboxId::uuid AND p.sha256 = :sha256`,
});

/** Mails that could not be read, newest first. */
export const setAsideMails = statement({
  name: 'set-aside-mails',
  params: { studioId: text, mailboxId: text },
  row: {
    sha256: text,
    reason: json<SetAsideReason>().orNull,
    fetchedAt: instant,
    size: integer,
    state: oneOf<'quarantined'>(),
  },
  sql: `
  SELECT i.sha256, i.reason, i.fetched_at, octet_length(i.content) AS size, i.state FROM intake i
  WHERE i.studio_id = :studioId::uuid AND i.mailbox_id = :mailboxId::uuid AND i.state = 'quarantined' ORDER BY i.fetched_at DESC LIMIT 100`,
});

/** The bytes of a message as they came. */
export const rawMail = statement({
  name: 'raw-mail',
  params: { studioId: text, messageId: text },
  row: { mailboxId: text, content: bytes },
  sql: `
  SELECT i.mailbox_id::text, i.content FROM messages m JOIN intake i ON i.studio_id = m.studio_id AND i.mailbox_id = m.mailbox_id AND i.sha256 = m.sha256
  WHERE m.studio_id = :studioId::uuid AND m.id = :messageId::uuid`,
});
