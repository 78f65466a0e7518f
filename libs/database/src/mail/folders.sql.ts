import { bool, instant, integer, json, oneOf, text, texts, wide } from '../client/columns.js';
import { statement } from '../client/statement.js';
import type { FolderRole } from '../generated/client.js';
import { isWanted } from './placements.sql.js';

const mailbox = { studioId: text, mailboxId: text };
const folder = { ...mailbox, folderId: text };
const ofFolder = 'studio_id = :studioId::uuid AND mailbox_id = :mailboxId::uuid AND id = :folderId::uuid';

export const findMailbox = statement({
  name: 'find-mailbox',
  params: mailbox,
  row: {
    connectedAt: instant,
    distrusts: texts,
    syncsAll: bool,
    sentCopy: oneOf<'unknown' | 'provider' | 'ours'>(),
  },
  sql: `SELECT connected_at, distrusts, syncs_all, sent_copy FROM mailboxes WHERE studio_id = :studioId::uuid AND id = :mailboxId::uuid`,
});

/** As they are now. Of mails whose content is wanted and may be tried, a thousand are counted at most. */
export const listFolders = statement({
  name: 'list-mail-folders',
  params: mailbox,
  row: {
    id: text,
    path: text,
    role: oneOf<FolderRole>().orNull,
    isSynced: bool,
    objectId: text.orNull,
    uidValidity: text.orNull,
    uidNext: wide,
    floor: wide,
    modSeq: text.orNull,
    count: integer,
    wanting: wide,
    newFromUid: wide,
    newFromAt: instant,
    comparedAt: instant.orNull,
    flagsReadAt: instant.orNull,
    checkedAt: instant.orNull,
  },
  sql: `
  SELECT f.id::text, f.path, f.role, f.is_synced, f.object_id, f.uid_validity::text, f.uid_next, f.floor, f.mod_seq::text, f.count, w.wanting,
    f.new_from_uid, f.new_from_at, f.compared_at, f.flags_read_at, f.checked_at
  FROM mail_folders f JOIN mailboxes m ON m.studio_id = f.studio_id AND m.id = f.mailbox_id CROSS JOIN LATERAL (
    SELECT count(*) AS wanting FROM (
      SELECT 1 FROM placements p WHERE p.studio_id = f.studio_id AND p.folder_id = f.id AND ${isWanted('p', 'm')} LIMIT 1000) waiting) w
  WHERE f.studio_id = :studioId::uuid AND f.mailbox_id = :mailboxId::uuid AND f.gone_at IS NULL
  ORDER BY f.path`,
});

/** A folder that was found on the server. One with its path is there already after a repeat. */
export const insertFolders = statement({
  name: 'insert-mail-folders',
  params: {
    ...mailbox,
    folders: json<
      readonly {
        readonly path: string;
        readonly delimiter: string | null;
        readonly role: FolderRole | null;
        readonly isSynced: boolean;
        readonly objectId: string | null;
      }[]
    >(),
  },
  sql: `
  INSERT INTO mail_folders (id, studio_id, mailbox_id, path, delimiter, role, is_synced, object_id)
  SELECT gen_random_uuid(), :studioId::uuid, :mailboxId::uuid, x.path, x.delimiter, x.role::folder_role, x."isSynced", x."objectId"
  FROM jsonb_to_recordset(:folders::jsonb) AS x(path text, delimiter text, role text, "isSynced" boolean, "objectId" text)
  ON CONFLICT (studio_id, mailbox_id, path) WHERE gone_at IS NULL DO NOTHING`,
});

/** Its path may be the one that another folder has until it is moved as well: so all of them leave their path first. */
export const moveFolders = statement({
  name: 'move-mail-folders',
  params: { ...mailbox, ids: texts },
  sql: `
  UPDATE mail_folders SET path = path || chr(1) || id::text
  WHERE studio_id = :studioId::uuid AND mailbox_id = :mailboxId::uuid AND id = ANY(:ids::uuid[]) AND gone_at IS NULL`,
});

export const updateFolders = statement({
  name: 'update-mail-folders',
  params: {
    ...mailbox,
    folders: json<
      readonly {
        readonly id: string;
        readonly path: string;
        readonly role: FolderRole | null;
        readonly objectId: string | null;
      }[]
    >(),
  },
  sql: `
  UPDATE mail_folders f SET path = x.path, role = CASE WHEN f.is_role_by_hand THEN f.role ELSE x.role::folder_role END, object_id = x."objectId"
  FROM jsonb_to_recordset(:folders::jsonb) AS x(id uuid, path text, role text, "objectId" text)
  WHERE f.studio_id = :studioId::uuid AND f.mailbox_id = :mailboxId::uuid AND f.id = x.id AND f.gone_at IS NULL
    AND (f.path, f.role, f.object_id) IS DISTINCT FROM (x.path, x.role::folder_role, x."objectId")`,
});

export const loseFolders = statement({
  name: 'lose-mail-folders',
  params: { ...mailbox, ids: texts },
  sql: `
  UPDATE mail_folders SET gone_at = now(), count = 0
  WHERE studio_id = :studioId::uuid AND mailbox_id = :mailboxId::uuid AND id = ANY(:ids::uuid[]) AND gone_at IS NULL`,
});

/** Under the numbers that its server has for it now. */
export const beginFolder = statement({
  name: 'begin-mail-folder',
  params: {
    ...folder,
    uidValidity: text,
    objectId: text.orNull,
    uidNext: wide,
    newFromUid: wide,
    newFromAt: instant,
  },
  sql: `
  UPDATE mail_folders SET uid_validity = :uidValidity::bigint, object_id = :objectId, uid_next = :uidNext::bigint, floor = :uidNext::bigint, count = 0,
    mod_seq = NULL, compared_at = NULL, flags_read_at = NULL, checked_at = NULL, new_from_uid = :newFromUid::bigint, new_from_at = :newFromAt::timestamptz
  WHERE ${ofFolder}`,
});

/** Null: as it was. `setsModSeq`: a folder may lose it. */
export const moveCursor = statement({
  name: 'move-mail-cursor',
  params: {
    ...folder,
    uidNext: wide.orNull,
    floor: wide.orNull,
    setsModSeq: bool,
    modSeq: text.orNull,
    comparedAt: instant.orNull,
    flagsReadAt: instant.orNull,
    checkedAt: instant.orNull,
  },
  sql: `
  UPDATE mail_folders SET uid_next = coalesce(:uidNext::bigint, uid_next), floor = coalesce(:floor::bigint, floor),
    mod_seq = CASE WHEN :setsModSeq::boolean THEN :modSeq::bigint ELSE mod_seq END, compared_at = coalesce(:comparedAt::timestamptz, compared_at),
    flags_read_at = coalesce(:flagsReadAt::timestamptz, flags_read_at), checked_at = coalesce(:checkedAt::timestamptz, checked_at)
  WHERE ${ofFolder}`,
});

/** After placements have come or gone. */
export const countFolder = statement({
  name: 'count-mail-folder',
  params: folder,
  sql: `
  UPDATE mail_folders f SET count = (
    SELECT count(*) FROM placements p WHERE p.studio_id = f.studio_id AND p.folder_id = f.id AND p.gone_at IS NULL)
  WHERE ${ofFolder}`,
});

export const insertJournal = statement({
  name: 'insert-mail-journal',
  params: { ...mailbox, facts: json<readonly { readonly fact: string }[]>() },
  sql: `
  INSERT INTO mail_journal (studio_id, mailbox_id, fact)
  SELECT :studioId::uuid, :mailboxId::uuid, x.fact FROM jsonb_array_elements(:facts::jsonb) WITH ORDINALITY AS x(fact, n) ORDER BY x.n`,
});
