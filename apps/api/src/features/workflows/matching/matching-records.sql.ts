import {
  contextStatement,
  eventsById,
  instant,
  integer,
  statement,
  statementsFor,
  text,
  texts,
} from '@cueline/database/sql';

/** CloudEvents source of what asks for runs of records that were there before the workflow. */
export const ENROLMENT = 'cueline/enrolment';

const ways = { oldest: ['>', 'ASC'], newest: ['<', 'DESC'] } as const;

/** Of each record the last event of a type, from after `:after` on; null: from the first, or of any time. */
export const lastEvents = statementsFor(['oldest', 'newest'] as const, (first) => {
  const [beyond, order] = ways[first];
  return statement({
    name: `last-events-${first}`,
    params: { studioId: text, type: text, after: text.orNull, since: instant.orNull, limit: integer },
    row: { id: text, seq: text },
    sql: `
  SELECT e.id::text, e.seq::text FROM events e
  WHERE e.studio_id = :studioId AND e.type = :type AND (:after::bigint IS NULL OR e.seq ${beyond} :after) AND (:since::timestamptz IS NULL OR e.occurred_at >= :since)
    AND NOT EXISTS (SELECT 1 FROM events later WHERE later.studio_id = e.studio_id AND later.subject_id = e.subject_id
      AND later.type = e.type AND later.seq > e.seq)
  ORDER BY e.seq ${order} LIMIT :limit`,
  });
});

export const recordsOfEvents = contextStatement({
  name: 'records-around-events',
  params: { eventIds: texts },
  ...eventsById,
});

/** What has had its run already: by the re-entry rule's keys, by the events themselves, or requested by an enrolment. */
export const runsUsedUp = statement({
  name: 'runs-used-up',
  params: { studioId: text, workflowId: text, keys: texts, eventIds: texts, enrolmentIds: texts },
  row: { key: text.orNull, event: text },
  sql: `SELECT reentry_key AS key, event_id::text AS event FROM runs
      WHERE studio_id = :studioId AND workflow_id = :workflowId::uuid AND (reentry_key = ANY(:keys::text[]) OR event_id = ANY(:eventIds::uuid[]))
    UNION ALL SELECT NULL, split_part(source_id, '/', 2) FROM events
      WHERE studio_id = :studioId AND source = '${ENROLMENT}' AND source_id = ANY(:enrolmentIds::text[])`,
});
