import { bytes, json, text, wide } from '../client/columns.js';
import { statement } from '../client/statement.js';

const numbered = { studioId: text, mailboxId: text, folderId: text, uidValidity: text };
const underNumbers =
  'p.studio_id = :studioId::uuid AND p.mailbox_id = :mailboxId::uuid AND p.folder_id = :folderId::uuid AND p.uid_validity = :uidValidity::bigint';

/** The bytes of a placed mail: stored once, and news where this is the first time that they are seen. */
export const insertIntake = statement({
  name: 'insert-intake',
  params: { ...numbered, uid: wide, sha256: text, headerSha256: text, content: bytes },
  sql: `
  INSERT INTO intake (studio_id, mailbox_id, sha256, header_sha256, content, is_news)
  SELECT p.studio_id, p.mailbox_id, :sha256, :headerSha256, :content, p.is_news
  FROM placements p WHERE ${underNumbers} AND p.uid = :uid::bigint
  ON CONFLICT (studio_id, mailbox_id, sha256) DO NOTHING`,
});

export const setContents = statement({
  name: 'set-placement-contents',
  params: {
    ...numbered,
    rows: json<readonly { readonly uid: number; readonly sha256: string; readonly headerSha256: string }[]>(),
  },
  sql: `
  UPDATE placements p SET sha256 = x.sha256, header_sha256 = x."headerSha256"
  FROM jsonb_to_recordset(:rows::jsonb) AS x(uid bigint, sha256 text, "headerSha256" text)
  WHERE ${underNumbers} AND p.uid = x.uid`,
});

/** Where all stored mails of this size, time and header have the same bytes, it is that mail; otherwise its own bytes are wanted. */
export const recognizePlacements = statement({
  name: 'recognize-placements',
  params: {
    ...numbered,
    rows: json<readonly { readonly uid: number; readonly headerSha256: string }[]>(),
  },
  sql: `
  UPDATE placements p SET header_sha256 = x."headerSha256", sha256 = (
    SELECT min(o.sha256) FROM placements o
    WHERE o.studio_id = p.studio_id AND o.mailbox_id = p.mailbox_id AND o.size = p.size AND o.at = p.at AND o.header_sha256 = x."headerSha256"
      AND o.sha256 IS NOT NULL
    HAVING count(DISTINCT o.sha256) = 1)
  FROM jsonb_to_recordset(:rows::jsonb) AS x(uid bigint, "headerSha256" text)
  WHERE ${underNumbers} AND p.uid = x.uid AND p.sha256 IS NULL`,
});

/** The server gave nothing for them. @param uids a multirange */
export const missContents = statement({
  name: 'miss-placement-contents',
  params: { ...numbered, uids: text },
  sql: `
  UPDATE placements p SET attempts = attempts + 1, next_try_at = now() + interval '20 minutes'
  WHERE ${underNumbers} AND p.uid <@ :uids::text::int8multirange AND p.sha256 IS NULL`,
});
