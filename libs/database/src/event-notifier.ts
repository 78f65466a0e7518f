import type { Pool } from 'pg';

export const EVENTS_CHANNEL = 'cueline_events';
export const WORKFLOWS_CHANNEL = 'cueline_workflows';
export const RUNS_CHANNEL = 'cueline_runs';
/** The database itself tells here whose access has ended: `session:id`, `member:id` or `key:id`. */
export const ACCESS_CHANNEL = 'cueline_access';

/** From one notification's end to the next one's beginning. Each costs the server a transaction, and two thousand events a second need no more than these. */
const PAUSE_MS = 5;

/**
 * Tells the dispatchers, or whoever delivers words to runs, that there is something to do: the first at once; whatever asks while it is under way or shortly after shares
 * the next. A lost one costs no event, only the time until the next sweep.
 */
export class EventNotifier {
  #busy = false;
  #again = false;

  constructor(
    private readonly pool: Pool,
    private readonly onError: (error: unknown) => void,
    private readonly channel: typeof EVENTS_CHANNEL | typeof RUNS_CHANNEL = EVENTS_CHANNEL,
  ) {}

  /** Call after the commit. */
  notify(): void {
    if (this.#busy) {
      this.#again = true;
      return;
    }
    this.#busy = true;
    void this.#send();
  }

  async #send(): Promise<void> {
    try {
      await this.pool.query({
        name: `notify-${this.channel}`,
        // Not kept on disk before it is told: a notification does not outlive the server in any case.
        text: `SELECT set_config('synchronous_commit', 'off', true), pg_notify('${this.channel}', '')`,
      });
    } catch (error) {
      this.onError(error);
    }
    setTimeout(() => this.#rested(), PAUSE_MS);
  }

  #rested(): void {
    this.#busy = false;
    if (!this.#again) return;
    this.#again = false;
    this.notify();
  }
}
