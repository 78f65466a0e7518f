import { signWebhook, webhookSecretOf } from '@cueline/database';
import { backoffSeconds } from '../send/dispatch-mail.js';
import { post } from './post.js';
import type { Delivery, Reason } from './webhook.repository.js';

export interface WebhookSettings {
  /** The product's own secret, from which each studio's follows. */
  readonly secret: string | undefined;
  readonly allow: ReadonlySet<string>;
}

/** What one attempt came to. */
export type Attempted =
  | { readonly type: 'delivered' | 'failed'; readonly reason: Reason }
  | { readonly type: 'putOff'; readonly seconds: number; readonly reason: Reason };

const RETRIED = new Set([408, 409, 425, 429]);
const LONGEST_PAUSE_S = 3_600;

/** Signs and posts one delivery. */
export async function attempt(
  {
    studio_id,
    webhook_id,
    url,
    body,
    attempts,
  }: Pick<Delivery, 'studio_id' | 'webhook_id' | 'url' | 'body' | 'attempts'>,
  { secret, allow }: WebhookSettings,
  timeoutMs: number,
): Promise<Attempted> {
  if (!secret) return { type: 'failed', reason: { code: 'webhook.noSecret', params: {} } };
  const timestamp = Math.floor(Date.now() / 1_000);
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Cueline',
    'webhook-id': webhook_id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signWebhook(webhookSecretOf(secret, studio_id), webhook_id, timestamp, body),
  };
  const posted = await post({ url, headers, body, timeoutMs, allow });
  if (posted.type === 'refused')
    return { type: 'failed', reason: { code: posted.code, params: posted.params } };
  const seconds = backoffSeconds(attempts);
  if (posted.type === 'unreachable')
    return {
      type: 'putOff',
      seconds,
      reason: { code: 'webhook.unreachable', params: { detail: posted.detail } },
    };
  const { status, answer, retryAfter } = posted;
  if (status >= 200 && status < 300)
    return { type: 'delivered', reason: { code: 'webhook.delivered', params: { status } } };
  const reason = { code: 'webhook.answered', params: { status, answer } };
  if (status < 500 && !RETRIED.has(status)) return { type: 'failed', reason };
  return { type: 'putOff', seconds: Math.max(seconds, pauseOf(retryAfter)), reason };
}

/** RFC 9110 10.2.3: seconds or a date; at most an hour. */
function pauseOf(retryAfter: string | undefined): number {
  if (!retryAfter) return 0;
  const seconds = /^\d+$/.test(retryAfter)
    ? Number(retryAfter)
    : (Date.parse(retryAfter) - Date.now()) / 1_000;
  return Number.isFinite(seconds) ? Math.min(LONGEST_PAUSE_S, Math.max(0, seconds)) : 0;
}
