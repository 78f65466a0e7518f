import { WORKFLOW_REQUESTED } from '@cueline/workflows';

/** `$1` limit, `$2` studios of which none is taken, `$3` the one studio of which some are, or null. */
// One studio at a time, whichever it is of those that have events: what one of them has in thousands, or what hangs on a lock of its rows, keeps no other
// waiting. They are found by leaps through the index, one for each studio.
//
// An event waits while an earlier one of the same record is undispatched: that one may be in another worker's hands, and is locked there.
export const claimSql = `
  WITH RECURSIVE waiting AS (
    (SELECT studio_id FROM events WHERE dispatched_at IS NULL ORDER BY studio_id LIMIT 1)
    UNION ALL
    SELECT (SELECT e.studio_id FROM events e WHERE e.dispatched_at IS NULL AND e.studio_id > w.studio_id ORDER BY e.studio_id LIMIT 1)
    FROM waiting w WHERE w.studio_id IS NOT NULL
  ), open AS (
    SELECT studio_id FROM waiting WHERE studio_id IS NOT NULL AND studio_id <> ALL($2::uuid[]) AND ($3::uuid IS NULL OR studio_id = $3)
  ), turn AS (
    SELECT studio_id FROM open ORDER BY random() LIMIT 1
  )
  SELECT turn.studio_id::text AS turn, (SELECT count(*) FROM open) > 1 AS others, claimed.* FROM turn LEFT JOIN LATERAL (
  SELECT e.seq::text, e.id::text, e.studio_id::text, e.type, e.subject_id::text, e.subject_type, e.chain, COALESCE(e.root_event_id, e.id)::text AS root,
    CASE e.type WHEN '${WORKFLOW_REQUESTED}' THEN e.data->>'workflowId' END AS requested,
    CASE e.type WHEN '${WORKFLOW_REQUESTED}' THEN e.data->>'due' END AS due, s.automation_revision AS revision,
    EXISTS (SELECT 1 FROM events later WHERE later.dispatched_at IS NULL
      AND later.subject_id = e.subject_id AND later.studio_id = e.studio_id AND later.seq > e.seq) AS followed
  FROM events e JOIN studios s ON s.id = e.studio_id
  WHERE e.dispatched_at IS NULL AND e.studio_id = turn.studio_id AND (e.dispatch_after IS NULL OR e.dispatch_after < now())
    AND NOT EXISTS (SELECT 1 FROM events earlier WHERE earlier.dispatched_at IS NULL
      AND earlier.subject_id = e.subject_id AND earlier.studio_id = e.studio_id AND earlier.seq < e.seq)
  ORDER BY e.seq LIMIT $1 FOR UPDATE OF e SKIP LOCKED) claimed ON true`;

/** `$1` seq, `$2` what went wrong, `$3` seconds until it is tried again, at least; longer the longer it has waited. */
export const parkSql = `
  UPDATE events SET dispatch_error = $2,
    dispatch_after = now() + LEAST(interval '1 hour', GREATEST($3 * interval '1 second', (now() - recorded_at) / 2)) WHERE seq = $1`;
