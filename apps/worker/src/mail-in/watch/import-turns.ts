/** Parts of imports that a worker has in hand at once: each may hold some megabytes of mail. */
const AT_ONCE = 4;
/** Of one studio, as long as another one waits. */
const OF_A_STUDIO = 2;

interface Waiting {
  readonly studioId: string;
  readonly begin: () => void;
}

/** Older mail is fetched in parts, and each part waits for its turn: by how many its studio has in hand, then in the order of asking. */
export class ImportTurns {
  readonly #inHand = new Map<string, number>();
  #waiting: Waiting[] = [];

  constructor(
    private readonly atOnce = AT_ONCE,
    private readonly ofAStudio = OF_A_STUDIO,
  ) {}

  /** @returns to be called when the part is stored, or will not be; undefined where `stop` came first */
  async take(studioId: string, stop: AbortSignal): Promise<(() => void) | undefined> {
    if (!(await this.#turn(studioId, stop))) return undefined;
    let isGiven = false;
    return () => {
      if (isGiven) return;
      isGiven = true;
      this.#count(studioId, -1);
      this.#letIn();
    };
  }

  #turn(studioId: string, stop: AbortSignal): Promise<boolean> {
    if (stop.aborted) return Promise.resolve(false);
    return new Promise((resolve) => {
      const giveUp = () => {
        this.#waiting = this.#waiting.filter((one) => one !== waiting);
        resolve(false);
      };
      const begin = () => {
        stop.removeEventListener('abort', giveUp);
        this.#count(studioId, 1);
        resolve(true);
      };
      const waiting = { studioId, begin };
      stop.addEventListener('abort', giveUp, { once: true });
      this.#waiting.push(waiting);
      this.#letIn();
    });
  }

  #letIn(): void {
    while (this.#waiting.length > 0 && this.#total < this.atOnce) {
      const next = this.#waiting.reduce((a, b) => (this.#of(b.studioId) < this.#of(a.studioId) ? b : a));
      const others = this.#waiting.some(({ studioId }) => studioId !== next.studioId);
      if (others && this.#of(next.studioId) >= this.ofAStudio) return;
      this.#waiting = this.#waiting.filter((one) => one !== next);
      next.begin();
    }
  }

  get #total(): number {
    return [...this.#inHand.values()].reduce((sum, count) => sum + count, 0);
  }

  #of(studioId: string): number {
    return this.#inHand.get(studioId) ?? 0;
  }

  #count(studioId: string, by: number): void {
    const count = this.#of(studioId) + by;
    if (count > 0) this.#inHand.set(studioId, count);
    else this.#inHand.delete(studioId);
  }
}
