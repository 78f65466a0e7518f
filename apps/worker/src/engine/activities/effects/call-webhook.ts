import { webhookTargetOf, type CallWebhookStep, type WebhookAllow } from '@cueline/workflows';
import type { RunContext } from '../../record-context/run-context.repository.js';
import type { Effect, EffectCall } from '../effect.js';
import type { IdempotentStep } from './idempotent-step.js';

export interface WebhookOrders {
  readonly allow: WebhookAllow;
  /** Tells whoever delivers of a new delivery. */
  readonly wake: () => void;
}

// A step that is carried out a second time finds its delivery, however that stands.
const order = `INSERT INTO webhook_deliveries (studio_id, run_id, step_id, visit, host) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (run_id, step_id, visit) DO NOTHING`;

/** Asks for a delivery, and lets the run wait until it is told what came of it. */
export async function callWebhook(
  idempotentStep: IdempotentStep,
  { allow, wake }: WebhookOrders,
  step: CallWebhookStep,
  context: RunContext,
  call: EffectCall,
): Promise<Effect> {
  const target = webhookTargetOf(step.url, allow);
  if (!target.ok) {
    const { code, params } = target;
    return { result: { type: 'failed', reason: { code } }, reason: { code, params } };
  }
  const { host } = target;
  const effect = await idempotentStep.carryOut(step, context, call, async ({ studioId, query }) => {
    await query('order-webhook', order, [studioId, context.run_id, step.id, call.visit, host]);
    return { result: { type: 'pending' }, reason: { code: 'webhook.waiting', params: { host } } };
  });
  wake();
  return effect;
}
