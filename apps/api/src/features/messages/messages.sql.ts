import { integer, statement, text } from '@cueline/database/sql';

/** The messages of a record, newest first, from after `:cursor` on: those of a client, about a record, and linked with it, unless a person said that it is not its. A mail that came to two addresses stands once. */
export const messagesOfRecord = statement({
  name: 'messages-of-record',
  params: { studioId: text, recordId: text, cursor: text.orNull, limit: integer },
  row: { id: text },
  sql: `
  SELECT m.id::text FROM messages m JOIN (
    SELECT x.id FROM messages x WHERE x.studio_id = :studioId AND x.client_id = :recordId
    UNION SELECT x.id FROM messages x WHERE x.studio_id = :studioId AND x.subject_id = :recordId
    UNION SELECT x.message_id FROM message_links x WHERE x.studio_id = :studioId AND x.record_id = :recordId AND x.state = 'on') of ON of.id = m.id
  WHERE m.studio_id = :studioId AND m.twin_of IS NULL
    AND NOT EXISTS (SELECT 1 FROM message_links n WHERE n.studio_id = :studioId AND n.message_id = m.id AND n.record_id = :recordId AND n.state = 'off')
    AND (:cursor::uuid IS NULL OR (m.occurred_at, m.id) < (SELECT p.occurred_at, p.id FROM messages p WHERE p.studio_id = :studioId AND p.id = :cursor))
  ORDER BY m.occurred_at DESC, m.id DESC LIMIT :limit`,
});
