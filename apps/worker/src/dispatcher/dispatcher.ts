import type { Pool } from 'pg';
import { log } from '../platform/log.js';
import { dispatchBatch } from './dispatch-batch.js';
import type { RunStarter } from './run-starter.js';
import { WorkflowCache } from './workflow-cache.js';

const LANES = 2;
const BATCH = 50;

/**
 * Empties the outbox: each lane claims a batch, commits its decisions and starts its runs, until nothing is left. Several lanes, and
 * several workers, share the table; while one waits for Temporal another claims.
 */
export class Dispatcher {
  readonly #cache = new WorkflowCache();
  readonly #lanes: Lane[] = Array.from({ length: LANES }, () => ({ again: false }));
  #stopped = false;

  constructor(
    private readonly pool: Pool,
    private readonly starter: RunStarter,
  ) {}

  /** There may be events: starts an idle lane. Returns at once. */
  wake(): void {
    if (this.#stopped) return;
    // A lane at work looks once more when it is through: what came may have to wait for an event that it has in hand.
    for (const lane of this.#lanes) lane.again = true;
    const idle = this.#lanes.find(({ work }) => work === undefined);
    if (!idle) return;
    idle.work = this.#run(idle).finally(() => {
      idle.work = undefined;
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#lanes.map(({ work }) => work ?? Promise.resolve()));
  }

  async #run(lane: Lane): Promise<void> {
    try {
      for (let more = true; (more || lane.again) && !this.#stopped;) {
        lane.again = false;
        const done = await dispatchBatch(this.pool, this.#cache, BATCH);
        more = done.more;
        await this.starter.start(done.started);
        if (done.signalled) await this.starter.deliverSignals();
      }
    } catch (error) {
      log.warn('Events could not be dispatched; the next sweep tries again', error);
    }
  }
}

interface Lane {
  work?: Promise<void> | undefined;
  /** Events may have come since it last looked. */
  again: boolean;
}
