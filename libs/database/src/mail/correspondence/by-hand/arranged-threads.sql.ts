import { integer, text, texts } from '../../../client/columns.js';
import { statement } from '../../../client/statement.js';

/** Those that have not gone into another one. */
export const threadsToArrange = statement({
  name: 'threads-to-arrange',
  params: { studioId: text, ids: texts },
  row: { id: text, messages: integer },
  sql: `
  SELECT id::text, message_count AS messages FROM threads
  WHERE studio_id = :studioId::uuid AND id = ANY(:ids::uuid[]) AND merged_into IS NULL`,
});

export const messageToSplitAt = statement({
  name: 'message-to-split-at',
  params: { studioId: text, threadId: text, messageId: text },
  row: { subject: text, before: integer },
  sql: `
  SELECT m.subject, (SELECT count(*)::int FROM messages x WHERE x.studio_id = m.studio_id AND x.thread_id = m.thread_id AND x.twin_of IS NULL
    AND (x.occurred_at, x.id) < (m.occurred_at, m.id)) AS before
  FROM messages m WHERE m.studio_id = :studioId::uuid AND m.id = :messageId::uuid AND m.thread_id = :threadId::uuid AND m.twin_of IS NULL`,
});

/** The message and those after it, with their twins, begin a thread that belongs to the same records. */
export const splitThread = statement({
  name: 'split-thread',
  params: { studioId: text, threadId: text, messageId: text, newId: text, base: text },
  sql: `
  WITH at AS (SELECT occurred_at, id, subject FROM messages WHERE studio_id = :studioId::uuid AND id = :messageId::uuid),
  going AS (
    SELECT m.id FROM messages m, at WHERE m.studio_id = :studioId::uuid AND m.thread_id = :threadId::uuid AND m.twin_of IS NULL
      AND (m.occurred_at, m.id) >= (at.occurred_at, at.id)
  ), made AS (
    INSERT INTO threads (id, studio_id, brand_id, subject, base_subject, started_at, last_at, related)
    SELECT :newId::uuid, t.studio_id, t.brand_id, at.subject, :base, at.occurred_at, t.last_at, t.id FROM threads t, at
    WHERE t.studio_id = :studioId::uuid AND t.id = :threadId::uuid
  ), linked AS (
    INSERT INTO thread_links (studio_id, thread_id, record_type, record_id, source, state, by)
    SELECT l.studio_id, :newId::uuid, l.record_type, l.record_id, l.source, l.state, l.by FROM thread_links l
    WHERE l.studio_id = :studioId::uuid AND l.thread_id = :threadId::uuid)
  UPDATE messages m SET thread_id = :newId::uuid WHERE m.studio_id = :studioId::uuid AND m.thread_id = :threadId::uuid
    AND (m.id IN (SELECT id FROM going) OR m.twin_of IN (SELECT id FROM going))`,
});

/** Rules change nothing of them from now on. */
export const keepThreadsAsArranged = statement({
  name: 'keep-threads-as-arranged',
  params: { studioId: text, ids: texts },
  sql: `UPDATE threads SET is_by_hand = true WHERE studio_id = :studioId::uuid AND id = ANY(:ids::uuid[])`,
});
