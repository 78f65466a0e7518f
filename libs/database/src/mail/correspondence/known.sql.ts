import { bool, instant, integer, json, oneOf, text, texts } from '../../client/columns.js';
import { statement } from '../../client/statement.js';
import type { LinkSource, LinkState, MessageDirection, MessageIdKind } from '../../generated/client.js';

/** Messages that have or name one of these ids. */
export const messagesByIds = statement({
  name: 'messages-by-ids',
  params: { studioId: text, hashes: texts },
  row: {
    id: text,
    kind: oneOf<MessageIdKind>(),
    messageId: text,
    threadId: text,
    sendId: text.orNull,
    direction: oneOf<MessageDirection>(),
    clientId: text.orNull,
    fromAddress: text,
    subject: text,
    textSha256: text,
    at: instant,
    isCopied: bool,
    twinOf: text.orNull,
  },
  sql: `
  SELECT i.id, i.kind, m.id::text AS message_id, m.thread_id::text, m.send_id::text, m.direction, m.client_id::text, m.from_address, m.subject,
    encode(sha256(convert_to(m.text, 'UTF8')), 'hex') AS text_sha256, m.occurred_at AS at, m.sha256 IS NOT NULL AS is_copied, m.twin_of::text
  FROM message_ids i JOIN messages m ON m.studio_id = i.studio_id AND m.id = i.message_id
  WHERE i.studio_id = :studioId::uuid AND i.hash = ANY(:hashes::text[]) AND m.thread_id IS NOT NULL
  ORDER BY m.occurred_at, m.id LIMIT 500`,
});

export const threadsOf = statement({
  name: 'threads-by-ids',
  params: { studioId: text, ids: texts },
  row: { id: text, startedAt: instant, isByHand: bool, size: integer, hasOurs: bool },
  sql: `
  SELECT t.id::text, t.started_at, t.is_by_hand, t.message_count AS size, t.last_out_at IS NOT NULL AS has_ours
  FROM threads t WHERE t.studio_id = :studioId::uuid AND t.id = ANY(:ids::uuid[])`,
});

/** Threads of two weeks with the same base subject and somebody in common. */
export const similarThreads = statement({
  name: 'similar-threads',
  params: { studioId: text, base: text, at: instant, keys: texts },
  row: { threadId: text, at: instant },
  sql: `
  SELECT t.id::text AS thread_id, t.last_at AS at FROM threads t
  WHERE t.studio_id = :studioId::uuid AND t.base_subject = :base AND t.last_at > :at::timestamptz - interval '14 days' AND t.last_at <= :at::timestamptz
    AND t.merged_into IS NULL AND EXISTS (
      SELECT 1 FROM messages m JOIN message_people p ON p.studio_id = m.studio_id AND p.message_id = m.id
      WHERE m.studio_id = t.studio_id AND m.thread_id = t.id AND p.key = ANY(:keys::text[]))
  ORDER BY t.last_at DESC LIMIT 5`,
});

/** What a thread belongs to, and who takes part in it. */
export const threadContext = statement({
  name: 'thread-context',
  params: { studioId: text, threadId: text },
  row: {
    links: json<readonly { type: string; id: string; source: LinkSource; state: LinkState }[]>(),
    keys: texts,
    clientId: text.orNull,
    hasOurs: bool,
  },
  sql: `
  SELECT COALESCE((
      SELECT jsonb_agg(jsonb_build_object('type', l.record_type, 'id', l.record_id, 'source', l.source, 'state', l.state) ORDER BY l.created_at, l.record_id)
      FROM thread_links l WHERE l.studio_id = t.studio_id AND l.thread_id = t.id), '[]') AS links,
    ARRAY(SELECT DISTINCT p.key FROM messages m JOIN message_people p ON p.studio_id = m.studio_id AND p.message_id = m.id
      WHERE m.studio_id = t.studio_id AND m.thread_id = t.id AND p.role IN ('from', 'replyTo', 'to', 'cc') LIMIT 2000) AS keys,
    (SELECT m.client_id::text FROM messages m WHERE m.studio_id = t.studio_id AND m.thread_id = t.id AND m.client_id IS NOT NULL AND m.direction = 'outgoing'
      ORDER BY m.occurred_at DESC LIMIT 1) AS client_id,
    t.last_out_at IS NOT NULL AS has_ours
  FROM threads t WHERE t.studio_id = :studioId::uuid AND t.id = :threadId::uuid`,
});

/** The records of a mail of ours. */
export const linksOfMessage = statement({
  name: 'links-of-message',
  params: { studioId: text, messageId: text },
  row: { type: text, id: text },
  sql: `
  SELECT l.record_type AS type, l.record_id::text AS id FROM message_links l
  WHERE l.studio_id = :studioId::uuid AND l.message_id = :messageId::uuid AND l.state = 'on' AND l.record_type <> ''
  ORDER BY l.record_type, l.record_id`,
});

export const threadOfSends = statement({
  name: 'thread-of-sends',
  params: { studioId: text, sendIds: texts },
  row: { threadId: text },
  sql: `
  SELECT m.thread_id::text FROM messages m
  WHERE m.studio_id = :studioId::uuid AND m.send_id = ANY(:sendIds::uuid[]) AND m.thread_id IS NOT NULL ORDER BY m.occurred_at DESC LIMIT 1`,
});
