import { reasonSql } from '../client/reason.sql.js';
import type { Reason } from '@cueline/workflows';
import { integer, json, oneOf, text, texts } from '../client/columns.js';
import { statement } from '../client/statement.js';
import { forceDeliveries, suppressDeliveries } from '../webhooks/deliveries.sql.js';
import { isAwaited } from './purposes.sql.js';
import { isIn, may, stateAfter, type SendState } from './states.sql.js';

export interface StepOfRun {
  readonly runId: string;
  readonly stepId: string;
  readonly visit: number;
}

/** All of some runs, and those of some steps. */
const ofRunsAndSteps = { studioId: text, runIds: texts, steps: json<readonly StepOfRun[]>() };
const isOfThem = `studio_id = :studioId::uuid AND (run_id = ANY(:runIds::uuid[]) OR (run_id, step_id, visit) IN (
    SELECT g."runId", g."stepId", g.visit FROM jsonb_to_recordset(:steps::jsonb) AS g("runId" uuid, "stepId" text, visit int)))`;
const ofOpenRunsOfWorkflow = `studio_id = :studioId::uuid
    AND run_id IN (SELECT r.id FROM runs r WHERE r.studio_id = :studioId::uuid AND r.workflow_id = :workflowId::uuid AND r.ended_at IS NULL)`;

const suppressSends = (which: string) => `
  UPDATE sends SET state = ${stateAfter('suppress')}, reason = :reason::jsonb, ended_at = now(), next_attempt_at = NULL, notify_run = true, updated_at = now()
  WHERE ${may('suppress')} AND ${which}`;
const both = (sends: string, deliveries: string) => `
  WITH mails AS (${sends} RETURNING 1), webhooks AS (${deliveries} RETURNING 1)
  SELECT 1 FROM mails UNION ALL SELECT 1 FROM webhooks`;

/** Mails and webhooks that have not left do not leave; their runs are notified as of every one that is settled. */
export const suppressUnsent = statement({
  name: 'suppress-unsent',
  params: { ...ofRunsAndSteps, reason: json<Reason>() },
  sql: both(suppressSends(isOfThem), suppressDeliveries(isOfThem)),
});

export const suppressUnsentOfWorkflow = statement({
  name: 'suppress-unsent-of-workflow',
  params: { studioId: text, workflowId: text, reason: json<Reason>() },
  sql: both(suppressSends(ofOpenRunsOfWorkflow), suppressDeliveries(ofOpenRunsOfWorkflow)),
});

/** A person wants them tried now: no rule holds the mails again. */
export const forceUnsent = statement({
  name: 'force-unsent',
  params: ofRunsAndSteps,
  sql: both(
    `
  UPDATE sends SET state = ${stateAfter('force')}, next_attempt_at = now(), released_at = now(), first_held_at = NULL, updated_at = now() WHERE ${may('force')} AND ${isOfThem}`,
    forceDeliveries(isOfThem),
  ),
});

const group = { studioId: text, holdGroup: text };
const isOpenGroup = 'studio_id = :studioId::uuid AND hold_group = :holdGroup AND cleared_at IS NULL';

export const countHeld = statement({
  name: 'count-held',
  params: group,
  row: { mails: integer },
  sql: `SELECT count(*)::int AS mails FROM sends WHERE studio_id = :studioId::uuid AND hold_group = :holdGroup AND ${isIn(['held'])}`,
});

/** A group of which one mail is tried has that done at once; the others follow when it was accepted. */
export const retryGroup = statement({
  name: 'retry-group',
  params: group,
  sql: `UPDATE mail_holds SET next_probe_at = now(), probes = 0 WHERE ${isOpenGroup} AND cause = 'account'`,
});

/** The worker's next sweep lets its mails go. */
export const clearGroup = statement({
  name: 'clear-group',
  params: { ...group, by: text },
  sql: `UPDATE mail_holds SET cleared_at = now(), cleared_by = :by, is_drained = false WHERE ${isOpenGroup} AND cause <> 'account'`,
});

/** What is let go already leaves in this very moment. */
const isWaiting = `NOT (${isIn(['queued'])} AND released_at IS NOT NULL AND next_attempt_at <= now() + interval '1 second')`;

/** Held mails go on, and those with a later time leave now: the earliest first, a little apart. */
export const releaseMails = statement({
  name: 'release-mails',
  params: { studioId: text, ids: texts },
  row: { id: text },
  sql: `
  UPDATE sends SET state = ${stateAfter('force')}, next_attempt_at = now() + due.place * interval '20 milliseconds', tried_since = now(), attempts = 0,
    released_at = now(), first_held_at = NULL, reason = ${reasonSql({ code: 'send.released' })}, updated_at = now()
  FROM (SELECT id, row_number() OVER (ORDER BY created_at, id) AS place FROM sends
    WHERE studio_id = :studioId::uuid AND id = ANY(:ids::uuid[]) AND ${may('force')} AND ${isWaiting}) due
  WHERE sends.id = due.id AND ${may('force', 'sends')} RETURNING sends.id::text`,
});

/**
 * Mails that are not to be sent: the held ones of a group, or some by their ids, of which one that a server has in hand by now is no longer to be called back. Their
 * runs are notified.
 */
export const skipMails = statement({
  name: 'skip-mails',
  params: { studioId: text, holdGroup: text.orNull, ids: texts.orNull, reason: json<Reason>() },
  row: { id: text },
  sql: `
  WITH skipped AS (
    UPDATE sends SET state = ${stateAfter('suppress')}, reason = :reason::jsonb, ended_at = now(), next_attempt_at = NULL, notify_run = ${isAwaited}, updated_at = now()
    WHERE studio_id = :studioId::uuid AND ${may('suppress')} AND ((hold_group = :holdGroup AND ${may('dropHeld')}) OR id = ANY(:ids::uuid[])) RETURNING id
  ), message AS (
    DELETE FROM messages m USING skipped WHERE m.studio_id = :studioId::uuid AND m.send_id = skipped.id
  )
  SELECT id::text FROM skipped`,
});

/** A separate statement: only then are those seen as they are that another had in hand while ours waited for them. */
export const statesOfMails = statement({
  name: 'states-of-mails',
  params: { studioId: text, ids: texts },
  row: { id: text, state: oneOf<SendState>() },
  sql: `SELECT id::text, state FROM sends WHERE studio_id = :studioId::uuid AND id = ANY(:ids::uuid[])`,
});

const decision = { studioId: text, id: text, reason: json<Reason>() };
const isIt = 'studio_id = :studioId::uuid AND id = :id::uuid';

/** A person decides that a mail in doubt was sent, when it was handed over. Its run is notified. */
export const markSent = statement({
  name: 'mark-in-doubt-sent',
  params: decision,
  sql: `
  UPDATE sends SET state = ${stateAfter('markSent')}, reason = :reason::jsonb, sent_at = COALESCE(handed_over_at, now()), lease_until = NULL,
    notify_run = ${isAwaited}, updated_at = now()
  WHERE ${isIt} AND ${may('markSent')}`,
});

/** A person decides that a mail in doubt is sent again, under the same Message-ID: no rule holds it, and no limit delays it. */
export const repeatInDoubt = statement({
  name: 'repeat-in-doubt',
  params: decision,
  sql: `
  UPDATE sends SET state = ${stateAfter('repeat')}, reason = :reason::jsonb, next_attempt_at = now(), tried_since = now(), released_at = now(),
    lease_until = NULL, notify_run = ${isAwaited}, updated_at = now()
  WHERE ${isIt} AND ${may('repeat')}`,
});
