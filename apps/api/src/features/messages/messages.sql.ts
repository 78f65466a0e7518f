import { integer, statement, text } from '@cueline/database/sql';

/** The messages of a record, newest first, from after `:cursor` on: those of a client, about a record, and linked with it. */
export const messagesOfRecord = statement({
  name: 'messages-of-record',
  params: { studioId: text, recordId: text, cursor: text.orNull, limit: integer },
  row: { id: text },
  sql: `
  SELECT m.id::text FROM messages m JOIN (
    SELECT x.id FROM messages x WHERE x.studio_id = :studioId AND x.client_id = :recordId
    UNION SELECT x.id FROM messages x WHERE x.studio_id = :studioId AND x.subject_id = :recordId
    UNION SELECT x.message_id FROM message_links x WHERE x.studio_id = :studioId AND x.record_id = :recordId) of ON of.id = m.id
  WHERE m.studio_id = :studioId
    AND (:cursor::uuid IS NULL OR (m.occurred_at, m.id) < (SELECT p.occurred_at, p.id FROM messages p WHERE p.studio_id = :studioId AND p.id = :cursor))
  ORDER BY m.occurred_at DESC, m.id DESC LIMIT :limit`,
});
