import { CALENDAR_SOURCE, ofStudio } from '@cueline/database';

/** That a date workflow does not start for a record, since its moment was past when the record came to stand so. */
export interface PastDate {
  readonly event_id: string;
  readonly workflow_id: string;
  readonly version_id: string;
  readonly subject_id: string;
  /** The moment, ISO instant in UTC. */
  readonly due: string;
  /** Of the event by which the calendar would have asked for the run: where there is one, the moment was not missed. */
  readonly source_id: string;
  /** The event brought the record, or moved its date; else the record had its date before. */
  readonly dated: boolean;
  readonly reason: object;
}

const linesAbout = (subject: string, workflow: string, due: string) => `
  SELECT 1 FROM events e JOIN event_matches m ON m.event_id = e.id AND m.workflow_id = ${workflow} AND ${ofStudio('m')}
  WHERE ${ofStudio('e')} AND e.subject_id = ${subject} AND m.reason->>'code' = 'match.past' AND m.reason->'params'->>'due' = ${due}`;

// What the sweep of dates has not come to yet, because no worker ran, it starts late, unless the date itself came late.
/** `$1` studio, `$2` the `PastDate`s. One line for each record, workflow and moment, however many events tell of the record. */
export const insertPastDates = `
  INSERT INTO event_matches (studio_id, event_id, workflow_id, version_id, reason)
  SELECT $1, g.event_id, g.workflow_id, g.version_id, g.reason
  FROM jsonb_to_recordset($2::jsonb) AS g(event_id uuid, workflow_id uuid, version_id uuid, subject_id uuid, due text, source_id text,
    dated boolean, reason jsonb)
  WHERE NOT EXISTS (${linesAbout('g.subject_id', 'g.workflow_id', 'g.due')})
    AND NOT EXISTS (SELECT 1 FROM events e WHERE ${ofStudio('e')} AND e.source = '${CALENDAR_SOURCE}' AND e.source_id = g.source_id
      AND (NOT g.dated OR e.dispatched_at IS NOT NULL))
    AND (g.dated OR NOT EXISTS (SELECT 1 FROM date_trigger_sweeps s
      WHERE ${ofStudio('s')} AND s.workflow_id = g.workflow_id AND s.swept_until < g.due::timestamptz))
  ON CONFLICT (event_id, workflow_id) DO NOTHING`;

/** A run that the calendar asks for. */
export interface DateRequest {
  readonly id: string;
  readonly subject_id: string;
  readonly workflow_id: string;
  readonly due: string;
}

/** `$1` studio, `$2` the `DateRequest`s. Those whose moment was past already when their record came. */
export const selectRefusedRequests = `
  SELECT g.id::text FROM jsonb_to_recordset($2::jsonb) AS g(id uuid, subject_id uuid, workflow_id uuid, due text)
  WHERE EXISTS (${linesAbout('g.subject_id', 'g.workflow_id', 'g.due')})`;
