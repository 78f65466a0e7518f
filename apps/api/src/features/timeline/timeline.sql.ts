import {
  instant,
  integer,
  json,
  oneOf,
  statement,
  statementsFor,
  text,
  type RowOf,
} from '@cueline/database/sql';
import type { timeline } from '@cueline/contracts';
import { kinds, runIsIn, scopeOf, sendIsIn, type Kind } from './scope.sql.js';

const row = {
  /** Unique among all rows: with the instant it is the row's place. */
  key: text,
  at: instant,
  kind: oneOf<timeline.TimelineKind>(),
  title: text.orNull,
  stepKind: text.orNull,
  person: text.orNull,
  body: text.orNull,
  origin: text.orNull,
  reason: json<unknown>(),
  taskStatus: oneOf<NonNullable<timeline.TimelineEntry['taskStatus']>>().orNull,
  dueAt: instant.orNull,
  mailKind: oneOf<NonNullable<timeline.TimelineEntry['mailKind']>>().orNull,
  messageId: text.orNull,
  threadId: text.orNull,
  sendId: text.orNull,
  runId: text.orNull,
  taskId: text.orNull,
  noteId: text.orNull,
};
export type TimelineRow = RowOf<typeof row>;

const TEXT_LENGTH = 300;
const fate = `CASE s.state WHEN 'in_doubt' THEN 'inDoubt' WHEN 'suppressed' THEN 'notSent' WHEN 'sent' THEN 'sent' ELSE 'failed' END`;

const emails = (kind: Kind) => `
  SELECT 'message:' || m.id AS key, m.occurred_at AS at,
    CASE WHEN m.direction = 'incoming' THEN 'received' WHEN s.id IS NULL THEN 'sent' ELSE ${fate} END AS kind,
    m.subject AS title, NULL::text AS step_kind,
    CASE m.direction WHEN 'incoming' THEN COALESCE(NULLIF(author.name, ''), m.from_address) ELSE array_to_string(m.to_addresses, ', ') END AS person,
    left(COALESCE(NULLIF(m.reply_text, ''), m.text), ${TEXT_LENGTH}) AS body, COALESCE(h.author_name, w.name) AS origin, s.reason,
    NULL::text AS task_status, NULL::timestamptz AS due_at,
    m.kind::text AS mail_kind, m.id AS message_id, m.thread_id, m.send_id, s.run_id, NULL::uuid AS task_id, NULL::uuid AS note_id
  FROM (SELECT x.id FROM messages x WHERE x.studio_id = :studioId AND x.subject_id IN (SELECT id FROM scope)
    UNION SELECT x.message_id FROM message_links x WHERE x.studio_id = :studioId AND x.state = 'on' AND x.record_id IN (SELECT id FROM scope)
    UNION SELECT x.id FROM thread_links l JOIN messages x ON x.studio_id = :studioId AND x.thread_id = l.thread_id
      WHERE l.studio_id = :studioId AND l.state = 'on' AND l.record_id IN (SELECT id FROM scope)
    ${kind === 'client' ? 'UNION SELECT x.id FROM messages x WHERE x.studio_id = :studioId AND x.client_id = :id' : ''}) its
    JOIN messages m ON m.studio_id = :studioId AND m.id = its.id
    LEFT JOIN message_people author ON author.studio_id = :studioId AND author.message_id = m.id AND author.role = 'from' AND author.n = 0
    LEFT JOIN sends s ON s.studio_id = :studioId AND s.id = m.send_id
    LEFT JOIN hand_mails h ON h.studio_id = :studioId AND h.send_id = s.id
    LEFT JOIN runs r ON r.studio_id = :studioId AND r.id = s.run_id
    LEFT JOIN workflows w ON w.studio_id = :studioId AND w.id = r.workflow_id
  WHERE m.twin_of IS NULL AND (s.id IS NULL OR s.state NOT IN ('held', 'queued', 'sending'))`;

/** They have no text: it is written when a mail leaves. */
const neverLeft = (kind: Kind) => `
  SELECT 'send:' || s.id, COALESCE(s.ended_at, s.updated_at), ${fate}, COALESCE(h.subject, t.name), NULL,
    COALESCE(NULLIF(s.to_name, ''), s.to_address), NULL, COALESCE(h.author_name, w.name), s.reason, NULL, NULL, NULL, NULL::uuid, NULL::uuid, s.id, s.run_id, NULL::uuid, NULL::uuid
  FROM sends s LEFT JOIN hand_mails h ON h.studio_id = :studioId AND h.send_id = s.id
    LEFT JOIN runs r ON r.studio_id = :studioId AND r.id = s.run_id
    LEFT JOIN workflows w ON w.studio_id = :studioId AND w.id = r.workflow_id
    LEFT JOIN templates t ON t.studio_id = :studioId AND t.id = s.template_id
  WHERE s.studio_id = :studioId AND s.purpose IN ('step', 'byHand') AND s.state IN ('failed', 'suppressed', 'bounced', 'in_doubt') AND ${sendIsIn(kind)}
    AND NOT EXISTS (SELECT 1 FROM messages x WHERE x.studio_id = :studioId AND x.send_id = s.id)`;

/** What was waited for and came, what was left out, what failed; a step that made mails is told of by them. */
const steps = (kind: Kind) => `
  SELECT concat_ws(':', 'step', p.run_id, p.step_id, p.visit), p.ended_at,
    CASE p.status WHEN 'done' THEN 'stepDone' WHEN 'skipped' THEN 'stepSkipped' ELSE 'stepFailed' END,
    t.name, p.kind, NULL, NULL, w.name, p.reason, NULL, NULL, NULL, NULL::uuid, NULL::uuid, NULL::uuid, p.run_id, NULL::uuid, NULL::uuid
  FROM runs r JOIN run_steps p ON p.studio_id = :studioId AND p.run_id = r.id
    JOIN workflows w ON w.studio_id = :studioId AND w.id = r.workflow_id
    JOIN workflow_versions v ON v.studio_id = :studioId AND v.id = r.version_id
    LEFT JOIN LATERAL (SELECT jsonb_path_query_first(v.definition, '$.steps.** ? (@.id == $s)', jsonb_build_object('s', p.step_id))->>'template' AS id
      WHERE p.kind = 'sendMail') used ON true
    LEFT JOIN templates t ON t.studio_id = :studioId AND t.id::text = used.id
  WHERE r.studio_id = :studioId AND ${runIsIn(kind)} AND p.ended_at IS NOT NULL
    AND (p.status IN ('skipped', 'failed') OR (p.status = 'done' AND p.kind IN ('waitForEvent', 'approve')))
    AND NOT EXISTS (SELECT 1 FROM sends x WHERE x.studio_id = :studioId AND x.run_id = p.run_id AND x.step_id = p.step_id AND x.visit = p.visit)`;

const runs = (kind: Kind) => `
  SELECT 'began:' || r.id, r.created_at, 'runStarted', w.name, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL::uuid, NULL::uuid, NULL::uuid, r.id, NULL::uuid, NULL::uuid
  FROM runs r JOIN workflows w ON w.studio_id = :studioId AND w.id = r.workflow_id WHERE r.studio_id = :studioId AND ${runIsIn(kind)}
  UNION ALL SELECT 'ended:' || r.id, r.ended_at, 'runEnded', w.name, NULL, NULL, NULL, NULL, r.reason, NULL, NULL, NULL, NULL::uuid, NULL::uuid, NULL::uuid, r.id, NULL::uuid, NULL::uuid
  FROM runs r JOIN workflows w ON w.studio_id = :studioId AND w.id = r.workflow_id
  WHERE r.studio_id = :studioId AND ${runIsIn(kind)} AND r.ended_at IS NOT NULL`;

const tasks = (kind: Kind) => `
  SELECT 'task:' || t.id, t.created_at, 'task', t.title, NULL, NULLIF(concat_ws(' ', a.first_name, NULLIF(a.last_name, '')), ''), NULLIF(t.notes, ''),
    NULL, NULL, t.status::text, t.due_at, NULL, NULL::uuid, NULL::uuid, NULL::uuid, NULL::uuid, t.id, NULL::uuid
  FROM tasks t LEFT JOIN staff a ON a.studio_id = :studioId AND a.id = t.assignee_id
  WHERE t.studio_id = :studioId AND ${kind === 'staff' ? 't.assignee_id = :id' : 't.id IN (SELECT id FROM scope)'}`;

const notes = () => `
  SELECT 'note:' || n.id, n.created_at, 'note', NULL, NULL, n.author_name, n.text, NULL, NULL, NULL, NULL, NULL, NULL::uuid, NULL::uuid, NULL::uuid, NULL::uuid, NULL::uuid, n.id
  FROM record_notes n WHERE n.studio_id = :studioId AND n.record_id IN (SELECT id FROM scope)`;

const parts = [emails, neverLeft, steps, runs, tasks, notes];

/** What happened about a record and all that belongs to it, newest first. */
export const timelineStatements = statementsFor(kinds, (kind) =>
  statement({
    name: `timeline-${kind}`,
    params: {
      studioId: text,
      id: text,
      /** Place of the row that the page begins after. */
      at: text.orNull,
      key: text.orNull,
      limit: integer,
    },
    row,
    sql: `
  WITH scope AS (${scopeOf(kind)})
  SELECT y.key, y.at, y.kind, y.title, y.step_kind, y.person, y.body, y.origin, y.reason, y.task_status, y.due_at,
    y.mail_kind, y.message_id::text, y.thread_id::text, y.send_id::text, y.run_id::text, y.task_id::text, y.note_id::text
  FROM (${parts.map((part) => part(kind)).join('\n  UNION ALL')}) y
  WHERE :at::timestamptz IS NULL OR (y.at, y.key) < (:at, :key::text)
  ORDER BY y.at DESC, y.key DESC LIMIT :limit`,
  }),
);
