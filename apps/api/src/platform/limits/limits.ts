import type { Limit } from './limit.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const limit = (
  name: string,
  free: number,
  firstWaitSeconds: number,
  longestWaitSeconds: number,
  forgetAfterSeconds: number,
): Limit => ({ name, free, firstWaitSeconds, longestWaitSeconds, forgetAfterSeconds });

/**
 * Every limit of the product. A sign-in is counted three times (OWASP Authentication Cheat Sheet): strictly for one account from one place,
 * more loosely for the account and for the place. Nobody can keep an owner out: the limit of the account is short, and a browser that has
 * signed in before is counted alone (OWASP, device cookies).
 */
export const limits = {
  signInFromHere: limit('sign-in account place', 5, 30, 15 * MINUTE, HOUR),
  signInToAccount: limit('sign-in account', 30, 30, 2 * MINUTE, HOUR),
  signInFromPlace: limit('sign-in place', 40, 30, 15 * MINUTE, HOUR),
  changePassword: limit('change password', 5, 30, 15 * MINUTE, HOUR),
  /** Further links are of no use to an owner, who has the newest in the inbox. */
  resetOfAccount: limit('reset account', 4, 2 * MINUTE, HOUR, HOUR),
  resetFromPlace: limit('reset place', 30, MINUTE, HOUR, HOUR),
  /** Links are tried in a row only by whoever guesses. */
  linkFromPlace: limit('link place', 40, 30, 15 * MINUTE, HOUR),
  /** Of one link: back and forth by a person, and what a provider repeats. */
  unsubscribe: limit('unsubscribe', 20, MINUTE, HOUR, HOUR),
  invitationMails: limit('invitation mails', 4, MINUTE, DAY, DAY),
  invitationsOfStudio: limit('invitations studio', 100, MINUTE, HOUR, DAY),
  invitationsToAddress: limit('invitations address', 12, HOUR, DAY, DAY),
  /** A test connects to where a person points it: neither passwords nor ports are tried out with it. */
  accountTests: limit('email account tests studio', 40, 15, 10 * MINUTE, HOUR),
  /** Somebody at work on a template looks at every change. */
  testMails: limit('test mails person', 20, 15, 10 * MINUTE, HOUR),
  accountSearches: limit('email account searches studio', 60, 10, 5 * MINUTE, HOUR),
} as const;
