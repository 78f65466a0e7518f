import { oneOf, statement, text, texts, wide } from '@cueline/database/sql';
import type { FolderRole } from '@cueline/database';

/** The mails of messages, or of all messages of threads, where they are shown. */
export const shownMails = statement({
  name: 'shown-mails-of',
  params: { studioId: text, messageIds: texts, threadIds: texts },
  row: {
    messageId: text,
    mailboxId: text.orNull,
    /** Null: it lies on no server any more. */
    inFolder: text.orNull,
    inRole: oneOf<FolderRole>().orNull,
    uidValidity: text.orNull,
    uid: wide.orNull,
    folder: text.orNull,
    role: oneOf<FolderRole>().orNull,
    flags: texts.orNull,
  },
  sql: `
  WITH of AS (
    SELECT m.id FROM messages m
    WHERE m.studio_id = :studioId::uuid AND (m.id = ANY(:messageIds::uuid[]) OR m.thread_id = ANY(:threadIds::uuid[])) LIMIT 2000)
  SELECT of.id::text AS message_id, p.mailbox_id::text, p.in_folder::text, i.role AS in_role, p.uid_validity::text, p.uid, p.folder_id::text AS folder, f.role, p.flags
  FROM of
    LEFT JOIN shown_placements(:studioId::uuid, ARRAY(SELECT id FROM of)) p ON p.message_id = of.id
    LEFT JOIN mail_folders i ON i.studio_id = :studioId::uuid AND i.id = p.in_folder
    LEFT JOIN mail_folders f ON f.studio_id = :studioId::uuid AND f.id = p.folder_id
  ORDER BY p.in_folder, p.uid`,
});

/** The folders of mailboxes that something can be moved to. */
export const foldersOf = statement({
  name: 'mail-folders-of',
  params: { studioId: text, mailboxIds: texts },
  row: { id: text, mailboxId: text, role: oneOf<FolderRole>().orNull },
  sql: `
  SELECT f.id::text, f.mailbox_id::text, f.role FROM mail_folders f
  WHERE f.studio_id = :studioId::uuid AND f.mailbox_id = ANY(:mailboxIds::uuid[]) AND f.gone_at IS NULL ORDER BY f.path`,
});
