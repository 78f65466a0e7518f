import { log } from '../log.js';

const FIRST_REST_MS = 2_000;
const LONGEST_REST_MS = 600_000;
const REMEMBERED = 10_000;

interface Resting {
  readonly until: number;
  readonly times: number;
}

/** Rows of sweeps that could not be worked on: each rests, for longer each time, so that it keeps no other from its turn. */
export class SetAside {
  readonly #resting = new Map<string, Resting>();

  /** Rows that rest now. */
  ids(): string[] {
    const now = Date.now();
    return [...this.#resting].filter(([, { until }]) => until > now).map(([id]) => id);
  }

  rests(id: string): boolean {
    return (this.#resting.get(id)?.until ?? 0) > Date.now();
  }

  worked(id: string): void {
    this.#resting.delete(id);
  }

  /** @param what for the log */
  failed(what: string, id: string, error: unknown): void {
    log.warnSeldom(`${what} ${id}`, `${what} ${id} is set aside for a while`, error);
    const times = this.#resting.get(id)?.times ?? 0;
    this.#resting.delete(id);
    if (this.#resting.size >= REMEMBERED) this.#resting.delete(this.#resting.keys().next().value!);
    const ms = Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** Math.min(times, 16));
    this.#resting.set(id, { until: Date.now() + ms, times: times + 1 });
  }
}
