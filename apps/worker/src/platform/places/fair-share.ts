/**
 * Places that studios share. Each may hold as many as are free: one that is alone takes half of them, the more studios the less of each, and some are
 * always left for one that comes.
 */
export class FairShare {
  readonly #held = new Map<string, number>();
  #free: number;

  constructor(places: number) {
    this.#free = places;
  }

  /** As many as one studio may take now that holds none. */
  get most(): number {
    return Math.ceil(this.#free / 2);
  }

  /** As many as may be taken at once by whoever is there: some are left for one that comes. */
  get room(): number {
    return Math.ceil((this.#free * 3) / 4);
  }

  of(studioId: string): number {
    return this.#held.get(studioId) ?? 0;
  }

  hasRoomFor(studioId: string): boolean {
    return this.of(studioId) < this.#free;
  }

  /** Studios that have their share. */
  full(): string[] {
    return [...this.#held.keys()].filter((studioId) => !this.hasRoomFor(studioId));
  }

  take(studioId: string): void {
    this.#free--;
    this.#held.set(studioId, this.of(studioId) + 1);
  }

  giveBack(studioId: string): void {
    this.#free++;
    const left = this.of(studioId) - 1;
    if (left > 0) this.#held.set(studioId, left);
    else this.#held.delete(studioId);
  }
}
