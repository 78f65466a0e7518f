import type { approvals, templates } from '@cueline/contracts';

export interface ApprovalRow {
  readonly id: string;
  readonly run_id: string;
  readonly workflow_id: string;
  readonly workflow_name: string;
  readonly client_id: string | null;
  readonly client_name: string | null;
  readonly step_id: string;
  readonly kind: approvals.ApprovalKind;
  readonly question: string;
  readonly mail: templates.TemplateWords | null;
  readonly state: approvals.ApprovalState;
  readonly asked_at: Date;
  readonly due_at: Date | null;
  readonly decided_at: Date | null;
  readonly decided_by_name: string;
  readonly note: string;
  /** Its run stands there, and was not asked to leave. */
  readonly stands: boolean;
}

// A run that was asked to pass its question over may write so only later: while it is paused it writes little.
const select = `
  SELECT * FROM (
    SELECT a.id::text, a.run_id::text, r.workflow_id::text, w.name AS workflow_name, r.client_id::text, a.step_id, a.kind, a.question, a.mail, a.state,
      NULLIF(concat_ws(' ', NULLIF(c.first_name, ''), NULLIF(c.last_name, '')), '') AS client_name,
      a.asked_at, s.due_at, a.decided_at, a.decided_by_name, a.note,
      (r.ended_at IS NULL AND r.pause_reason IS DISTINCT FROM 'stopped.byPerson' AND s.status = 'waiting' AND NOT EXISTS (
        SELECT 1 FROM run_controls k WHERE k.studio_id = a.studio_id AND k.run_id = a.run_id AND k.action IN ('skip', 'force')
          AND k.params->>'stepId' = a.step_id AND k.params->>'visit' = a.visit::text)) IS TRUE AS stands
    FROM approvals a
      JOIN runs r ON r.studio_id = a.studio_id AND r.id = a.run_id
      JOIN workflows w ON w.studio_id = r.studio_id AND w.id = r.workflow_id
      LEFT JOIN clients c ON c.studio_id = r.studio_id AND c.id = r.client_id
      LEFT JOIN run_steps s ON s.studio_id = a.studio_id AND s.run_id = a.run_id AND s.step_id = a.step_id AND s.visit = a.visit
    WHERE a.studio_id = $1::uuid) x`;

/** $1 studio, $2 state, $3 client, $4 workflow, $5 run, $6 the approval that the page begins after, $7 how many; null: any. */
export const listApprovals = {
  name: 'list-approvals',
  text: `${select}
  WHERE state = $2::approval_state AND (state <> 'waiting' OR stands)
    AND ($3::text IS NULL OR client_id = $3) AND ($4::text IS NULL OR workflow_id = $4) AND ($5::text IS NULL OR run_id = $5)
    AND ($6::text IS NULL OR (asked_at, id) < (SELECT p.asked_at, p.id::text FROM approvals p WHERE p.studio_id = $1::uuid AND p.id = $6::uuid))
  ORDER BY asked_at DESC, id DESC LIMIT $7`,
};

export const findApproval = { name: 'find-approval', text: `${select} WHERE id = $2` };

export const lockApproval = `
  SELECT 1 FROM approvals a JOIN runs r ON r.studio_id = a.studio_id AND r.id = a.run_id
  WHERE a.studio_id = $1::uuid AND a.id = $2::uuid FOR NO KEY UPDATE OF r, a`;
