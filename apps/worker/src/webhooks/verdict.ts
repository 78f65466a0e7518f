import type { Reason, ReasonCode } from '@cueline/workflows';
import type { Posted } from './post.js';
import { redirectionOf } from './redirection.js';

/** What one attempt comes to. */
export type Verdict =
  | { readonly type: 'delivered' | 'failed'; readonly reason: Reason }
  /** @property waitSeconds as long as the server asked for, at least; 0 when it asked for nothing */
  | { readonly type: 'putOff'; readonly waitSeconds: number; readonly reason: Reason };

/** The longest pause between two attempts, also where a server asks for a longer one. */
const LONGEST_PAUSE_S = 4 * 3_600;
const FIRST_PAUSE_S = 5;

interface Called {
  /** As it was called. */
  readonly url: string;
  readonly host: string;
}

/** Pure. What is wrong for now is tried again; what would be wrong again is not. */
export function verdictOf(posted: Posted, { url, host }: Called, now: number): Verdict {
  type Code = Extract<ReasonCode, `webhook.${string}`> extends `webhook.${infer Name}` ? Name : never;
  const reason = (code: Code, params = {}): Reason => ({
    code: `webhook.${code}`,
    params: { host, ...params },
  });
  if (posted.type === 'inside')
    return { type: 'failed', reason: reason('inside', { address: posted.address }) };
  if (posted.type === 'unreachable')
    return { type: 'putOff', waitSeconds: 0, reason: reason('unreachable', { cause: posted.cause }) };
  const { status, answer } = posted;
  if (status >= 200 && status < 300) return { type: 'delivered', reason: reason('delivered', { status }) };
  if (status === 429 || status >= 500)
    return {
      type: 'putOff',
      waitSeconds: secondsOf(posted.retryAfter, now),
      reason: reason('busy', { status, answer }),
    };
  if (status >= 300 && status < 400) {
    const redirection = redirectionOf(status, posted.location, url);
    return redirection.kind === 'taken'
      ? { type: 'delivered', reason: reason('delivered', { status, ...redirection }) }
      : { type: 'failed', reason: reason('redirected', { status, ...redirection }) };
  }
  if (status === 410) return { type: 'failed', reason: reason('gone') };
  return { type: 'failed', reason: reason('refused', { status, answer }) };
}

/**
 * 5 s, 15 s, 45 s ... up to four hours, and a little later than that, so that what failed together does not come back together.
 * @param attempts that were made so far @param random from 0 to 1
 */
export const pauseSeconds = (attempts: number, random: number): number =>
  Math.min(LONGEST_PAUSE_S, FIRST_PAUSE_S * 3 ** Math.min(attempts - 1, 12)) * (1 + random / 10);

/** Retry-After (RFC 9110 10.2.3): seconds or a date. */
function secondsOf(retryAfter: string | undefined, now: number): number {
  if (!retryAfter) return 0;
  const seconds = /^\d+$/.test(retryAfter) ? Number(retryAfter) : (Date.parse(retryAfter) - now) / 1_000;
  return Number.isFinite(seconds) ? Math.min(LONGEST_PAUSE_S, Math.max(0, seconds)) : 0;
}
