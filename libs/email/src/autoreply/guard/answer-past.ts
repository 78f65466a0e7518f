/** An answer that is wanted, as it is counted. */
export interface AnswerWish {
  readonly studioId: string;
  /** Of whom it would go to, as the guard says. */
  readonly personKey: string;
  /** `answerKey` of what it would say. */
  readonly answerKey: string;
  /** Of the thread that the mail is in, by what that was merged into. */
  readonly threadId: string;
  readonly at: Date;
}

/** What earlier answers say of a wish. */
export interface AnswerPast {
  /** When this answer last went to this person. */
  readonly toPerson: Date | null;
  /** When a machine last answered in this thread, with whatever. */
  readonly inThread: Date | null;
  /** Wishes of the studio in the last hour that came to an answer, or would have but for the breaker. */
  readonly lastHour: number;
  /** Since when the breaker is open. */
  readonly stoppedSince: Date | null;
}

export const noPast: AnswerPast = { toPerson: null, inThread: null, lastHour: 0, stoppedSince: null };
