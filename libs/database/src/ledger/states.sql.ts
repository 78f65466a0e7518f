/** What is under way, and what it came to for good. */
export const openStates = ['held', 'queued', 'sending', 'in_doubt'] as const;
export const settledStates = ['sent', 'failed', 'bounced', 'suppressed'] as const;
export type OpenState = (typeof openStates)[number];
export type SettledState = (typeof settledStates)[number];
export type SendState = OpenState | SettledState;

export interface Transition {
  readonly from: readonly SendState[];
  readonly to: readonly SendState[];
  /** Also for a mail that the ledger does not have yet. */
  readonly isNew?: true;
  /** From `sending` only for the attempt that handed the mail over: another one may have it in hand. */
  readonly ofOwnAttempt?: true;
}

/** Every legal change of a send's state, and who makes it. No statement writes the state but by one of these. */
export const transitions = {
  /** The server is about to read the message. */
  handOver: { from: ['queued'], to: ['sending'], isNew: true },
  /** At the hand-over the run is paused, or the limit of the address is reached: it waits. */
  wait: { from: ['queued'], to: ['queued'], isNew: true },
  /** At the hand-over another run has mailed the same fact. */
  leaveOut: { from: ['queued'], to: ['suppressed'], isNew: true },
  /** The server has it. */
  accept: { from: ['sending', 'in_doubt'], to: ['sent'] },
  /** An attempt failed for now. */
  retry: { from: ['queued', 'sending'], to: ['queued'], isNew: true, ofOwnAttempt: true },
  /** An attempt failed for good. */
  refuse: { from: ['queued', 'sending'], to: ['failed'], isNew: true, ofOwnAttempt: true },
  /** Written anew it is not to be sent any more. */
  end: { from: ['queued', 'sending', 'in_doubt'], to: ['failed', 'suppressed'] },
  /** It cannot be written. */
  endQueued: { from: ['queued'], to: ['failed'] },
  /** The link died after the hand-over. */
  doubt: { from: ['sending'], to: ['in_doubt'] },
  /** The provider surely does not have it. */
  sendAgain: { from: ['sending', 'in_doubt'], to: ['queued'] },
  /** Its account is in trouble, or its group is held. */
  hold: { from: ['queued', 'sending'], to: ['held'], isNew: true, ofOwnAttempt: true },
  /** Its group is tried, cleared, or it is let go by a person. */
  letGo: { from: ['held'], to: ['queued'] },
  /** It has been held for so long that a person decides. */
  setAside: { from: ['held'], to: ['held'] },
  /** Its run is over, it is too late, or a person leaves it out. */
  dropHeld: { from: ['held'], to: ['suppressed'] },
  /** A person forces or retries the step. */
  force: { from: ['held', 'queued'], to: ['queued'] },
  /** A person skips the step or stops the run. */
  suppress: { from: ['held', 'queued'], to: ['suppressed'] },
  /** A person decides that a mail in doubt was sent. */
  markSent: { from: ['in_doubt'], to: ['sent'] },
  /** A person decides that a mail in doubt is sent again. */
  repeat: { from: ['in_doubt'], to: ['queued'] },
  /** Its bounce has come: a server took it, and gave it back. */
  bounce: { from: ['sending', 'in_doubt', 'sent'], to: ['bounced'] },
} as const satisfies Readonly<Record<string, Transition>>;

export type TransitionName = keyof typeof transitions;

const list = (states: readonly SendState[]): string => states.map((state) => `'${state}'`).join(', ');
const isOneOf = (state: string, states: readonly SendState[]): string =>
  states.length === 1 ? `${state} = ${list(states)}` : `${state} IN (${list(states)})`;

/** SQL: a send's state is one of these. @param row its alias or table */
export const isIn = (states: readonly SendState[], row?: string): string =>
  isOneOf(row === undefined ? 'state' : `${row}.state`, states);
export const isOpen = (row?: string): string => isIn(openStates, row);
export const isSettled = (row?: string): string => isIn(settledStates, row);

/** SQL of the state that a transition leads to, where that is one. */
export const stateAfter = (name: TransitionName): string => list(transitions[name].to.slice(0, 1));

/** SQL: the send may make the transition. Of one of its own attempt alone, `:handOver` is that attempt's number. */
export function may(name: TransitionName, row?: string): string {
  const { from, ofOwnAttempt }: Transition = transitions[name];
  if (!ofOwnAttempt) return isIn(from, row);
  const others = from.filter((state) => state !== 'sending');
  const attempts = row === undefined ? 'attempts' : `${row}.attempts`;
  return `(${isIn(others, row)} OR (${isIn(['sending'], row)} AND ${attempts} = :handOver))`;
}
