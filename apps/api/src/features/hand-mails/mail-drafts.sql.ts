import { instant, integer, json, oneOf, statement, text, type RowOf } from '@cueline/database/sql';
import type { handMails } from '@cueline/contracts';

const row = {
  id: text,
  aboutType: oneOf<handMails.MailAbout['type']>(),
  aboutId: text,
  content: json<handMails.MailDraftView['content']>(),
  updatedAt: instant,
};
export type MailDraftRow = RowOf<typeof row>;

const columns = 'd.id::text, d.about_type, d.about_id::text, d.content, d.updated_at';
const own = 'd.studio_id = :studioId::uuid AND d.author_id = :authorId::text';

/** One's own, the one that was changed last first. */
export const listMailDrafts = statement({
  name: 'list-mail-drafts',
  params: {
    studioId: text,
    authorId: text,
    aboutId: text.orNull,
    cursor: text.orNull,
    limit: integer,
  },
  row,
  sql: `
  SELECT ${columns} FROM mail_drafts d
  WHERE ${own} AND (:aboutId::uuid IS NULL OR d.about_id = :aboutId::uuid)
    AND (:cursor::uuid IS NULL OR (d.updated_at, d.id) < (SELECT p.updated_at, p.id FROM mail_drafts p WHERE p.studio_id = :studioId::uuid AND p.id = :cursor::uuid))
  ORDER BY d.updated_at DESC, d.id DESC LIMIT :limit`,
});

/** Begins a draft, once under its id; no row where it is another person's, or its letter was sent. */
export const createMailDraft = statement({
  name: 'create-mail-draft',
  params: {
    studioId: text,
    authorId: text,
    id: text,
    aboutType: text,
    aboutId: text,
    content: json<object>(),
  },
  row,
  sql: `
  INSERT INTO mail_drafts AS d (studio_id, id, author_id, about_type, about_id, content)
  SELECT :studioId::uuid, :id::uuid, :authorId::text, :aboutType::text, :aboutId::uuid, :content::jsonb
  WHERE NOT EXISTS (SELECT 1 FROM hand_mails h WHERE h.studio_id = :studioId::uuid AND h.letter_id = :id::uuid)
  ON CONFLICT (studio_id, id) DO UPDATE SET content = excluded.content, updated_at = now() WHERE d.author_id = excluded.author_id
  RETURNING ${columns}`,
});

/** Keeps what is written so far; no row where there is no such draft of one's own. */
export const saveMailDraft = statement({
  name: 'save-mail-draft',
  params: { studioId: text, authorId: text, id: text, content: json<object>() },
  row,
  sql: `UPDATE mail_drafts d SET content = :content::jsonb, updated_at = now() WHERE ${own} AND d.id = :id::uuid RETURNING ${columns}`,
});

export const deleteMailDraft = statement({
  name: 'delete-mail-draft',
  params: { studioId: text, authorId: text, id: text },
  sql: `DELETE FROM mail_drafts d WHERE ${own} AND d.id = :id::uuid`,
});
