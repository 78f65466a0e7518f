import { FairShare } from '../../platform/places/fair-share.js';

const PLACES = 24;
/** A run that another worker took, or that an old task holds up, frees its place after this long. */
const PLACE_MS = 3_000;

/**
 * Lets only so many runs begin ahead of their work, in all and of each studio. A start that finds this worker's places taken is handed out by the server
 * a second time, at half again its price, and starts that overtake the work make every run wait for all of them.
 */
export class StartGate {
  readonly #share = new FairShare(PLACES);
  readonly #begun = new Map<string, { readonly studioId: string; readonly timer: NodeJS.Timeout }>();
  #freed: () => void = () => undefined;

  /** @param freed called whenever a place is free again */
  onFreed(freed: () => void): void {
    this.#freed = freed;
  }

  hasRoomFor(studioId: string): boolean {
    return this.#share.hasRoomFor(studioId);
  }

  /** Holds a place until `carriedOut`. */
  enter(runId: string, studioId: string): void {
    this.#leave(runId);
    const timer = setTimeout(() => this.carriedOut(runId), PLACE_MS).unref();
    this.#begun.set(runId, { studioId, timer });
    this.#share.take(studioId);
  }

  /** The first of the run's work is done, or it was not started at all. Any run, any number of times. */
  carriedOut(runId: string): void {
    if (this.#leave(runId)) this.#freed();
  }

  #leave(runId: string): boolean {
    const begun = this.#begun.get(runId);
    if (begun === undefined) return false;
    clearTimeout(begun.timer);
    this.#begun.delete(runId);
    this.#share.giveBack(begun.studioId);
    return true;
  }
}
