import { orderWebhook } from '@cueline/database';
import { webhookCallOf, webhookUnderWay, type CallWebhookStep, type WebhookAllow } from '@cueline/workflows';
import type { RunContext } from '../../record-context/run-context.repository.js';
import { effectOf, type Effect, type EffectCall } from '../effect.js';
import type { IdempotentStep } from './idempotent-step.js';

export interface WebhookOrders {
  readonly allow: WebhookAllow;
  /** Tells whoever delivers of a new delivery. */
  readonly wake: () => void;
}

/** Asks for a delivery, and lets the run wait until it is told what came of it. */
export async function callWebhook(
  idempotentStep: IdempotentStep,
  { allow, wake }: WebhookOrders,
  step: CallWebhookStep,
  context: RunContext,
  call: EffectCall,
): Promise<Effect> {
  const target = webhookCallOf(step, allow);
  if (!target.ok) return effectOf(target);
  const { host } = target;
  const effect = await idempotentStep.carryOut(step, context, call, async ({ studioId, on }) => {
    const delivery = { studioId, runId: context.runId, stepId: step.id, visit: call.visit };
    await orderWebhook.run(on, { ...delivery, host });
    return effectOf(webhookUnderWay(host));
  });
  wake();
  return effect;
}
