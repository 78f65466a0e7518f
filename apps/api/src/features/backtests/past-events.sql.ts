import {
  anyEvent,
  contextStatement,
  eventsOfRun,
  instant,
  integer,
  statement,
  text,
  texts,
} from '@cueline/database/sql';

export const pastStarts = statement({
  name: 'past-starts',
  params: { studioId: text, type: text, since: instant, limit: integer },
  row: { id: text },
  sql: `SELECT id::text FROM events WHERE studio_id = :studioId AND type = :type AND occurred_at >= :since ORDER BY seq DESC LIMIT :limit`,
});

export const pastRecords = contextStatement({
  name: 'past-records',
  params: { eventIds: texts },
  from: 'events e',
  where: 'e.id = ANY(:eventIds::uuid[]) ORDER BY e.seq',
});

/** What happened after an event, of which a run that it had started would hear. */
export const laterRecords = contextStatement({
  name: 'later-records',
  params: { subjectId: text, subjectType: text, clientId: text.orNull, eventSeq: text },
  from: `(SELECT :studioId::uuid AS studio_id, :subjectId::uuid AS subject_id, :subjectType::text AS subject_type, :clientId::uuid AS client_id,
      :eventSeq::bigint AS event_seq) r
   JOIN LATERAL ${eventsOfRun('r', anyEvent)} e ON true`,
  where: 'true ORDER BY e.seq LIMIT 200',
});

/** What workflows sent about a record for what happened from an event on. */
export const sentAboutRecord = statement({
  name: 'sent-about-record',
  params: { studioId: text, subjectId: text, eventSeq: text },
  row: { workflowId: text, workflowName: text, templateId: text, templateName: text, to: text, at: instant },
  sql: `
  SELECT w.id::text AS workflow_id, w.name AS workflow_name, t.id::text AS template_id, t.name AS template_name, s.to_address AS to,
    COALESCE(s.sent_at, s.created_at) AS at
  FROM sends s JOIN runs r ON r.studio_id = s.studio_id AND r.id = s.run_id
    JOIN workflows w ON w.studio_id = r.studio_id AND w.id = r.workflow_id
    JOIN templates t ON t.studio_id = s.studio_id AND t.id = s.template_id
  WHERE s.studio_id = :studioId AND r.subject_id = :subjectId AND r.event_seq >= :eventSeq::bigint AND s.purpose = 'step' AND s.state IN ('sending', 'sent', 'in_doubt', 'bounced')
  ORDER BY s.created_at`,
});
