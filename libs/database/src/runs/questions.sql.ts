import { bool, integer, oneOf, text, texts, type RowOf } from '../client/columns.js';
import { statement } from '../client/statement.js';

const dueRow = {
  id: text,
  studioId: text,
  runId: text,
  stepId: text,
  visit: integer,
  reminders: integer,
  /** Its run waits there; else nobody is told any more. */
  isOpen: bool,
};
/** A question that the studio is to be told of. */
export type DueQuestion = RowOf<typeof dueRow>;

/**
 * Locks the question that has been due for longest, but `:but`. A run that is paused is not asked about until it goes on; one whose step is not on record yet is
 * about to be.
 */
export const dueQuestion = statement({
  name: 'due-question',
  params: { but: texts },
  row: dueRow,
  sql: `
  SELECT a.id::text, a.studio_id::text, a.run_id::text, a.step_id, a.visit, a.reminders, (r.ended_at IS NULL AND s.status = 'waiting') AS is_open
  FROM approvals a JOIN runs r ON r.studio_id = a.studio_id AND r.id = a.run_id
    JOIN run_steps s ON s.studio_id = a.studio_id AND s.run_id = a.run_id AND s.step_id = a.step_id AND s.visit = a.visit
  WHERE a.state = 'waiting' AND a.remind_at <= now() AND (r.paused_at IS NULL OR r.ended_at IS NOT NULL) AND s.status <> 'running' AND a.id <> ALL(:but::uuid[])
  ORDER BY a.remind_at LIMIT 1 FOR UPDATE OF a SKIP LOCKED`,
});

export const noteReminder = statement({
  name: 'note-reminder',
  params: { studioId: text, approvalId: text, reminders: integer, next: text.orNull },
  sql: 'UPDATE approvals SET reminders = :reminders, remind_at = :next WHERE studio_id = :studioId AND id = :approvalId',
});

const openRow = {
  kind: oneOf<'question' | 'mail'>(),
  question: text,
  reminders: integer,
  workflowName: text,
  clientName: text.orNull,
  /** The reader may still answer. */
  isMember: bool,
};
export type OpenQuestion = RowOf<typeof openRow>;

/** Whoever is asked is a member who may answer. One who left since is not told any more, nor is anybody of what is answered. */
export const openQuestion = statement({
  name: 'open-question',
  params: { studioId: text, approvalId: text, address: text },
  row: openRow,
  sql: `
  SELECT a.kind, a.question, a.reminders, w.name AS workflow_name,
    NULLIF(concat_ws(' ', NULLIF(c.first_name, ''), NULLIF(c.last_name, '')), '') AS client_name,
    EXISTS (SELECT 1 FROM members m JOIN users u ON u.id = m.user_id WHERE m.studio_id = :studioId AND lower(u.email) = lower(:address)) AS is_member
  FROM approvals a JOIN runs r ON r.studio_id = a.studio_id AND r.id = a.run_id
    JOIN workflows w ON w.studio_id = r.studio_id AND w.id = r.workflow_id
    LEFT JOIN clients c ON c.studio_id = r.studio_id AND c.id = r.client_id
  WHERE a.studio_id = :studioId AND a.id = :approvalId AND a.state = 'waiting'`,
});
