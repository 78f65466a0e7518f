import type { Pool } from 'pg';
import type { Definition } from '@cueline/workflows';
import type { SignalName } from '@cueline/workflows/messages';

export interface StartableRun {
  readonly id: string;
  readonly studio_id: string;
  readonly engine: number;
  readonly definition: Definition;
}

const columns = `r.id::text, r.studio_id::text, r.engine, v.definition FROM runs r JOIN workflow_versions v ON v.id = r.version_id`;

export interface WaitingSignal extends StartableRun {
  readonly seq: string;
  readonly kind: SignalName;
  readonly event_id: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Of the version that the run is asked to go on by. */
  readonly target: Definition | null;
}

/** Longer than any call to Temporal: past it whoever took a signal is gone. */
const TAKEN = `interval '30 seconds'`;

/**
 * What Temporal still has to be told. Starting a run twice does no harm. A signal that was delivered by one process must not be delivered by
 * another once its run has been told the next: a pause after its resume would hold the run. So each is taken for a while.
 */
export class StartsRepository {
  constructor(private readonly pool: Pool) {}

  /** Runs that were committed a while ago and have not begun: whoever was to start them died, or Temporal was away. */
  async leftBehind(olderThanMs: number, limit: number): Promise<StartableRun[]> {
    const { rows } = await this.pool.query<StartableRun>({
      name: 'runs-left-behind',
      text: `SELECT ${columns} WHERE r.status = 'starting' AND r.created_at < now() - $1 * interval '1 millisecond' ORDER BY r.created_at LIMIT $2`,
      values: [olderThanMs, limit],
    });
    return rows;
  }

  /** The earliest undelivered signal of each run, unless somebody is delivering it. They are the caller's to deliver or to leave. */
  async signals(limit: number): Promise<WaitingSignal[]> {
    const { rows } = await this.pool.query<WaitingSignal>({
      name: 'take-signals',
      text: `WITH first AS (
          SELECT DISTINCT ON (run_id) seq FROM run_signals WHERE delivered_at IS NULL ORDER BY run_id, seq
        ), taken AS (
          UPDATE run_signals SET taken_until = now() + ${TAKEN} WHERE delivered_at IS NULL AND seq IN (
            SELECT s.seq FROM run_signals s JOIN first f ON f.seq = s.seq
            WHERE s.delivered_at IS NULL AND COALESCE(s.taken_until < now(), true) ORDER BY s.seq LIMIT $1 FOR UPDATE OF s SKIP LOCKED)
          RETURNING seq, run_id, studio_id, kind, event_id, payload)
        SELECT s.seq::text, s.kind, s.event_id::text, s.payload, target.definition AS target, ${columns} JOIN taken s ON s.run_id = r.id
        LEFT JOIN workflow_versions target ON s.kind = 'migrate' AND target.studio_id = s.studio_id AND target.id = (s.payload->>'versionId')::uuid`,
      values: [limit],
    });
    return rows;
  }

  /** It could not be delivered now: anybody may try. */
  async leave(seq: string): Promise<void> {
    await this.pool.query({
      name: 'leave-signal',
      text: 'UPDATE run_signals SET taken_until = NULL WHERE seq = $1',
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
