import {
  instant,
  integer,
  json,
  oneOf,
  pauseReason,
  recordsOfClient,
  statement,
  statementsFor,
  text,
  type RowOf,
} from '@cueline/database/sql';
import type { why } from '@cueline/contracts';

const row = {
  /** Unique among all rows: with the instant it is the row's place. */
  key: text,
  at: instant,
  kind: oneOf<why.WhyKind>(),
  workflowId: text,
  workflowName: text,
  runId: text.orNull,
  stepId: text.orNull,
  mail: text.orNull,
  toAddress: text.orNull,
  eventType: text.orNull,
  reason: json<unknown>(),
};
export type WhyRow = RowOf<typeof row>;

/** What it is about: a client, with all of its records, or one record. */
type WhySubject = 'client' | 'record';

// With a template only what has to do with it: versions that send it, and of their steps its mails
// and whatever decides, waits or fails before them.
const sends = (definition: string) =>
  `(:templateId::uuid IS NULL OR jsonb_path_exists(${definition}, '$.steps.** ? (@.template == $t)', jsonb_build_object('t', :templateId::text)))`;

const mailsOf = (about: WhySubject) => `
  SELECT 'send:' || s.id AS key, COALESCE(s.sent_at, s.updated_at) AS at,
    CASE s.state WHEN 'sent' THEN 'sent' WHEN 'bounced' THEN 'failed' WHEN 'failed' THEN 'failed' WHEN 'suppressed' THEN 'notSent'
      WHEN 'in_doubt' THEN 'inDoubt' ELSE 'waiting' END AS kind,
    r.workflow_id, s.run_id, s.step_id, COALESCE(m.subject, t.name) AS mail, s.to_address, NULL::text AS event_type,
    COALESCE(s.reason, jsonb_build_object('code', 'send.sent', 'params', jsonb_build_object('recipients', jsonb_build_array(s.to_address)))) AS reason
  FROM sends s JOIN runs r ON r.studio_id = s.studio_id AND r.id = s.run_id
    LEFT JOIN messages m ON m.studio_id = s.studio_id AND m.send_id = s.id
    LEFT JOIN templates t ON t.studio_id = s.studio_id AND t.id = s.template_id
  WHERE s.studio_id = :studioId AND s.purpose <> 'reminder' AND ${about === 'client' ? '(s.client_id = :about OR r.client_id = :about)' : 'r.subject_id = :about'} AND (:templateId::uuid IS NULL OR s.template_id = :templateId)`;

const runsAbout = (about: WhySubject) =>
  about === 'client' ? 'r.client_id = :about' : 'r.subject_id = :about';

const stepsOf = (about: WhySubject) => `
  SELECT concat_ws(':', 'step', p.run_id, p.step_id, p.visit), COALESCE(p.ended_at, p.started_at),
    CASE p.status WHEN 'done' THEN 'decided' WHEN 'running' THEN 'waiting' ELSE p.status::text END,
    r.workflow_id, p.run_id, p.step_id, t.name, NULL, NULL, p.reason
  FROM runs r JOIN workflow_versions v ON v.studio_id = r.studio_id AND v.id = r.version_id
    JOIN run_steps p ON p.studio_id = r.studio_id AND p.run_id = r.id
    LEFT JOIN LATERAL (SELECT jsonb_path_query_first(v.definition, '$.steps.** ? (@.id == $s)', jsonb_build_object('s', p.step_id))->>'template' AS id
      WHERE p.kind = 'sendMail') sent ON true
    LEFT JOIN templates t ON t.studio_id = r.studio_id AND t.id::text = sent.id
  WHERE r.studio_id = :studioId AND ${runsAbout(about)} AND ${sends('v.definition')}
    AND (p.status <> 'done' OR p.kind IN ('decide', 'waitForEvent', 'approve'))
    AND (:templateId::uuid IS NULL OR p.kind <> 'sendMail' OR sent.id = :templateId::text)
    AND NOT EXISTS (SELECT 1 FROM sends x WHERE x.studio_id = p.studio_id AND x.run_id = p.run_id AND x.step_id = p.step_id AND x.visit = p.visit)`;

const runsOf = (about: WhySubject) => `
  SELECT 'run:' || r.id, COALESCE(r.ended_at, r.paused_at), CASE WHEN r.ended_at IS NULL THEN 'waiting' ELSE 'ended' END,
    r.workflow_id, r.id, NULL, NULL, NULL, NULL,
    CASE WHEN r.ended_at IS NULL THEN ${pauseReason('r')} ELSE r.reason END
  FROM runs r JOIN workflow_versions v ON v.studio_id = r.studio_id AND v.id = r.version_id
  WHERE r.studio_id = :studioId AND ${runsAbout(about)} AND ${sends('v.definition')}
    AND (r.status IN ('exited', 'stopped') OR (r.ended_at IS NULL AND r.paused_at IS NOT NULL))`;

const matchesOf = (about: WhySubject) => `
  SELECT concat_ws(':', 'match', x.event_id, x.workflow_id), x.decided_at, 'notStarted', x.workflow_id, NULL::uuid, NULL, NULL, NULL, e.type, x.reason
  FROM (${about === 'client' ? recordsOfClient(':about') : 'SELECT :about::uuid AS id'}
  ) about JOIN events e ON e.studio_id = :studioId AND e.subject_id = about.id
    JOIN event_matches x ON x.studio_id = :studioId AND x.event_id = e.id AND x.run_id IS NULL
    LEFT JOIN workflow_versions v ON v.studio_id = :studioId AND v.id = x.version_id
  WHERE ${sends('v.definition')}`;

export const whyStatements = statementsFor(['client', 'record'] as const, (about) =>
  statement({
    name: `why-${about}`,
    params: {
      studioId: text,
      about: text,
      templateId: text.orNull,
      workflowId: text.orNull,
      from: text.orNull,
      to: text.orNull,
      /** Place of the row that the page begins after. */
      at: text.orNull,
      key: text.orNull,
      limit: integer,
    },
    row,
    sql: `
  SELECT y.key, y.at, y.kind, y.workflow_id::text, w.name AS workflow_name, y.run_id::text, y.step_id, y.mail, y.to_address, y.event_type, y.reason
  FROM (${[mailsOf, stepsOf, runsOf, matchesOf].map((part) => part(about)).join('\n  UNION ALL\n')}) y
    JOIN workflows w ON w.studio_id = :studioId AND w.id = y.workflow_id
  WHERE (:workflowId::uuid IS NULL OR y.workflow_id = :workflowId) AND (:from::timestamptz IS NULL OR y.at >= :from) AND (:to::timestamptz IS NULL OR y.at <= :to)
    AND (:at::timestamptz IS NULL OR (y.at, y.key) < (:at, :key::text))
  ORDER BY y.at DESC, y.key DESC LIMIT :limit`,
  }),
);
