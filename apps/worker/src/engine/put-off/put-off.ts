import type { Tried } from '@cueline/workflows/messages';
import type { Failure } from '../../platform/failures/failure.js';

const FIRST_PAUSE_MS = 1_000;
/** A database that is away comes back for all at once, and who was told so hears of it: its longest pause is for those whose worker died meanwhile. */
const LONGEST_PAUSE_MS = {
  database: 60_000,
  busy: 300_000,
  crowded: 20_000,
  noAnswer: 600_000,
};
/** As long as a mail is tried. */
export const GIVE_UP_AFTER_MS = 48 * 3_600_000;

/** What comes next of work that met an error: when it is tried again, or why it is given up. */
export type Next =
  | { readonly type: 'later'; readonly at: string; readonly reason: Failure['reason'] }
  | { readonly type: 'failed'; readonly reason: Failure['reason'] };

/** Pure. @param now in ms @param random from 0 to 1: what was put off together does not come back together */
export function nextOf(failure: Failure, tried: Tried | undefined, now: number, random: number): Next {
  if (failure.type === 'permanent') return { type: 'failed', reason: failure.reason };
  const { cause, reason } = failure;
  const times = tried?.times ?? 0;
  const isOver = tried !== undefined && now - Date.parse(tried.since) > GIVE_UP_AFTER_MS;
  if (isOver && cause !== 'crowded')
    return { type: 'failed', reason: { code: 'failure.gaveUp', params: { last: reason.code } } };
  const longest = LONGEST_PAUSE_MS[cause];
  const pause = Math.min(longest, FIRST_PAUSE_MS * 2 ** Math.min(times, 20)) * (1 + random / 4);
  return { type: 'later', at: new Date(now + pause).toISOString(), reason };
}
