import type { PoolClient } from 'pg';
import { ofStudio } from '@cueline/database';

// A run is told of an event about its own record, and of one about its client where the event's record is the client's or a mail of the client's; a run
// about a booking also of what belongs to the booking. Lookups by index: with an OR between them every open run of the studio would be read for
// every event. One that waits for such an event is told to look again: it asks itself whether this is the one.
//
// With it comes the studio's automation revision as it is by now, for a way to the server saved.
const signalsSql = `
  WITH happened AS (
    SELECT e.studio_id, e.id, e.seq, e.type, e.subject_id, e.subject_type,
      CASE e.subject_type WHEN 'client' THEN e.subject_id WHEN 'message' THEN m.client_id END AS client_id,
      COALESCE(i.booking_id, t.booking_id) AS booking_id
    FROM events e
    LEFT JOIN messages m ON e.subject_type = 'message' AND m.studio_id = e.studio_id AND m.id = e.subject_id
    LEFT JOIN invoices i ON e.subject_type = 'invoice' AND i.studio_id = e.studio_id AND i.id = e.subject_id
    LEFT JOIN tasks t ON e.subject_type = 'task' AND t.studio_id = e.studio_id AND t.id = e.subject_id
    WHERE e.id = ANY($2::uuid[]) AND ${ofStudio('e')}
  ), told AS (
    SELECT r.id, r.version_id, r.subject_type, r.event_seq, h.id AS event_id, h.seq, h.type
    FROM happened h JOIN runs r ON r.studio_id = h.studio_id AND r.subject_id = h.subject_id AND r.ended_at IS NULL
    UNION
    SELECT r.id, r.version_id, r.subject_type, r.event_seq, h.id, h.seq, h.type
    FROM happened h JOIN runs r ON r.studio_id = h.studio_id AND r.client_id = h.client_id AND r.ended_at IS NULL
    WHERE h.client_id IS NOT NULL
    UNION
    SELECT r.id, r.version_id, r.subject_type, r.event_seq, h.id, h.seq, h.type
    FROM happened h JOIN runs r ON r.studio_id = h.studio_id AND r.subject_id = h.booking_id AND r.ended_at IS NULL
    WHERE h.booking_id IS NOT NULL
    UNION
    SELECT r.id, r.version_id, r.subject_type, r.event_seq, h.id, h.seq, h.type
    FROM happened h JOIN bookings b ON b.studio_id = h.studio_id AND b.project_id = h.subject_id
      JOIN runs r ON r.studio_id = h.studio_id AND r.subject_id = b.id AND r.ended_at IS NULL
    WHERE h.subject_type = 'project'
  ), words AS (
    INSERT INTO run_signals (studio_id, run_id, event_id, event_type, kind)
    SELECT $1, t.id, t.event_id, t.type, k.kind
    FROM told t JOIN workflow_versions v ON v.id = t.version_id,
      LATERAL (
        SELECT 'exit' AS kind WHERE v.definition->'exitOn' @> jsonb_build_array(jsonb_build_object('event', t.type))
          OR (t.type = 'booking.cancelled' AND t.subject_type = 'booking')
        UNION ALL
        SELECT 'recheck' WHERE jsonb_path_exists(v.definition, '$.steps.** ? (@.kind == "waitForEvent" && @.event == $type)',
          jsonb_build_object('type', t.type))
      ) k
    WHERE t.event_seq < t.seq
    ORDER BY t.seq
    ON CONFLICT (run_id, event_id, kind) DO NOTHING RETURNING 1
  )
  SELECT automation_revision AS revision, (SELECT count(*)::int FROM words) AS words FROM studios WHERE id = $1`;

export interface Told {
  /** How many words open runs are told. */
  readonly words: number;
  /** Of the studio's workflows, read after everything else that this transaction has done. */
  readonly revision: number;
}

export const insertSignals = async (
  on: PoolClient,
  studioId: string,
  eventIds: readonly string[],
): Promise<Told> => {
  const values = [studioId, eventIds];
  return (await on.query<Told>({ name: 'insert-signals', text: signalsSql, values })).rows[0]!;
};
