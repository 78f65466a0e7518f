import type { Pool } from 'pg';
import { ofStudio, storableJson } from '@cueline/database';
import type { Reason } from './verdict.js';
import { claimDueSql, LEASE, settledUntoldSql } from './webhooks.sql.js';

export type WebhookState = 'waiting' | 'delivered' | 'failed' | 'suppressed';

/** One step and visit of a run. */
export interface DeliveryKey {
  readonly studio_id: string;
  readonly run_id: string;
  readonly step_id: string;
  readonly visit: number;
}

export interface Delivery extends DeliveryKey {
  readonly host: string;
  readonly state: WebhookState;
  readonly attempts: number;
  readonly reason: Reason | null;
}

export interface DueDelivery extends Delivery {
  /** Since when nothing but a server has been in its way. */
  readonly tried_since: Date;
}

const key = `run_id = $2 AND step_id = $3 AND visit = $4 AND ${ofStudio()}`;
const keyOf = ({ studio_id, run_id, step_id, visit }: DeliveryKey) => [studio_id, run_id, step_id, visit];

/** SQL that says that a run is over, paused or being stopped. */
const standsStill = (run: string) =>
  `EXISTS (SELECT 1 FROM runs r WHERE r.studio_id = ${run}.studio_id AND r.id = ${run}.run_id AND (r.paused_at IS NOT NULL OR r.ended_at IS NOT NULL))`;

/** The table of outgoing webhooks: each statement moves one from states in which that is right, and from no others. */
export class WebhookRepository {
  constructor(private readonly pool: Pool) {}

  /**
   * Takes what is due, and not held with its run; each is the caller's for its lease.
   * @param each so many at most of one studio and host @param busy "studio/host" of which none is taken
   */
  async claimDue(
    limit: number,
    each: number,
    busy: readonly string[],
    eachStudio = limit,
  ): Promise<DueDelivery[]> {
    return this.#rows<DueDelivery>('claim-webhooks', claimDueSql, [limit, each, busy, eachStudio]);
  }

  /**
   * An attempt leaves now. No attempt does after the answer that its run is paused or being stopped.
   * @returns its number; null when it must not leave, or is in other hands
   */
  async begin(delivery: Delivery): Promise<number | null> {
    const [row] = await this.#rows<{ attempts: number }>(
      'begin-webhook',
      `UPDATE webhook_deliveries w SET attempts = attempts + 1, next_attempt_at = ${LEASE}, updated_at = now()
        WHERE ${key} AND state = 'waiting' AND attempts = $5 AND NOT ${standsStill('w')} RETURNING attempts`,
      [...keyOf(delivery), delivery.attempts],
    );
    return row?.attempts ?? null;
  }

  /** Nothing was tried: it is due as before, whenever its run goes on. */
  async release(delivery: Delivery): Promise<void> {
    await this.#rows(
      'release-webhook',
      `UPDATE webhook_deliveries SET next_attempt_at = now() WHERE ${key} AND state = 'waiting' AND attempts = $5`,
      [...keyOf(delivery), delivery.attempts],
    );
  }

  /** Says so of the step as well, for whoever looks at the run meanwhile. @param attempt the number of the attempt that failed */
  async putOff(delivery: DeliveryKey, attempt: number, seconds: number, reason: Reason): Promise<void> {
    await this.#rows(
      'put-webhook-off',
      `WITH off AS (
          UPDATE webhook_deliveries SET next_attempt_at = now() + $6 * interval '1 second', reason = $7, updated_at = now()
          WHERE ${key} AND state = 'waiting' AND attempts = $5 RETURNING next_attempt_at)
        UPDATE run_steps SET reason = $7, due_at = off.next_attempt_at FROM off WHERE ${key} AND status = 'waiting'`,
      [...keyOf(delivery), attempt, seconds, storableJson(reason)],
    );
  }

  /** For good, unless a person, or another attempt, was quicker. */
  async end(delivery: DeliveryKey, state: Exclude<WebhookState, 'waiting'>, reason: Reason): Promise<void> {
    await this.#rows(
      'end-webhook',
      `UPDATE webhook_deliveries SET state = $5::webhook_state, reason = $6, next_attempt_at = NULL, updated_at = now()
        WHERE ${key} AND state = 'waiting'`,
      [...keyOf(delivery), state, storableJson(reason)],
    );
  }

  /** @param each so many of one studio @param busy studios of which none is given @param but "run/step/visit" that are not */
  async settledUntold(
    limit: number,
    each = limit,
    busy: readonly string[] = [],
    but: readonly string[] = [],
  ): Promise<Delivery[]> {
    return this.#rows<Delivery>('untold-webhooks', settledUntoldSql, [limit, each, busy, but]);
  }

  async told(delivery: DeliveryKey): Promise<void> {
    await this.#rows(
      'webhook-told',
      `UPDATE webhook_deliveries SET tell_run = false WHERE ${key}`,
      keyOf(delivery),
    );
  }

  async #rows<Row extends object>(name: string, text: string, values: unknown[]): Promise<Row[]> {
    return (await this.pool.query<Row>({ name, text, values })).rows;
  }
}
