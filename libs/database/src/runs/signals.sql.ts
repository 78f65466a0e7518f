import { integer, text, texts } from '../client/columns.js';
import { ofStudio } from '../client/row-conditions.sql.js';
import { statement } from '../client/statement.js';
import { eventsOfRun, eventsThatEnd } from '../relations/events-of-run.sql.js';
import { clientsOfEvents, runsOfEvents } from '../relations/runs-of-events.sql.js';

const params = { studioId: text, eventIds: texts };
const given = `e.id = ANY(:eventIds::uuid[]) AND ${ofStudio('e')}`;

/**
 * Tells open runs of events: one that the event ends, and one that waits for such an event, which finds out by itself whether this is the one. With it comes
 * the studio's automation revision as it is by now, for a way to the server saved.
 */
export const insertSignals = statement({
  name: 'insert-signals',
  params,
  row: {
    /** How many signals open runs get. */
    signals: integer,
    /** Of the studio's workflows, read after everything else that this transaction has done. */
    revision: integer,
  },
  sql: `
  WITH ${runsOfEvents(given)}, inserted AS (
    INSERT INTO run_signals (studio_id, run_id, event_id, event_type, kind)
    SELECT :studioId, t.id, t.event_id, t.type, k.kind
    FROM signalled t JOIN workflow_versions v ON v.id = t.version_id,
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
  SELECT automation_revision AS revision, (SELECT count(*)::int FROM inserted) AS signals FROM studios WHERE id = :studioId`,
});

/** A run that refers to the client holds its key in share until it is committed, which this lock waits for and keeps out. */
export const awaitRunsOfClients = statement({
  name: 'await-runs-of-clients',
  params,
  sql: `
  SELECT 1 FROM clients c WHERE c.studio_id = :studioId AND c.id IN (${clientsOfEvents(given)})
  ORDER BY c.id FOR UPDATE`,
});

/** What was dispatched before these runs were written, and came after their own events. One that was written earlier is told nothing twice. */
export const insertLateSignals = statement({
  name: 'insert-late-signals',
  params: { studioId: text, runIds: texts },
  sql: `
  INSERT INTO run_signals (studio_id, run_id, event_id, event_type, kind)
  SELECT :studioId, r.id, e.id, e.type, 'exit'
  FROM runs r JOIN workflow_versions v ON v.id = r.version_id,
    LATERAL ${eventsOfRun('r', eventsThatEnd("v.definition->'exitOn'"))} e
  WHERE r.id = ANY(:runIds::uuid[]) AND ${ofStudio('r')} AND r.ended_at IS NULL AND e.dispatched_at IS NOT NULL
  ORDER BY e.seq
  ON CONFLICT (run_id, event_id, kind) DO NOTHING`,
});
