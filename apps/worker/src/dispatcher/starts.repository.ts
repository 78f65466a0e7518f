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

/** What Temporal still has to be told. Telling it twice does no harm, so rows are looked at without a lock. */
export class StartsRepository {
  constructor(private readonly pool: Pool) {}

  async runs(ids: readonly string[]): Promise<StartableRun[]> {
    const { rows } = await this.pool.query<StartableRun>({
      name: 'runs-to-start',
      text: `SELECT ${columns} WHERE r.id = ANY($1::uuid[])`,
      values: [ids],
    });
    return rows;
  }

  /** Runs that were committed a while ago and have not begun: whoever was to start them died, or Temporal was away. */
  async leftBehind(olderThanMs: number, limit: number): Promise<StartableRun[]> {
    const { rows } = await this.pool.query<StartableRun>({
      name: 'runs-left-behind',
      text: `SELECT ${columns} WHERE r.status = 'starting' AND r.created_at < now() - $1 * interval '1 millisecond' ORDER BY r.created_at LIMIT $2`,
      values: [olderThanMs, limit],
    });
    return rows;
  }

  /** The earliest undelivered signal of each run. */
  async signals(limit: number): Promise<WaitingSignal[]> {
    const { rows } = await this.pool.query<WaitingSignal>({
      name: 'signals-to-deliver',
      text: `SELECT DISTINCT ON (s.run_id) s.seq::text, s.kind, s.event_id::text, s.payload, target.definition AS target, ${columns} JOIN run_signals s ON s.run_id = r.id
        LEFT JOIN workflow_versions target ON s.kind = 'migrate' AND target.studio_id = s.studio_id AND target.id = (s.payload->>'versionId')::uuid
        WHERE s.delivered_at IS NULL ORDER BY s.run_id, s.seq LIMIT $1`,
      values: [limit],
    });
    return rows;
  }

  async delivered(seq: string): Promise<void> {
    await this.pool.query({
      name: 'signal-delivered',
      text: 'UPDATE run_signals SET delivered_at = now() WHERE seq = $1',
      values: [seq],
    });
  }
}
