import type { Lookup } from '@cueline/egress/guard';
import { webhookSecretOf } from '@cueline/database';
import { webhookTargetOf, type CallWebhookStep, type WebhookAllow, type Reason } from '@cueline/workflows';
import { reasonToExit } from '../engine/record-context/guard.js';
import type { RunContext, RunContextRepository } from '../engine/record-context/run-context.repository.js';
import { failureOf } from '../platform/failures/failure.js';
import { FairHands } from '../platform/places/fair-hands.js';
import { log } from '../platform/log.js';
import type { RunNotifier } from '../engine/run-notifier.js';
import { webhookBodyOf, webhookHeaders, webhookIdOf } from './message.js';
import { post } from './post.js';
import { pauseSeconds, verdictOf, type Verdict } from './verdict.js';
import type { Delivery, DueDelivery, WebhookDeliveries } from '@cueline/database';

/** Requests under way in this process, and of them to one server of one studio: one that hangs keeps no other waiting. */
const AT_ONCE = 16;
const PER_HOST = 4;
const ATTEMPT_MS = 10_000;
const GIVE_UP_AFTER_MS = 36 * 3_600_000;
const NOTIFIED_AT_ONCE = 48;

const outcomes = { delivered: 'done', failed: 'failed', suppressed: 'skipped', waiting: 'failed' } as const;

export interface DeliveryWorkerPorts {
  readonly deliveries: WebhookDeliveries;
  readonly contexts: RunContextRepository;
  readonly notifier: Pick<RunNotifier, 'notify'>;
  /** The product's own secret, from which each studio's follows. */
  readonly secret: string;
  readonly allow: WebhookAllow;
  readonly lookup?: Lookup;
}

/** Delivers webhooks: no run waits in an activity for a server that somebody else keeps. */
export class WebhookDeliveryWorker {
  /** How many are under way, by studio and host. */
  readonly #hosts = new Map<string, number>();
  readonly #telling = new FairHands(NOTIFIED_AT_ONCE);
  readonly #underWay = new Set<Promise<void>>();
  #sweeping: Promise<void> | undefined;
  #again = false;
  #stopped = false;

  constructor(private readonly ports: DeliveryWorkerPorts) {}

  /** There may be something to deliver. */
  wake(): void {
    this.sweep().catch((error: unknown) => log.warn('Webhooks could not be looked for', error));
  }

  /** Begins what is due, as far as there are free hands, and tells the runs whose webhooks are settled. Asked meanwhile, it looks again. */
  sweep(): Promise<void> {
    this.#again = true;
    this.#sweeping ??= this.#sweepOnce().finally(() => {
      this.#sweeping = undefined;
      if (this.#again && !this.#stopped) this.wake();
    });
    return this.#sweeping;
  }

  /** Takes nothing new, and waits for what is under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.idle();
  }

  /** Settles when nothing is under way. */
  async idle(): Promise<void> {
    while (this.#underWay.size > 0 || this.#sweeping)
      await Promise.allSettled([...this.#underWay, this.#sweeping]);
  }

  async #sweepOnce(): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false;
      await this.#beginDue();
      const { room, each } = this.#telling;
      const [busy, taken] = [this.#telling.busy(), this.#telling.taken()];
      for (const delivery of await this.ports.deliveries.settledUnnotified(room, each, busy, taken)) {
        const id = `${delivery.runId}/${delivery.stepId}/${delivery.visit}`;
        this.#telling.begin(delivery.studioId, id, 'The notification of webhook', () =>
          this.#notify(delivery),
        );
      }
      await this.#telling.idle();
    }
  }

  async #beginDue(): Promise<void> {
    const free = AT_ONCE - this.#underWay.size;
    if (free <= 0) return;
    const busy = [...this.#hosts].filter(([, many]) => many >= PER_HOST).map(([host]) => host);
    // One studio that calls many servers leaves half of what is free to the others.
    const eachStudio = Math.ceil(free / 2);
    for (const delivery of await this.ports.deliveries.claimDue(free, PER_HOST, busy, eachStudio)) {
      const host = `${delivery.studioId}/${delivery.host}`;
      this.#hosts.set(host, (this.#hosts.get(host) ?? 0) + 1);
      const work = this.#deliver(delivery).finally(() => {
        this.#underWay.delete(work);
        const left = this.#hosts.get(host)! - 1;
        if (left > 0) this.#hosts.set(host, left);
        else this.#hosts.delete(host);
        this.wake();
      });
      this.#underWay.add(work);
    }
  }

  /** Made anew: what has changed since, the message says as it is now, or it does not leave at all. */
  async #deliver(delivery: DueDelivery): Promise<void> {
    const { studioId, runId, stepId, visit } = delivery;
    try {
      const { deliveries, contexts } = this.ports;
      const context = await contexts.load(studioId, runId, stepId, visit);
      const step = await contexts.step(context, studioId, stepId);
      if (step.kind !== 'callWebhook') throw new Error(`Step ${stepId} calls no webhook.`);
      const stop: Reason | undefined = context.runEnded
        ? { code: 'run.ended', params: {} }
        : reasonToExit(context);
      if (stop) return await deliveries.end(delivery, 'suppressed', stop);
      const attempt = await deliveries.begin(delivery);
      if (attempt === null) return await deliveries.release(delivery);
      const verdict = await this.#attempt(step, studioId, context);
      if (verdict.type !== 'putOff') return await deliveries.end(delivery, verdict.type, verdict.reason);
      const seconds = Math.max(verdict.waitSeconds, pauseSeconds(attempt, Math.random()));
      if (Date.now() + seconds * 1_000 < delivery.triedSince.getTime() + GIVE_UP_AFTER_MS)
        return await deliveries.putOff(delivery, attempt, seconds, verdict.reason);
      const params = { host: delivery.host, attempts: attempt, last: verdict.reason };
      await deliveries.end(delivery, 'failed', { code: 'webhook.gaveUp', params });
    } catch (error) {
      const failure = failureOf(error);
      const about = `The webhook of run ${runId}, step ${stepId},`;
      if (failure.type === 'temporary')
        return log.warnSeldom('webhook', `${about} could not be tried yet`, error);
      log.warn(`${about} has failed (${failure.reason.code})`, error);
      await this.ports.deliveries
        .end(delivery, 'failed', failure.reason)
        .catch((again: unknown) => log.warn(`${about} could not be ended`, again));
    }
  }

  async #attempt(step: CallWebhookStep, studioId: string, context: RunContext): Promise<Verdict> {
    const { secret, allow, lookup } = this.ports;
    const target = webhookTargetOf(step.url, allow);
    if (!target.ok) return { type: 'failed', reason: target };
    const { url, host, trusted } = target;
    const body = webhookBodyOf(step, studioId, context);
    const seconds = Math.floor(Date.now() / 1_000);
    const id = webhookIdOf(context.runId, step.id);
    const headers = webhookHeaders(webhookSecretOf(secret, studioId), id, seconds, body);
    const posted = await post({ url, trusted, headers, body, timeoutMs: ATTEMPT_MS, lookup });
    return verdictOf(posted, { url, host }, Date.now());
  }

  async #notify(delivery: Delivery): Promise<void> {
    const { studioId, runId, stepId, visit, state, reason } = delivery;
    const isNotified = await this.ports.notifier.notify({
      studioId,
      runId,
      stepId,
      visit,
      kind: 'callWebhook',
      outcome: outcomes[state],
      // Whoever ends a delivery says why.
      reason: reason ?? { code: 'failure.product', params: {} },
    });
    if (isNotified) await this.ports.deliveries.markNotified(delivery);
  }
}
