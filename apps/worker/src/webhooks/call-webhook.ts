import { createHash } from 'node:crypto';
import { factAt, type CallWebhookStep } from '@cueline/workflows';
import { factsOf } from '@cueline/database';
import type { Effect, EffectCall } from '../activities/effect.js';
import type { RunContext } from '../facts/run-context.repository.js';
import { attempt, type WebhookSettings } from './attempt.js';
import type { Reason, WebhookRepository, WebhookState } from './webhook.repository.js';

/** The run waits so long for an answer; after that the sweep goes on. */
const FIRST_ATTEMPT_MS = 4_000;

export interface WebhookPorts {
  readonly deliveries: WebhookRepository;
  readonly settings: WebhookSettings;
}

/** Tells another program, at least once under one id: whoever is told knows a repetition by it. */
export async function callWebhook(
  { deliveries, settings }: WebhookPorts,
  step: CallWebhookStep,
  context: RunContext,
  { studioId, visit, before, conclusion }: EffectCall,
): Promise<Effect> {
  const key = { studio_id: studioId, run_id: context.run_id, step_id: step.id, visit };
  const delivery = {
    ...key,
    webhook_id: idOf(step, context, visit),
    url: step.url,
    body: bodyOf(step, context),
  };
  if (!(await deliveries.open(delivery, before))) return stored(await deliveries.awaited(key));
  const came = await attempt({ ...delivery, attempts: 1 }, settings, FIRST_ATTEMPT_MS);
  if (came.type === 'putOff') {
    await deliveries.putOff(key, came.seconds, came.reason);
    return stored(await deliveries.awaited(key));
  }
  const effect = effectOf(came.type, came.reason);
  await deliveries.end(key, came.type, came.reason, conclusion(effect));
  return { ...effect, recorded: true };
}

const idOf = (step: CallWebhookStep, { run_id }: RunContext, visit: number): string =>
  `msg_${createHash('sha256')
    .update(JSON.stringify([run_id, step.id, visit]))
    .digest('hex')
    .slice(0, 32)}`;

function bodyOf({ id, facts: paths }: CallWebhookStep, context: RunContext): string {
  const facts = factsOf(context);
  return JSON.stringify({
    type: 'workflow.step',
    timestamp: context.now.toISOString(),
    data: {
      runId: context.run_id,
      workflowId: context.workflow_id,
      stepId: id,
      subject: { type: context.subject_type, id: context.subject_id },
      facts: Object.fromEntries(paths.map((path) => [path, factAt(facts, path) ?? null])),
    },
  });
}

const stored = ({ state, reason }: { state: WebhookState; reason: Reason | null }): Effect =>
  effectOf(state, reason ?? { code: 'webhook.waiting', params: {} });

function effectOf(state: WebhookState, reason: Reason): Effect {
  if (state === 'queued')
    return { result: { type: 'pending' }, reason: { code: 'webhook.waiting', params: { last: reason } } };
  if (state === 'delivered') return { result: { type: 'done' }, reason };
  const type = state === 'failed' ? 'failed' : 'skipped';
  return { result: { type, reason: { code: reason.code } }, reason };
}
