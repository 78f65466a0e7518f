import {
  leaveSignal,
  runsLeftBehind,
  signalDelivered,
  takeSignals,
  type Queryable,
  type StartableRun,
  type WaitingSignal,
} from '@cueline/database';

export type { StartableRun, WaitingSignal };

/**
 * Starts and signals that Temporal has not had yet. Starting a run twice does no harm. A signal that was delivered by one process must not be delivered by
 * another once its run has had the next: a pause after its resume would keep the run paused. So each is taken for a while.
 */
export class StartsRepository {
  constructor(private readonly on: Queryable) {}

  /**
   * Runs that were committed a while ago and have not begun: whoever was to start them died, or Temporal was away.
   * @param each so many at most of one studio
   */
  leftBehind(olderThanMs: number, limit: number, each: number): Promise<StartableRun[]> {
    return runsLeftBehind.rows(this.on, { olderThanMs, limit, each });
  }

  /**
   * The earliest undelivered signal of each run, unless somebody is delivering it, and of the studios in turn. They are the caller's to deliver or to
   * leave.
   */
  signals(limit: number): Promise<WaitingSignal[]> {
    return takeSignals.rows(this.on, { limit });
  }

  /** It could not be delivered now: anybody may try in a second, or later the longer it has waited. */
  async leave(seq: string): Promise<void> {
    await leaveSignal.run(this.on, { seq });
  }

  async delivered(seq: string): Promise<void> {
    await signalDelivered.run(this.on, { seq });
  }
}
