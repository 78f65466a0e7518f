import type { Pool } from 'pg';
import type { Definition } from '@cueline/workflows';
import type { SignalName } from '@cueline/workflows/messages';
import { leaveSignalSql, leftBehindSql, takeSignalsSql } from './starts.sql.js';

export interface StartableRun {
  readonly id: string;
  readonly studio_id: string;
  readonly engine: number;
  readonly definition: Definition;
}

export interface WaitingSignal extends StartableRun {
  readonly seq: string;
  readonly kind: SignalName;
  readonly event_id: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Of the version that the run is asked to go on by. */
  readonly target: Definition | null;
}

/**
 * What Temporal still has to be told. Starting a run twice does no harm. A signal that was delivered by one process must not be delivered by
 * another once its run has been told the next: a pause after its resume would hold the run. So each is taken for a while.
 */
export class StartsRepository {
  constructor(private readonly pool: Pool) {}

  /** Runs that were committed a while ago and have not begun: whoever was to start them died, or Temporal was away. */
  /** @param each so many at most of one studio */
  async leftBehind(olderThanMs: number, limit: number, each: number): Promise<StartableRun[]> {
    const { rows } = await this.pool.query<StartableRun>({
      name: 'runs-left-behind',
      text: leftBehindSql,
      values: [olderThanMs, limit, each],
    });
    return rows;
  }

  /**
   * The earliest undelivered signal of each run, unless somebody is delivering it, and of the studios in turn. They are the caller's to deliver or to
   * leave.
   */
  async signals(limit: number): Promise<WaitingSignal[]> {
    const { rows } = await this.pool.query<WaitingSignal>({
      name: 'take-signals',
      text: takeSignalsSql,
      values: [limit],
    });
    return rows;
  }

  /** It could not be delivered now: anybody may try in a second, or later the longer it has waited. */
  async leave(seq: string): Promise<void> {
    await this.pool.query({
      name: 'leave-signal',
      text: leaveSignalSql,
      values: [seq],
    });
  }

  async delivered(seq: string): Promise<void> {
    await this.pool.query({
      name: 'signal-delivered',
      text: 'UPDATE run_signals SET delivered_at = now() WHERE seq = $1',
      values: [seq],
    });
  }
}
