import { WORKFLOW_REQUESTED, type SubjectType } from '@cueline/workflows';
import { bool, integer, oneOf, statement, text, texts, type RowOf } from '@cueline/database/sql';

const event = {
  id: text,
  studioId: text,
  type: text,
  subjectId: text,
  subjectType: oneOf<SubjectType>(),
  /** Of the studio's workflows. */
  revision: integer,
  /** How many runs have led to one another up to this event. */
  chain: integer,
  /** The event that all of them go back to. */
  root: text,
  /** The one workflow that it asks for, whatever starts that one else; null: whichever listens. */
  requested: text.orNull,
  /** The moment of a record's date for which it asks for it. */
  due: text.orNull,
  /** A later event of its record waits for it. */
  followed: bool,
};
export type ClaimedEvent = RowOf<typeof event & { seq: typeof text }>;

/**
 * Claims events of one studio, `:only` or whichever it is of those that have some but `:but`, in their order: what one of them has in thousands, or what hangs
 * on a lock of its rows, keeps no other waiting. The studios are found by leaps through the index, one for each. Where the studio whose turn it is has none that
 * may be taken, there is one row without an event.
 *
 * An event waits while an earlier one of the same record is undispatched: that one may be in another worker's hands, and is locked there.
 */
export const claimEvents = statement({
  name: 'claim-events',
  params: { limit: integer, but: texts, only: text.orNull },
  row: {
    turn: text,
    /** More studios have events. */
    others: bool,
    seq: text.orNull,
    ...event,
  },
  sql: `
  WITH RECURSIVE waiting AS (
    (SELECT studio_id FROM events WHERE dispatched_at IS NULL ORDER BY studio_id LIMIT 1)
    UNION ALL
    SELECT (SELECT e.studio_id FROM events e WHERE e.dispatched_at IS NULL AND e.studio_id > w.studio_id ORDER BY e.studio_id LIMIT 1)
    FROM waiting w WHERE w.studio_id IS NOT NULL
  ), open AS (
    SELECT studio_id FROM waiting WHERE studio_id IS NOT NULL AND studio_id <> ALL(:but::uuid[]) AND (:only::uuid IS NULL OR studio_id = :only)
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
  ORDER BY e.seq LIMIT :limit FOR UPDATE OF e SKIP LOCKED) claimed ON true`,
});
