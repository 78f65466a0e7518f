/** Of the first pause, where the server does not say how long; each further one is twice the one before. */
const FIRST_PAUSE_MS = 15_000;
const LONGEST_PAUSE_MS = 15 * 60_000;
/** Between two mails, after the first time; doubled each time as well. */
const FIRST_GAP_MS = 1_000;
const LONGEST_GAP_MS = 60_000;
/** So many mails that were taken in a row make the gap half as long. */
const TAKEN_IN_A_ROW = 20;
const MOST_PLACES = 10_000;

/**
 * How fast the mails of one account may leave. As fast as they come, until its server says that it gets too much: then after a pause, one by one in the order of the
 * callers, and faster again as it takes them. Each process finds out for itself.
 */
export class Pace {
  #slowdowns = 0;
  #until = 0;
  #last = 0;
  #taken = 0;
  /** When each mail that was told to wait may leave, so that it is not told to go to the end again. */
  readonly #places = new Map<string, number>();

  constructor(private readonly random: () => number = Math.random) {}

  /** When the mail may leave; undefined: now. */
  placeOf(key: string, now: number): number | undefined {
    if (this.#slowdowns === 0) return undefined;
    const place = this.#places.get(key);
    const isFree = now >= this.#last + this.#gap;
    if (now >= this.#until && (isFree || (place !== undefined && place <= now))) {
      this.#places.delete(key);
      this.#last = Math.max(this.#last, now);
      return undefined;
    }
    const at = Math.max(this.#until, this.#last + this.#gap, now);
    if (this.#places.size >= MOST_PLACES) this.#places.clear();
    this.#places.set(key, at);
    this.#last = at;
    return at;
  }

  /** @param told seconds that the server wants to be left alone, where it says so */
  slowDown(now: number, told?: number): void {
    // Several mails that were under way at the same moment hear it once each.
    if (now >= this.#until) this.#slowdowns = Math.min(this.#slowdowns + 1, 12);
    const own = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (this.#slowdowns - 1));
    // A little later than told, and at no fixed beat: workers that began together do not come back together.
    const pause = (told === undefined ? own : told * 1_000) * (1 + 0.2 * this.random());
    this.#until = Math.max(this.#until, now + pause);
    this.#taken = 0;
    this.#last = 0;
    this.#places.clear();
  }

  taken(): void {
    if (this.#slowdowns === 0 || ++this.#taken < TAKEN_IN_A_ROW) return;
    this.#taken = 0;
    this.#slowdowns--;
    if (this.#slowdowns === 0) this.#places.clear();
  }

  get #gap(): number {
    return Math.min(LONGEST_GAP_MS, FIRST_GAP_MS * 2 ** (this.#slowdowns - 1));
  }
}

/** Of each account its own: one that is throttled slows no other down. */
export class Paces {
  readonly #paces = new Map<string, Pace>();

  of(account: string): Pace {
    const known = this.#paces.get(account);
    if (known) return known;
    const pace = new Pace();
    this.#paces.set(account, pace);
    return pace;
  }
}
