import { bool, instant, integer, json, oneOf, statement, text, type RowOf } from '@cueline/database/sql';
import type { approvals, templates } from '@cueline/contracts';

const row = {
  id: text,
  runId: text,
  workflowId: text,
  workflowName: text,
  clientId: text.orNull,
  clientName: text.orNull,
  stepId: text,
  kind: oneOf<approvals.ApprovalKind>(),
  question: text,
  mail: json<templates.TemplateContent>().orNull,
  state: oneOf<approvals.ApprovalState>(),
  requestedAt: instant,
  dueAt: instant.orNull,
  decidedAt: instant.orNull,
  decidedByName: text,
  note: text,
  /** Its run waits there, and was not told to leave. */
  isOpen: bool,
};
export type ApprovalRow = RowOf<typeof row>;

// A run that was asked to pass its question over may write so only later: while it is paused it writes little.
const select = `
  SELECT * FROM (
    SELECT a.id::text, a.run_id::text, r.workflow_id::text, w.name AS workflow_name, r.client_id::text, a.step_id, a.kind, a.question, a.mail, a.state,
      NULLIF(concat_ws(' ', NULLIF(c.first_name, ''), NULLIF(c.last_name, '')), '') AS client_name,
      a.requested_at, s.due_at, a.decided_at, a.decided_by_name, a.note,
      (r.ended_at IS NULL AND r.pause_cause IS DISTINCT FROM 'stop' AND s.status = 'waiting' AND NOT EXISTS (
        SELECT 1 FROM run_controls k WHERE k.studio_id = a.studio_id AND k.run_id = a.run_id AND k.action IN ('skip', 'force')
          AND k.params->>'stepId' = a.step_id AND k.params->>'visit' = a.visit::text)) IS TRUE AS is_open
    FROM approvals a
      JOIN runs r ON r.studio_id = a.studio_id AND r.id = a.run_id
      JOIN workflows w ON w.studio_id = r.studio_id AND w.id = r.workflow_id
      LEFT JOIN clients c ON c.studio_id = r.studio_id AND c.id = r.client_id
      LEFT JOIN run_steps s ON s.studio_id = a.studio_id AND s.run_id = a.run_id AND s.step_id = a.step_id AND s.visit = a.visit
    WHERE a.studio_id = :studioId::uuid) x`;

/** Newest first, from after `:cursor` on; null: any. */
export const listApprovals = statement({
  name: 'list-approvals',
  params: {
    studioId: text,
    state: oneOf<approvals.ApprovalState>(),
    clientId: text.orNull,
    workflowId: text.orNull,
    runId: text.orNull,
    cursor: text.orNull,
    limit: integer,
  },
  row,
  sql: `${select}
  WHERE state = :state::approval_state AND (state <> 'waiting' OR is_open)
    AND (:clientId::text IS NULL OR client_id = :clientId) AND (:workflowId::text IS NULL OR workflow_id = :workflowId) AND (:runId::text IS NULL OR run_id = :runId)
    AND (:cursor::text IS NULL OR (requested_at, id) < (SELECT p.requested_at, p.id::text FROM approvals p WHERE p.studio_id = :studioId::uuid AND p.id = :cursor::uuid))
  ORDER BY requested_at DESC, id DESC LIMIT :limit`,
});

export const findApproval = statement({
  name: 'find-approval',
  params: { studioId: text, id: text },
  row,
  sql: `${select} WHERE id = :id::text`,
});

/** Locks the question and its run. */
export const lockApproval = statement({
  name: 'lock-approval',
  params: { studioId: text, id: text },
  sql: `
  SELECT 1 FROM approvals a JOIN runs r ON r.studio_id = a.studio_id AND r.id = a.run_id
  WHERE a.studio_id = :studioId::uuid AND a.id = :id::uuid FOR NO KEY UPDATE OF r, a`,
});
