import type { Reason } from '@cueline/workflows';
import { json, text } from '../client/columns.js';
import { ofStudio } from '../client/row-conditions.sql.js';
import { statement } from '../client/statement.js';
import { CALENDAR_SOURCE } from '../record-context/candidate-of.js';

/** That a date workflow does not start for a record, since its moment was past when the record came to this status. */
export interface PastDate {
  readonly eventId: string;
  readonly workflowId: string;
  readonly versionId: string;
  readonly subjectId: string;
  /** The moment, ISO instant in UTC. */
  readonly due: string;
  /** Of the event by which the calendar would have asked for the run: where there is one, the moment was not missed. */
  readonly sourceId: string;
  /** The event brought the record, or moved its date; else the record had its date before. */
  readonly dated: boolean;
  readonly reason: Reason;
}

const linesAbout = (subject: string, workflow: string, due: string) => `
  SELECT 1 FROM events e JOIN event_matches m ON m.event_id = e.id AND m.workflow_id = ${workflow} AND ${ofStudio('m')}
  WHERE ${ofStudio('e')} AND e.subject_id = ${subject} AND m.past_due = ${due}::timestamptz`;

/**
 * One line for each record, workflow and moment, however many events tell of the record. What the sweep of dates has not come to yet, because no worker ran, it
 * starts late, unless the date itself came late.
 */
export const insertPastDates = statement({
  name: 'write-past-dates',
  params: { studioId: text, dates: json<readonly PastDate[]>() },
  sql: `
  INSERT INTO event_matches (studio_id, event_id, workflow_id, version_id, reason, past_due)
  SELECT :studioId, g."eventId", g."workflowId", g."versionId", g.reason, g.due::timestamptz
  FROM jsonb_to_recordset(:dates::jsonb) AS g("eventId" uuid, "workflowId" uuid, "versionId" uuid, "subjectId" uuid, due text, "sourceId" text,
    dated boolean, reason jsonb)
  WHERE NOT EXISTS (${linesAbout('g."subjectId"', 'g."workflowId"', 'g.due')})
    AND NOT EXISTS (SELECT 1 FROM events e WHERE ${ofStudio('e')} AND e.source = '${CALENDAR_SOURCE}' AND e.source_id = g."sourceId"
      AND (NOT g.dated OR e.dispatched_at IS NOT NULL))
    AND (g.dated OR NOT EXISTS (SELECT 1 FROM date_trigger_sweeps s
      WHERE ${ofStudio('s')} AND s.workflow_id = g."workflowId" AND s.swept_until < g.due::timestamptz))
  ON CONFLICT (event_id, workflow_id) DO NOTHING`,
});

/** A run that the calendar asks for. */
export interface DateRequest {
  readonly id: string;
  readonly subjectId: string;
  readonly workflowId: string;
  readonly due: string;
}

/** Requests whose moment was past already when their record came. */
export const refusedRequests = statement({
  name: 'refused-requests',
  params: { studioId: text, requests: json<readonly DateRequest[]>() },
  row: { id: text },
  sql: `
  SELECT g.id::text FROM jsonb_to_recordset(:requests::jsonb) AS g(id uuid, "subjectId" uuid, "workflowId" uuid, due text)
  WHERE EXISTS (${linesAbout('g."subjectId"', 'g."workflowId"', 'g.due')})`,
});
