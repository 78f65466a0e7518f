import { dateColumns, stillStarts } from '@cueline/database';
import { bool, instant, json, statement, statementsFor, text, type RowOf } from '@cueline/database/sql';
import type { AnchorPath, DateTrigger } from '@cueline/workflows';

const workflow = { id: text, studioId: text, trigger: json<DateTrigger>() };
export type DateWorkflow = RowOf<typeof workflow>;

/** How far back a sweep that found nothing may be noted: sweeping again does no harm, and a row written every two seconds for nothing would. */
const NOTE_AFTER = `interval '30 seconds'`;

export const dateWorkflows = statement({
  name: 'date-workflows',
  row: workflow,
  sql: `
  SELECT w.id::text, w.studio_id::text, v.definition->'trigger' AS trigger
  FROM workflows w JOIN workflow_versions v ON v.studio_id = w.studio_id AND v.id = w.published_version_id
  WHERE w.state = 'published' AND v.definition->'trigger'->>'type' = 'date'`,
});

/** A workflow that is not published starts nothing, also not later what it missed. */
export const passOverUnpublished = statement({
  name: 'pass-over-unpublished',
  sql: `
  UPDATE date_trigger_sweeps s SET swept_until = now() FROM workflows w
  WHERE w.id = s.workflow_id AND w.studio_id = s.studio_id AND w.state <> 'published' AND s.swept_until < now() - ${NOTE_AFTER}`,
});

const ofWorkflow = { workflowId: text, studioId: text };

export const beginSweeps = statement({
  name: 'begin-date-sweeps',
  params: ofWorkflow,
  sql: 'INSERT INTO date_trigger_sweeps (workflow_id, studio_id, swept_until) VALUES (:workflowId, :studioId, now()) ON CONFLICT DO NOTHING',
});

/** Another worker that sweeps the same workflow is left to it: then there is no row. */
export const lockSweep = statement({
  name: 'lock-date-sweep',
  params: ofWorkflow,
  row: { since: instant, now: instant },
  sql: `SELECT swept_until AS since, now() AS now FROM date_trigger_sweeps
    WHERE workflow_id = :workflowId AND studio_id = :studioId FOR UPDATE SKIP LOCKED`,
});

export const noteSweep = statement({
  name: 'note-date-sweep',
  params: { workflowId: text, until: instant, anyway: bool },
  sql: `UPDATE date_trigger_sweeps SET swept_until = :until
    WHERE workflow_id = :workflowId AND (:anyway OR swept_until < :until::timestamptz - ${NOTE_AFTER})`,
});

const dated = {
  id: text,
  /** ISO instant or calendar date. */
  date: text,
  zone: text,
  businessHours: json<unknown>(),
};
/** A record with the date that a workflow counts from. */
export type DatedRecord = RowOf<typeof dated>;

/** Records by a date of theirs, one statement for each date that can start a workflow. */
export const recordsByDate = statementsFor(Object.keys(dateColumns) as AnchorPath[], (anchor) => {
  const { table, column } = dateColumns[anchor];
  return statement({
    name: `by-date-${anchor}`,
    params: { studioId: text, first: instant, last: instant },
    row: dated,
    sql: `
  SELECT x.id::text, to_jsonb(x.${column})#>>'{}' AS date, b.zone, b.business_hours
  FROM ${table} x JOIN brands b ON b.studio_id = x.studio_id AND b.id = x.brand_id
  WHERE x.studio_id = :studioId AND x.${column} BETWEEN :first::timestamptz AND :last::timestamptz AND ${stillStarts('x', anchor)}`,
  });
});
