import { FairShare } from './fair-share.js';

/**
 * Activities that are carried out at the same moment, and that wait for their turn: together fewer than Temporal is let hand out. Those at work are fewer than
 * a worker's connections, so that work which hangs in the database leaves some to the dispatcher; and the more of one studio's are at work, the longer
 * another's takes.
 */
const AT_WORK = 16;
const IN_LINE = 64;
/** Far less than an activity's time. */
const LONGEST_WAIT_MS = 5_000;

/** Lets each studio have a share of a worker's places, so that one whose work is slow or hangs keeps no other's from being done. */
export class StudioPlaces {
  readonly #working = new FairShare(AT_WORK);
  readonly #waiting = new FairShare(IN_LINE);
  /** Whose turn is next, by studio. */
  readonly #lines = new Map<string, (() => void)[]>();

  /** @returns undefined when the studio's places are taken: the work was not begun, and is to come again later */
  within<T>(studioId: string, work: () => Promise<T>): Promise<T | undefined> {
    if (this.#working.hasRoomFor(studioId) && !this.#lines.has(studioId))
      return this.#carryOut(studioId, work);
    if (!this.#waiting.hasRoomFor(studioId)) return Promise.resolve(undefined);
    return new Promise<T | undefined>((resolve, reject) => {
      const turn = () => {
        clearTimeout(patience);
        this.#leaveLine(studioId, turn);
        this.#carryOut(studioId, work).then(resolve, reject);
      };
      const patience = setTimeout(() => {
        this.#leaveLine(studioId, turn);
        resolve(undefined);
      }, LONGEST_WAIT_MS);
      this.#waiting.take(studioId);
      this.#lines.set(studioId, [...(this.#lines.get(studioId) ?? []), turn]);
    });
  }

  async #carryOut<T>(studioId: string, work: () => Promise<T>): Promise<T> {
    this.#working.take(studioId);
    try {
      return await work();
    } finally {
      this.#working.giveBack(studioId);
      this.#letIn();
    }
  }

  /** The studio that has least at work goes first. */
  #letIn(): void {
    for (;;) {
      const [next] = [...this.#lines]
        .filter(([studioId]) => this.#working.hasRoomFor(studioId))
        .sort(([a], [b]) => this.#working.of(a) - this.#working.of(b));
      if (!next) return;
      next[1][0]!();
    }
  }

  #leaveLine(studioId: string, turn: () => void): void {
    this.#waiting.giveBack(studioId);
    const rest = this.#lines.get(studioId)!.filter((one) => one !== turn);
    if (rest.length > 0) this.#lines.set(studioId, rest);
    else this.#lines.delete(studioId);
  }
}
