import type { Queryable } from '../client/statement.js';
import { EVENTS_CHANNEL, notifyChannel, RUNS_CHANNEL } from './notify.sql.js';

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
    private readonly pool: Queryable,
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
      await notifyChannel.run(this.pool, { channel: this.channel });
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
