import { bool, integer, json, text, texts, wide } from '../client/columns.js';
import { statement } from '../client/statement.js';

const folder = { studioId: text, mailboxId: text, folderId: text };
const numbered = { ...folder, uidValidity: text };
const inFolder =
  'p.studio_id = :studioId::uuid AND p.mailbox_id = :mailboxId::uuid AND p.folder_id = :folderId::uuid';
const underNumbers = `${inFolder} AND p.uid_validity = :uidValidity::bigint`;

/** A flag row as it is passed in. */
interface FlagRow {
  readonly uid: number;
  readonly flags: readonly string[];
  readonly modSeq?: string | undefined;
}

/** At milliseconds since 1970. */
export interface PlacedRow extends FlagRow {
  readonly at: number;
  readonly size: number;
  readonly isNews: boolean;
}

/** What is placed already keeps its content: only what the server says of it is new. */
export const insertPlacements = statement({
  name: 'insert-placements',
  params: { ...numbered, rows: json<readonly PlacedRow[]>() },
  sql: `
  INSERT INTO placements AS p (studio_id, mailbox_id, folder_id, uid_validity, uid, flags, mod_seq, at, size, is_news)
  SELECT :studioId::uuid, :mailboxId::uuid, :folderId::uuid, :uidValidity::bigint, x.uid, ARRAY(SELECT jsonb_array_elements_text(x.flags)), x."modSeq",
    to_timestamp(x.at / 1000.0), x.size, x."isNews"
  FROM jsonb_to_recordset(:rows::jsonb) AS x(uid bigint, flags jsonb, "modSeq" bigint, at float8, size bigint, "isNews" boolean)
  ON CONFLICT (studio_id, folder_id, uid_validity, uid) DO UPDATE SET flags = excluded.flags, mod_seq = excluded.mod_seq, at = excluded.at,
    size = excluded.size, is_unreadable = false, gone_at = NULL,
    placed_at = CASE WHEN p.gone_at IS NULL THEN p.placed_at ELSE now() END`,
});

/** Of mails that are placed; others are passed over. */
export const updateFlags = statement({
  name: 'update-placement-flags',
  params: { ...numbered, rows: json<readonly FlagRow[]>() },
  sql: `
  UPDATE placements p SET flags = x.list, mod_seq = x."modSeq"
  FROM (
    SELECT r.uid, r."modSeq", ARRAY(SELECT jsonb_array_elements_text(r.flags)) AS list
    FROM jsonb_to_recordset(:rows::jsonb) AS r(uid bigint, flags jsonb, "modSeq" bigint)) x
  WHERE ${underNumbers} AND p.uid = x.uid AND (p.flags, p.mod_seq) IS DISTINCT FROM (x.list, x."modSeq")`,
});

/** @param uids a multirange */
export const losePlacements = statement({
  name: 'lose-placements',
  params: { ...numbered, uids: text },
  sql: `
  UPDATE placements p SET gone_at = now()
  WHERE ${underNumbers} AND p.gone_at IS NULL AND p.uid <@ :uids::text::int8multirange`,
});

/** Their folders are gone, or have other numbers. */
export const loseFoldersPlacements = statement({
  name: 'lose-placements-of-folders',
  params: { studioId: text, ids: texts },
  sql: `
  UPDATE placements SET gone_at = now()
  WHERE studio_id = :studioId::uuid AND folder_id = ANY(:ids::uuid[]) AND gone_at IS NULL`,
});

/** @param uids a multirange of mails of which nothing is known */
export const insertUnreadable = statement({
  name: 'insert-unreadable-placements',
  params: { ...numbered, uids: text },
  sql: `
  INSERT INTO placements (studio_id, mailbox_id, folder_id, uid_validity, uid, flags, at, size, is_news, is_unreadable)
  SELECT :studioId::uuid, :mailboxId::uuid, :folderId::uuid, :uidValidity::bigint, n.uid, '{}', now(), 0, false, true
  FROM unnest(:uids::text::int8multirange) r, generate_series(lower(r), upper(r) - 1) AS n(uid)
  ON CONFLICT (studio_id, folder_id, uid_validity, uid) DO NOTHING`,
});

/** SQL: the bytes of a mail are missing and may be asked for now. What is older than the mailbox's horizon is not fetched. */
export const isWanted = (placement: string, mailbox: string): string =>
  `${placement}.gone_at IS NULL AND ${placement}.sha256 IS NULL AND NOT ${placement}.is_unreadable AND ${placement}.attempts < 3
    AND (${placement}.next_try_at IS NULL OR ${placement}.next_try_at <= now()) AND (${mailbox}.horizon IS NULL OR ${placement}.at >= ${mailbox}.horizon)`;

/** As multiranges. */
export const placedUids = statement({
  name: 'placed-uids',
  params: folder,
  row: { uids: text, unreadable: text },
  sql: `
  SELECT coalesce(range_agg(int8range(p.uid, p.uid + 1)) FILTER (WHERE NOT p.is_unreadable), '{}')::text AS uids,
    coalesce(range_agg(int8range(p.uid, p.uid + 1)) FILTER (WHERE p.is_unreadable), '{}')::text AS unreadable
  FROM placements p WHERE ${inFolder} AND p.gone_at IS NULL`,
});

/** The newest whose content may be asked for now. */
export const wantedPlacements = statement({
  name: 'wanted-placements',
  params: { ...folder, most: integer },
  row: { uid: wide, size: wide, mayBeKnown: bool },
  sql: `
  SELECT p.uid, p.size, p.header_sha256 IS NULL AND EXISTS (
    SELECT 1 FROM placements o
    WHERE o.studio_id = p.studio_id AND o.mailbox_id = p.mailbox_id AND o.size = p.size AND o.at = p.at AND o.sha256 IS NOT NULL) AS may_be_known
  FROM placements p JOIN mailboxes m ON m.studio_id = p.studio_id AND m.id = p.mailbox_id
  WHERE ${inFolder} AND ${isWanted('p', 'm')}
  ORDER BY p.uid DESC LIMIT :most`,
});
