import type { Reason } from '@cueline/workflows';
import { instant, integer, json, oneOf, text, texts, type RowOf } from '../client/columns.js';
import { ofStudio } from '../client/row-conditions.sql.js';
import { statement } from '../client/statement.js';
import { explainStep, isPaused } from '../runs/conditions.sql.js';

export type WebhookState = 'waiting' | 'delivered' | 'failed' | 'suppressed';

/** One step and visit of a run. */
const deliveryKey = { studioId: text, runId: text, stepId: text, visit: integer };
export type DeliveryKey = RowOf<typeof deliveryKey>;

const delivery = {
  ...deliveryKey,
  host: text,
  state: oneOf<WebhookState>(),
  attempts: integer,
  reason: json<Reason>().orNull,
};
export type Delivery = RowOf<typeof delivery>;

const due = {
  ...delivery,
  /** Since when nothing but a server has been in its way. */
  triedSince: instant,
};
export type DueDelivery = RowOf<typeof due>;

const columns =
  'w.studio_id::text, w.run_id::text, w.step_id, w.visit, w.host, w.state::text, w.attempts, w.reason';
const byKey = `run_id = :runId AND step_id = :stepId AND visit = :visit AND ${ofStudio()}`;
const isWaiting = `${byKey} AND state = 'waiting'`;

/** SQL of an instant past which nobody has the delivery in hand: an attempt takes less. */
const LEASE = `now() + interval '30 seconds'`;
const ofRun = (row: string, condition: string) =>
  `EXISTS (SELECT 1 FROM runs r WHERE r.studio_id = ${row}.studio_id AND r.id = ${row}.run_id AND ${condition})`;

/** `:each` of one studio and host, but of the "studio/host" of `:busy`, and `:eachStudio` of one studio. */
export const claimDue = statement({
  name: 'claim-webhooks',
  params: { limit: integer, each: integer, busy: texts, eachStudio: integer },
  row: due,
  sql: `
  UPDATE webhook_deliveries w SET next_attempt_at = ${LEASE}
  FROM (SELECT d.run_id, d.step_id, d.visit FROM webhook_deliveries d JOIN (
      SELECT run_id, step_id, visit, row_number() OVER (PARTITION BY studio_id ORDER BY nth, next_attempt_at) AS nth_of_studio FROM (
        SELECT x.*, row_number() OVER (PARTITION BY x.studio_id, x.host ORDER BY x.next_attempt_at) AS nth
        FROM webhook_deliveries x WHERE x.state = 'waiting' AND x.next_attempt_at <= now()
          AND x.studio_id || '/' || x.host <> ALL(:busy) AND NOT ${ofRun('x', isPaused('r'))}) of_host
      WHERE nth <= :each) f USING (run_id, step_id, visit)
    WHERE f.nth_of_studio <= :eachStudio AND d.state = 'waiting' AND d.next_attempt_at <= now()
    ORDER BY f.nth_of_studio, d.next_attempt_at LIMIT :limit FOR UPDATE OF d SKIP LOCKED) due
  WHERE w.run_id = due.run_id AND w.step_id = due.step_id AND w.visit = due.visit
  RETURNING ${columns}, GREATEST(w.created_at, (SELECT max(c.created_at) FROM run_controls c
    WHERE c.studio_id = w.studio_id AND c.run_id = w.run_id AND c.action = 'resume')) AS tried_since`,
});

/** No attempt leaves after the answer that its run is paused or being stopped. */
export const beginAttempt = statement({
  name: 'begin-webhook',
  params: { ...deliveryKey, attempts: integer },
  row: { attempts: integer },
  sql: `
  UPDATE webhook_deliveries w SET attempts = attempts + 1, next_attempt_at = ${LEASE}, updated_at = now()
  WHERE ${isWaiting} AND attempts = :attempts AND NOT ${ofRun('w', '(r.paused_at IS NOT NULL OR r.ended_at IS NOT NULL)')} RETURNING attempts`,
});

export const releaseDelivery = statement({
  name: 'release-webhook',
  params: { ...deliveryKey, attempts: integer },
  sql: `UPDATE webhook_deliveries SET next_attempt_at = now() WHERE ${isWaiting} AND attempts = :attempts`,
});

/** `:attempts` is the number of the attempt that failed. */
export const putDeliveryOff = statement({
  name: 'put-webhook-off',
  params: { ...deliveryKey, attempts: integer, seconds: integer, reason: json<Reason>() },
  sql: `
  WITH off AS (
    UPDATE webhook_deliveries SET next_attempt_at = now() + :seconds * interval '1 second', reason = :reason, updated_at = now()
    WHERE ${isWaiting} AND attempts = :attempts RETURNING run_id, step_id, visit, next_attempt_at)
  ${explainStep('off', ':reason', { also: ', due_at = off.next_attempt_at' })}`,
});

export const endDelivery = statement({
  name: 'end-webhook',
  params: {
    ...deliveryKey,
    state: oneOf<Exclude<WebhookState, 'waiting'>>(),
    reason: json<Reason>(),
  },
  sql: `
  UPDATE webhook_deliveries SET state = :state::webhook_state, reason = :reason, next_attempt_at = NULL, updated_at = now()
  WHERE ${isWaiting}`,
});

/** `:each` of one studio, but of the studios of `:busy` and the "run/step/visit" of `:but`. */
export const settledUnnotified = statement({
  name: 'unnotified-webhooks',
  params: { limit: integer, each: integer, busy: texts, but: texts },
  row: delivery,
  sql: `
  SELECT ${columns} FROM (
    SELECT x.*, row_number() OVER (PARTITION BY x.studio_id ORDER BY x.updated_at) AS nth FROM webhook_deliveries x
    WHERE x.notify_run AND x.state <> 'waiting' AND x.studio_id <> ALL(:busy::uuid[])
      AND x.run_id || '/' || x.step_id || '/' || x.visit <> ALL(:but::text[])) w
  WHERE w.nth <= :each ORDER BY w.nth, w.updated_at LIMIT :limit`,
});

export const deliveryNotified = statement({
  name: 'webhook-notified',
  params: deliveryKey,
  sql: `UPDATE webhook_deliveries SET notify_run = false WHERE ${byKey}`,
});

/** A step that is carried out a second time finds its delivery, whatever has become of that. */
export const orderWebhook = statement({
  name: 'order-webhook',
  params: { ...deliveryKey, host: text },
  sql: `INSERT INTO webhook_deliveries (studio_id, run_id, step_id, visit, host) VALUES (:studioId, :runId, :stepId, :visit, :host)
    ON CONFLICT (run_id, step_id, visit) DO NOTHING`,
});

/** SQL: what has not left does not leave; its runs are notified. @param which condition of the deliveries */
export const suppressDeliveries = (which: string): string => `
  UPDATE webhook_deliveries SET state = 'suppressed', reason = :reason::jsonb, next_attempt_at = NULL, notify_run = true, updated_at = now()
  WHERE state = 'waiting' AND ${which}`;

/** SQL: what waits is tried now. */
export const forceDeliveries = (which: string): string => `
  UPDATE webhook_deliveries SET next_attempt_at = now(), updated_at = now() WHERE state = 'waiting' AND ${which}`;
