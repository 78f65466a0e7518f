import { instant, integer, json, oneOf, statement, text, type RowOf } from '@cueline/database/sql';
import type { sends } from '@cueline/contracts';
import type { Definition, Reason } from '@cueline/workflows';

const send = {
  id: text,
  state: oneOf<sends.SendState>(),
  toAddress: text,
  toName: text,
  category: oneOf<'transactional' | 'marketing'>(),
  template: text.orNull,
  templateId: text.orNull,
  stepId: text.orNull,
  visit: integer.orNull,
  reason: json<Reason>().orNull,
  runId: text.orNull,
  startedAt: instant.orNull,
  workflowId: text.orNull,
  workflowName: text.orNull,
  version: integer.orNull,
  definition: json<Definition>().orNull,
  eventId: text.orNull,
  eventType: text.orNull,
  occurredAt: instant.orNull,
  subjectType: text.orNull,
  subjectId: text.orNull,
  /** Why the workflow began. */
  matchReason: json<Reason>().orNull,
};
export type SendOriginRow = RowOf<typeof send>;

/** A mail, with the run that it is of and the event that the run began with. */
export const sendOrigin = statement({
  name: 'send-origin',
  params: { studioId: text, id: text },
  row: send,
  sql: `
  SELECT s.id::text, s.state, s.to_address, s.to_name, s.category, t.name AS template, s.template_id::text, s.step_id, s.visit, s.reason, r.id::text AS run_id,
    r.created_at AS started_at, r.workflow_id::text, w.name AS workflow_name, v.number AS version, v.definition, e.id::text AS event_id,
    e.type AS event_type, e.occurred_at, e.subject_type, e.subject_id::text, x.reason AS match_reason
  FROM sends s LEFT JOIN templates t ON t.studio_id = s.studio_id AND t.id = s.template_id
    LEFT JOIN runs r ON r.studio_id = s.studio_id AND r.id = s.run_id
    LEFT JOIN workflows w ON w.studio_id = r.studio_id AND w.id = r.workflow_id
    LEFT JOIN workflow_versions v ON v.studio_id = r.studio_id AND v.id = r.version_id
    LEFT JOIN events e ON e.studio_id = r.studio_id AND e.id = r.event_id
    LEFT JOIN event_matches x ON x.studio_id = r.studio_id AND x.event_id = r.event_id AND x.workflow_id = r.workflow_id
  WHERE s.studio_id = :studioId::uuid AND s.id = :id::uuid`,
});

const step = {
  stepId: text,
  visit: integer,
  kind: text,
  status: oneOf<'running' | 'waiting' | 'done' | 'skipped' | 'failed'>(),
  outcome: text.orNull,
  at: instant,
  reason: json<Reason>().orNull,
};
export type PassedStepRow = RowOf<typeof step>;

/** What the run came through up to a step: what began no later than the step's own row did. */
export const stepsBefore = statement({
  name: 'steps-before',
  params: { studioId: text, runId: text, stepId: text, visit: integer },
  row: step,
  sql: `
  SELECT p.step_id, p.visit, p.kind, p.status, p.outcome, COALESCE(p.ended_at, p.started_at) AS at, p.reason
  FROM run_steps p LEFT JOIN run_steps own ON own.run_id = p.run_id AND own.step_id = :stepId AND own.visit = :visit
  WHERE p.studio_id = :studioId::uuid AND p.run_id = :runId::uuid AND (p.step_id, p.visit) <> (:stepId, :visit)
    AND (own.started_at IS NULL OR p.started_at <= own.started_at)
  ORDER BY p.started_at, COALESCE(p.ended_at, p.started_at), p.step_id LIMIT 200`,
});
