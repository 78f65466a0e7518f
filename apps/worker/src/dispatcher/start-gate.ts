const AT_ONCE = 24;
/** A run that another worker took, or that an old task holds up, frees its place after this long. */
const HELD_MS = 3_000;

/**
 * Lets only so many runs begin ahead of their work. A start that finds this worker's places taken is handed out by the server a second time, at
 * half again its price, and starts that overtake the work make every run wait for all of them.
 */
export class StartGate {
  readonly #begun = new Map<string, NodeJS.Timeout>();
  readonly #waiting: (() => void)[] = [];

  /** Waits for a place, and holds it until `carriedOut`. */
  async enter(runId: string): Promise<void> {
    if (this.#begun.size >= AT_ONCE) await new Promise<void>((free) => this.#waiting.push(free));
    this.carriedOut(runId);
    this.#begun.set(runId, setTimeout(() => this.carriedOut(runId), HELD_MS).unref());
  }

  /** The first of the run's work is done, or it was not started at all. Any run, any number of times. */
  carriedOut(runId: string): void {
    const held = this.#begun.get(runId);
    if (held === undefined) return;
    clearTimeout(held);
    this.#begun.delete(runId);
    this.#waiting.shift()?.();
  }
}
