import type { Reason } from '@cueline/workflows';
import type { Queryable } from '../client/statement.js';
import * as sql from './deliveries.sql.js';

const keyOf = ({ studioId, runId, stepId, visit }: sql.DeliveryKey) => ({ studioId, runId, stepId, visit });

/** The table of outgoing webhooks: each statement moves one from states in which that is right, and from no others. */
export class WebhookDeliveries {
  constructor(private readonly on: Queryable) {}

  /**
   * Takes what is due, and whose run is not paused; each is the caller's for its lease.
   * @param each so many at most of one studio and host @param busy "studio/host" of which none is taken
   */
  claimDue(
    limit: number,
    each: number,
    busy: readonly string[],
    eachStudio = limit,
  ): Promise<sql.DueDelivery[]> {
    return sql.claimDue.rows(this.on, { limit, each, busy, eachStudio });
  }

  /**
   * An attempt leaves now. No attempt does after the answer that its run is paused or being stopped.
   * @returns its number; null when it must not leave, or is in other hands
   */
  async begin({ attempts, ...delivery }: sql.Delivery): Promise<number | null> {
    return (await sql.beginAttempt.first(this.on, { ...keyOf(delivery), attempts }))?.attempts ?? null;
  }

  /** Nothing was tried: it is due as before, whenever its run goes on. */
  async release({ attempts, ...delivery }: sql.Delivery): Promise<void> {
    await sql.releaseDelivery.run(this.on, { ...keyOf(delivery), attempts });
  }

  /** Says so of the step as well, for whoever looks at the run meanwhile. @param attempts the number of the attempt that failed */
  async putOff(delivery: sql.DeliveryKey, attempts: number, seconds: number, reason: Reason): Promise<void> {
    await sql.putDeliveryOff.run(this.on, { ...keyOf(delivery), attempts, seconds, reason });
  }

  /** For good, unless a person, or another attempt, was quicker. */
  async end(
    delivery: sql.DeliveryKey,
    state: Exclude<sql.WebhookState, 'waiting'>,
    reason: Reason,
  ): Promise<void> {
    await sql.endDelivery.run(this.on, { ...keyOf(delivery), state, reason });
  }

  /** @param each so many of one studio @param busy studios of which none is given @param but "run/step/visit" that are not */
  settledUnnotified(
    limit: number,
    each = limit,
    busy: readonly string[] = [],
    but: readonly string[] = [],
  ): Promise<sql.Delivery[]> {
    return sql.settledUnnotified.rows(this.on, { limit, each, busy, but });
  }

  async markNotified(delivery: sql.DeliveryKey): Promise<void> {
    await sql.deliveryNotified.run(this.on, keyOf(delivery));
  }
}
