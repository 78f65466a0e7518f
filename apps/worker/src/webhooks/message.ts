import { createHash, createHmac } from 'node:crypto';
import { webhookMessageOf, type CallWebhookStep } from '@cueline/workflows';
import { factsOf, idsOf } from '@cueline/database';
import type { RunContext } from '../engine/record-context/run-context.repository.js';

/** The body of a step's webhook, by the facts of this moment. */
export function webhookBodyOf(step: CallWebhookStep, studioId: string, context: RunContext): string {
  const { eventId, occurredAt, workflowId, runId } = context;
  const about = {
    event: { id: eventId, type: context.beganWith, occurredAt: occurredAt.toISOString() },
    workflow: { id: workflowId },
    run: { id: runId },
    record: { type: context.subjectType, id: context.subjectId },
    ids: { ...idsOf(context), studio: studioId },
  };
  return JSON.stringify(webhookMessageOf(step, about, factsOf(context), context.now.toISOString()));
}

/** The same for a step of a run however often it is called, also when a person has a failed step tried again: by it a receiver knows a repetition. */
export const webhookIdOf = (runId: string, stepId: string): string =>
  `msg_${createHash('sha256').update(`${runId}/${stepId}`).digest('hex').slice(0, 32)}`;

/**
 * The headers of Standard Webhooks 1.0.
 * @param secret `whsec_` and base64 @param seconds since 1970
 */
export function webhookHeaders(
  secret: string,
  id: string,
  seconds: number,
  body: string,
): Record<string, string> {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return {
    'content-type': 'application/json',
    'user-agent': 'Cueline',
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${signature}`,
  };
}
