import type { Decision, Hold } from './use-holds.js';

type Cause = 'account' | 'limit' | 'firstContacts';
const isCause = (cause: string): cause is Cause => ['account', 'limit', 'firstContacts'].includes(cause);

const titles: Readonly<Record<Cause, string>> = {
  account: 'The sending account has a problem',
  limit: 'Too many emails to one address',
  firstContacts: 'Many automatic answers to new addresses',
};

/** The cause of a hold, in a line. */
export const holdTitle = ({ cause }: Pick<Hold, 'cause'>): string =>
  isCause(cause) ? titles[cause] : 'Held until somebody decides';

export const emails = (count: number): string =>
  `${count.toLocaleString('en')} ${count === 1 ? 'email' : 'emails'}`;
const theyOf = (count: number) => (count === 1 ? 'it' : 'they');

/** What a decision means, before it is made. @param whole of the hold, not of some of its emails */
export function meaning(
  type: Decision['type'],
  { cause }: Pick<Hold, 'cause'>,
  count: number,
  whole: boolean,
): string {
  const they = theyOf(count);
  if (type === 'skip')
    return count === 1
      ? 'This email is not sent, now or later. Its workflow goes on without it. This can’t be undone.'
      : `These ${emails(count)} are not sent, now or later. Their workflows go on without them. This can’t be undone.`;
  if (cause !== 'account')
    return count === 1
      ? 'The email leaves now, although the limit is reached.'
      : `All ${emails(count)} leave now, the earliest first, although the limit is reached.`;
  if (whole && count > 1)
    return `One of the ${emails(count)} is tried now. If the mail server accepts it, the others follow, the earliest first. If not, they stay held and nothing is lost.`;
  return `${count === 1 ? 'The email is' : `The ${emails(count)} are`} tried now. If the mail server does not accept ${count === 1 ? 'it' : 'them'}, ${they} ${count === 1 ? 'is' : 'are'} held again and nothing is lost.`;
}

/** What has come of it. @param mails of how many emails it came true */
export function outcome(
  type: Decision['type'],
  { cause }: Pick<Hold, 'cause'>,
  mails: number,
  whole: boolean,
): string {
  if (mails === 0) return 'None of these emails was held any more.';
  if (type === 'skip') return `${emails(mails)} ${mails === 1 ? 'is' : 'are'} not sent. The workflows go on.`;
  if (cause === 'account' && whole && mails > 1)
    return 'One email is tried now. The others follow when it is accepted.';
  return `${emails(mails)} ${mails === 1 ? 'is' : 'are'} on the way.`;
}
