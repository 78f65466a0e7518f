import { failed, type Outcome, type NoEffect } from '../outcome.js';
import type { CallWebhookStep } from './step.js';
import { webhookTargetOf, type WebhookAllow } from './webhook-target.js';

export type WebhookCall = { readonly ok: true; readonly host: string } | NoEffect;

/** Where a step calls, or why it calls nobody. @param allow as for `webhookTargetOf` */
export function webhookCallOf({ url }: CallWebhookStep, allow: WebhookAllow | undefined): WebhookCall {
  const target = webhookTargetOf(url, allow);
  return target.ok ? { ok: true, host: target.host } : failed(target.code, target.params);
}

/** It is being called: the run is told what comes of it. */
export const webhookUnderWay = (host: string): Outcome => ({
  status: 'waiting',
  reason: { code: 'webhook.waiting', params: { host } },
});

export const webhookDelivered = (host: string): Outcome => ({
  status: 'done',
  reason: { code: 'webhook.delivered', params: { host } },
});
