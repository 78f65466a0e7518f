import { m } from '../messages.js';
import type { Thread } from '../thread-types.js';

export interface ThreadGroup {
  readonly label: string;
  readonly isQuestion: boolean;
  readonly threads: readonly Thread[];
}

/** Those about which something is asked first; the rest by day. @param isToday whether an instant is of today */
export function groupThreads(
  items: readonly Thread[],
  isToday: (instant: string) => boolean,
): readonly ThreadGroup[] {
  const asks = items.filter(({ question }) => question !== null);
  const rest = items.filter(({ question }) => question === null);
  const today = rest.filter(({ lastAt }) => isToday(lastAt));
  const earlier = rest.filter(({ lastAt }) => !isToday(lastAt));
  return [
    { label: m.whoIsThis(asks.length), isQuestion: true, threads: asks },
    { label: m.today, isQuestion: false, threads: today },
    { label: m.earlier, isQuestion: false, threads: earlier },
  ].filter(({ threads }) => threads.length > 0);
}
