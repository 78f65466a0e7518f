import { m } from './messages.js';
import type { Decision, Hold } from './use-holds.js';

type Cause = 'account' | 'limit' | 'firstContacts' | 'record';
const isCause = (cause: string): cause is Cause =>
  ['account', 'limit', 'firstContacts', 'record'].includes(cause);

/** The cause of a hold, in a line. */
export const holdTitle = ({ cause }: Pick<Hold, 'cause'>): string => (isCause(cause) ? m[cause] : m.unknown);

/** The studio's own email account that does not work, which is what there is to do something about. */
export const accountOf = ({ group }: Pick<Hold, 'group'>): string | undefined =>
  /^account:smtp:([\da-f-]{36})$/.exec(group)?.[1];

/** What a decision means, before it is made. @param whole of the hold, not of some of its emails */
export function meaning(
  type: Decision['type'],
  { cause }: Pick<Hold, 'cause'>,
  count: number,
  whole: boolean,
): string {
  if (type === 'skip') return m.skipMeans(count);
  if (cause === 'record') return m.allTheSame(count);
  if (cause !== 'account') return m.limitMeans(count);
  return whole && count > 1 ? m.tryOneMeans(count) : m.tryMeans(count);
}

/** What has come of it. @param mails of how many emails it came true */
export function outcome(
  type: Decision['type'],
  { cause }: Pick<Hold, 'cause'>,
  mails: number,
  whole: boolean,
): string {
  if (mails === 0) return m.nothingHeld;
  if (type === 'skip') return m.skipped(mails);
  return cause === 'account' && whole && mails > 1 ? m.oneTried : m.onTheWay(mails);
}
