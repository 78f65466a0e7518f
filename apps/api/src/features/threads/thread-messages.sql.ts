import { bool, instant, json, oneOf, statement, text, type RowOf } from '@cueline/database/sql';
import type { threads } from '@cueline/contracts';

type Message = threads.ThreadMessage;

const row = {
  id: text,
  direction: oneOf<Message['direction']>(),
  kind: oneOf<NonNullable<Message['kind']>>().orNull,
  evidence: json<Message['evidence']>(),
  people: json<readonly { readonly role: string; readonly name: string; readonly address: string }[]>(),
  subject: text,
  snippet: text,
  replyText: text,
  text,
  html: text,
  parts: json<Message['parts']>(),
  isUnread: bool,
  isFlagged: bool,
  occurredAt: instant,
  headerDate: instant.orNull,
  sendId: text.orNull,
  runId: text.orNull,
  workflow: json<Message['workflow']>().orNull,
  state: text.orNull,
  folders: json<Message['folders']>(),
  pending: json<Message['pending']>(),
  refused: json<readonly { readonly id: string; readonly kind: string; readonly reason: unknown }[]>(),
  effects: json<Message['effects']>(),
};
export type ThreadMessageRow = RowOf<typeof row>;

const MOST = 500;
const list = (fields: string, from: string) =>
  `COALESCE((SELECT jsonb_agg(jsonb_build_object(${fields})) FROM ${from}), '[]')`;

/** The messages of a conversation, the first one first; one that came to two addresses of the studio once. */
export const messagesOfThread = statement({
  name: 'messages-of-thread',
  params: { studioId: text, threadId: text },
  row,
  sql: `
  SELECT m.id::text, m.direction, m.kind, m.evidence, m.subject, m.snippet, m.reply_text, m.text, m.html, m.is_unread, m.is_flagged, m.occurred_at, m.header_date,
    m.send_id::text, s.run_id::text, s.state::text AS state,
    CASE WHEN w.id IS NOT NULL THEN jsonb_build_object('id', w.id, 'name', w.name) END AS workflow,
    COALESCE((SELECT jsonb_agg(jsonb_build_object('role', p.role, 'name', p.name, 'address', p.address) ORDER BY p.role, p.n) FROM message_people p
      WHERE p.studio_id = :studioId AND p.message_id = m.id), '[]') AS people,
    COALESCE((SELECT jsonb_agg(jsonb_build_object('number', p.number, 'fileName', p.file_name, 'type', p.type, 'size', p.size, 'isInline', p.is_inline, 'kind', p.kind) ORDER BY p.number)
      FROM message_parts p WHERE p.studio_id = :studioId AND p.message_id = m.id), '[]') AS parts,
    ${list(
      `'id', f.id, 'mailboxId', f.mailbox_id, 'path', f.path, 'role', f.role`,
      `placements p JOIN mail_folders f ON f.studio_id = :studioId AND f.id = p.folder_id
      WHERE p.studio_id = :studioId AND p.mailbox_id = m.mailbox_id AND p.sha256 = m.sha256 AND p.gone_at IS NULL`,
    )} AS folders,
    ${list(
      `'id', c.id, 'kind', c.kind`,
      `mailbox_commands c WHERE c.studio_id = :studioId AND c.message_id = m.id AND c.state IN ('waiting', 'running', 'confirming')`,
    )} AS pending,
    ${list(
      `'id', c.id, 'kind', c.kind, 'reason', c.reason`,
      `mailbox_commands c WHERE c.studio_id = :studioId AND c.message_id = m.id AND c.state IN ('refused', 'failed') AND c.created_at > now() - interval '7 days'`,
    )} AS refused,
    ${list(
      `'runId', d.run_id, 'workflow', d.name, 'did', d.did`,
      `(SELECT p.run_id, v.name, 'endedWait' AS did FROM events e JOIN run_steps p ON p.studio_id = :studioId AND p.event_id = e.id
          JOIN runs r ON r.studio_id = :studioId AND r.id = p.run_id JOIN workflows v ON v.studio_id = :studioId AND v.id = r.workflow_id
        WHERE e.studio_id = :studioId AND e.subject_id = m.id
        UNION ALL SELECT r.id, v.name, 'started' FROM events e JOIN runs r ON r.studio_id = :studioId AND r.event_id = e.id
          JOIN workflows v ON v.studio_id = :studioId AND v.id = r.workflow_id
        WHERE e.studio_id = :studioId AND e.subject_id = m.id) d`,
    )} AS effects
  FROM messages m LEFT JOIN sends s ON s.studio_id = :studioId AND s.id = m.send_id
    LEFT JOIN runs r ON r.studio_id = :studioId AND r.id = s.run_id
    LEFT JOIN workflows w ON w.studio_id = :studioId AND w.id = r.workflow_id
  WHERE m.studio_id = :studioId AND m.thread_id = :threadId AND m.twin_of IS NULL
  ORDER BY m.occurred_at, m.id LIMIT ${MOST}`,
});
