import type { Moment } from '../ids.js';
import type { Refused } from '../outcome.js';
import type { Change, Command, End } from './command.js';

const SECOND = 1_000;
/** So often a command is begun. */
export const MOST_TRIES = 10;
/** When a mail that is gone is looked for again: others need a moment to put it where they take it. */
const misses = [5 * SECOND, 30 * SECOND, 150 * SECOND] as const;
const LONGEST = 3_600 * SECOND;

/** The server is busy, or its answer and its mailbox do not agree: again, at growing distances. */
export function later({ tries }: Command, reply: string, now: Moment): Change {
  if (tries + 1 >= MOST_TRIES) return { to: 'failed', reply };
  return {
    to: 'waiting',
    dueAt: now + Math.min(LONGEST, 2 * SECOND * 3 ** tries),
    counts: 'try',
    reply,
  };
}

/** It is not where it was, and not known to be anywhere else: the next list of folders may tell. */
export function missed(command: Command, now: Moment): Change {
  const wait = misses[command.misses];
  if (wait === undefined) return { to: 'superseded', where: null };
  return { to: 'waiting', dueAt: now + wait, counts: 'miss', reply: '' };
}

/** What a person can do nothing about is tried again; everything else is told at once, in the server's text. */
export function refusedBy(command: Command, { refusal, reply }: Refused, now: Moment): Change {
  // It may have been renamed: the list is read first.
  if (refusal === 'folder' && command.misses === 0)
    return { to: 'waiting', dueAt: now, counts: 'miss', reply };
  return refusal === 'unavailable' || refusal === 'signIn' ? later(command, reply, now) : no('server', reply);
}

export const no = (why: Extract<End, { to: 'refused' }>['why'], reply = ''): End => ({
  to: 'refused',
  why,
  reply,
});
export const done = (how: Extract<End, { to: 'done' }>['how'] = 'carriedOut'): End => ({ to: 'done', how });
