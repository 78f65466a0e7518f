import type { Pool } from 'pg';

export const EVENTS_CHANNEL = 'cueline_events';
export const WORKFLOWS_CHANNEL = 'cueline_workflows';
export const RUNS_CHANNEL = 'cueline_runs';

/**
 * Tells the dispatchers that there is something to do: at most one notification is under way, and whatever asks meanwhile shares the next.
 * A lost one costs no event, only the time until the dispatcher's next sweep.
 */
export class EventNotifier {
  #busy = false;
  #again = false;

  constructor(
    private readonly pool: Pool,
    private readonly onError: (error: unknown) => void,
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
      await this.pool.query({ name: 'notify-events', text: `SELECT pg_notify('${EVENTS_CHANNEL}', '')` });
    } catch (error) {
      this.onError(error);
    }
    this.#busy = false;
    if (!this.#again) return;
    this.#again = false;
    this.notify();
  }
}
