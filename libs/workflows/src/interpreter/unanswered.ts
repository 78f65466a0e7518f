import type { Failed, Later, Tried } from './state.js';

const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 600_000;
/** With these pauses about an hour and a half. */
const MOST_TRIES = 15;

/**
 * What is said for an activity that gave no answer, try after try: it ran out of its time, or its workers died over it. A worker says for itself what
 * else goes wrong.
 * @param now ISO instant
 */
export function unanswered(tried: Tried | undefined, now: string): Later | Failed {
  const times = tried?.times ?? 0;
  if (times >= MOST_TRIES) return { type: 'failed', reason: { code: 'failure.noAnswer' }, unrecorded: true };
  const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** times);
  const at = new Date(Date.parse(now) + pause).toISOString();
  return { type: 'later', at, reason: { code: 'later.noAnswer' }, unrecorded: true };
}
