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
  readonly #lanes: (Promise<void> | undefined)[] = Array.from({ length: LANES }, () => undefined);
  #again = false;
  #stopped = false;

  constructor(
    private readonly pool: Pool,
    private readonly starter: RunStarter,
  ) {}

  /** There may be events: starts every idle lane. Returns at once. */
  wake(): void {
    if (this.#stopped) return;
    const idle = this.#lanes.indexOf(undefined);
    if (idle < 0) {
      this.#again = true;
      return;
    }
    this.#lanes[idle] = this.#run().finally(() => {
      this.#lanes[idle] = undefined;
      if (!this.#again) return;
      this.#again = false;
      this.wake();
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#lanes.filter((lane) => lane !== undefined));
  }

  async #run(): Promise<void> {
    try {
      for (let full = true; full && !this.#stopped;) {
        const { claimed, runIds, signalled } = await dispatchBatch(this.pool, this.#cache, BATCH);
        full = claimed > 0;
        await this.starter.startNow(runIds);
        if (signalled) await this.starter.deliverSignals();
      }
    } catch (error) {
      log.warn('Events could not be dispatched; the next sweep tries again', error);
    }
  }
}
