import { inParallel } from '../dispatcher/in-parallel.js';
import { reasonToExit } from '../facts/guard.js';
import type { RunContextRepository } from '../facts/run-context.repository.js';
import { log, messageOf } from '../platform/log.js';
import type { RunTeller } from '../send/tell-run.js';
import { attempt } from './attempt.js';
import type { WebhookPorts } from './call-webhook.js';
import type { Delivery } from './webhook.repository.js';

const BATCH = 50;
const AT_ONCE = 4;
const ATTEMPT_MS = 10_000;
const GIVE_UP_AFTER_MS = 24 * 3_600_000;

const outcomes = { delivered: 'done', failed: 'failed', suppressed: 'skipped', queued: 'failed' } as const;

/** What no run waits in an activity for: deliveries that were put off, and those whose run does not know yet. */
export class WebhookSweep {
  constructor(
    private readonly ports: WebhookPorts & {
      readonly contexts: RunContextRepository;
      readonly teller: RunTeller;
    },
  ) {}

  async sweep(): Promise<void> {
    const { deliveries } = this.ports;
    await inParallel(await deliveries.claimDue(BATCH), AT_ONCE, (delivery) => this.#again(delivery));
    await inParallel(await deliveries.settledUntold(BATCH), AT_ONCE, (delivery) => this.#tell(delivery));
  }

  async #again(delivery: Delivery): Promise<void> {
    const { deliveries, contexts, settings } = this.ports;
    try {
      const { studio_id, run_id, step_id, visit, created_at, reason } = delivery;
      const context = await contexts.load(studio_id, run_id, step_id, visit);
      const stop = context.run_ended ? { code: 'run.ended', params: {} } : reasonToExit(context);
      if (stop) return await deliveries.end(delivery, 'suppressed', stop);
      if (Date.now() - created_at.getTime() > GIVE_UP_AFTER_MS)
        return await deliveries.end(delivery, 'failed', { code: 'webhook.gaveUp', params: { last: reason } });
      const came = await attempt(delivery, settings, ATTEMPT_MS);
      if (came.type === 'putOff') await deliveries.putOff(delivery, came.seconds, came.reason);
      else await deliveries.end(delivery, came.type, came.reason);
    } catch (error) {
      log.warn(`Webhook ${delivery.webhook_id} could not be tried again: ${messageOf(error)}`);
    }
  }

  async #tell(delivery: Delivery): Promise<void> {
    const { studio_id: studioId, run_id: runId, step_id: stepId, visit, state, reason } = delivery;
    const told = await this.ports.teller.tell({
      studioId,
      runId,
      stepId,
      visit,
      kind: 'callWebhook',
      outcome: outcomes[state],
      reason: reason ?? { code: `webhook.${state}`, params: {} },
    });
    if (told) await this.ports.deliveries.told(delivery);
  }
}
