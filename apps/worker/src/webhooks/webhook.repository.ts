import type { Pool } from 'pg';
import {
  progressValues,
  writeProgress,
  writeSteps,
  type Progress,
  type StepRow,
} from '../activities/progress.repository.js';

export type WebhookState = 'queued' | 'delivered' | 'failed' | 'suppressed';
export interface Reason {
  readonly code: string;
  readonly params: object;
}

export interface Delivery {
  readonly studio_id: string;
  readonly run_id: string;
  readonly step_id: string;
  readonly visit: number;
  readonly webhook_id: string;
  readonly url: string;
  readonly body: string;
  readonly state: WebhookState;
  readonly attempts: number;
  readonly reason: Reason | null;
  readonly created_at: Date;
}
export type DeliveryKey = Pick<Delivery, 'studio_id' | 'run_id' | 'step_id' | 'visit'>;

const columns =
  'studio_id::text, run_id::text, step_id, visit, webhook_id, url, body, state::text, attempts, reason, created_at';
const key = 'studio_id = $1 AND run_id = $2 AND step_id = $3 AND visit = $4';
const keyOf = ({ studio_id, run_id, step_id, visit }: DeliveryKey) => [studio_id, run_id, step_id, visit];
/** Longer than an attempt may take: past it nobody has the delivery in hand. */
const LEASE = `interval '30 seconds'`;

// The decisions that led here are on record before anything leaves.
const openSql = `
  WITH taken AS (
    INSERT INTO webhook_deliveries (studio_id, run_id, step_id, visit, webhook_id, url, body, attempts, next_attempt_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, 1, now() + ${LEASE}) ON CONFLICT (run_id, step_id, visit) DO NOTHING RETURNING 1
  ), before AS (${writeSteps('$2', '$8::jsonb', 'EXISTS (SELECT 1 FROM taken)')}
  )
  SELECT 1 FROM taken`;

const endSql = `UPDATE webhook_deliveries SET state = $5::webhook_state, reason = $6, next_attempt_at = NULL, updated_at = now()
  WHERE ${key} AND state = 'queued'`;

/** The table of outgoing webhooks: one row for a step and visit. */
export class WebhookRepository {
  constructor(private readonly pool: Pool) {}

  /** @returns false when the step has its delivery already */
  async open(
    delivery: Omit<Delivery, 'state' | 'attempts' | 'reason' | 'created_at'>,
    before: readonly StepRow[],
  ) {
    const { webhook_id, url, body } = delivery;
    const values = [...keyOf(delivery), webhook_id, url, body, JSON.stringify(before)];
    return (await this.pool.query({ name: 'open-webhook', text: openSql, values })).rowCount === 1;
  }

  /** From now on the run waits to be told. */
  async awaited(delivery: DeliveryKey): Promise<Pick<Delivery, 'state' | 'reason'>> {
    const { rows } = await this.pool.query<Delivery>({
      name: 'await-webhook',
      text: `UPDATE webhook_deliveries SET tell_run = true WHERE ${key} RETURNING state::text, reason`,
      values: keyOf(delivery),
    });
    return rows[0]!;
  }

  /** @param progress what the run comes to with it, written in the same stroke */
  async end(delivery: DeliveryKey, state: WebhookState, reason: Reason, progress?: Progress): Promise<void> {
    const values = [...keyOf(delivery), state, JSON.stringify(reason)];
    await this.pool.query(
      progress
        ? {
            name: 'end-webhook-and-step',
            text: writeProgress(7, `ended AS (${endSql})`),
            values: [...values, ...progressValues(progress)],
          }
        : { name: 'end-webhook', text: endSql, values },
    );
  }

  async putOff(delivery: DeliveryKey, seconds: number, reason: Reason): Promise<void> {
    await this.pool.query({
      name: 'put-webhook-off',
      text: `UPDATE webhook_deliveries SET next_attempt_at = now() + $5 * interval '1 second', reason = $6, updated_at = now()
        WHERE ${key} AND state = 'queued'`,
      values: [...keyOf(delivery), seconds, JSON.stringify(reason)],
    });
  }

  async claimDue(limit: number): Promise<Delivery[]> {
    const { rows } = await this.pool.query<Delivery>({
      name: 'claim-webhooks',
      text: `UPDATE webhook_deliveries w SET next_attempt_at = now() + ${LEASE}, attempts = attempts + 1
        FROM (SELECT run_id AS r, step_id AS s, visit AS v FROM webhook_deliveries WHERE state = 'queued' AND next_attempt_at <= now()
          ORDER BY next_attempt_at LIMIT $1 FOR UPDATE SKIP LOCKED) due
        WHERE w.run_id = due.r AND w.step_id = due.s AND w.visit = due.v RETURNING ${columns}`,
      values: [limit],
    });
    return rows;
  }

  async settledUntold(limit: number): Promise<Delivery[]> {
    const { rows } = await this.pool.query<Delivery>({
      name: 'untold-webhooks',
      text: `SELECT ${columns} FROM webhook_deliveries WHERE tell_run AND state <> 'queued' ORDER BY updated_at LIMIT $1`,
      values: [limit],
    });
    return rows;
  }

  async told(delivery: DeliveryKey): Promise<void> {
    await this.pool.query({
      name: 'webhook-told',
      text: `UPDATE webhook_deliveries SET tell_run = false WHERE ${key}`,
      values: keyOf(delivery),
    });
  }
}
