import { FairShare } from './fair-share.js';
import { SetAside } from './set-aside.js';

/**
 * Work on rows that a sweep has found, a share of it for each studio. Nobody waits for it: a row that hangs keeps no other waiting, and one that fails
 * says so, rests for longer each time, and keeps no other from its turn.
 */
export class FairHands {
  readonly #share: FairShare;
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #aside = new SetAside();

  constructor(most: number) {
    this.#share = new FairShare(most);
  }

  /** As many rows as may be begun now. */
  get room(): number {
    return this.#share.room;
  }

  /** As many of one studio. */
  get each(): number {
    return this.#share.most;
  }

  /** Studios of which no row may be begun now. */
  busy(): string[] {
    return this.#share.full();
  }

  /** Rows that are in hand, or rest. */
  taken(): string[] {
    return [...this.#underWay.keys(), ...this.#aside.ids()];
  }

  /** Begins work on a row, unless it is in hand. @param what for the log */
  begin(studioId: string, id: string, what: string, work: () => Promise<unknown>): void {
    if (this.#underWay.has(id)) return;
    this.#share.take(studioId);
    const underWay = work()
      .then(
        () => this.#aside.worked(id),
        (error: unknown) => this.#aside.failed(what, id, error),
      )
      .finally(() => {
        this.#share.giveBack(studioId);
        this.#underWay.delete(id);
      });
    this.#underWay.set(id, underWay);
  }

  /** Settles when nothing is under way. */
  async idle(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay.values());
  }
}
