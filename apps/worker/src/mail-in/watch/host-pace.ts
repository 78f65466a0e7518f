/** New connections to one host in a second. */
const IN_A_SECOND = 10;

/** Spreads the connections to a host, so that a server that comes back, or a worker that starts, does not open hundreds at once. */
export class HostPace {
  /** When the next one may be opened, by host. */
  readonly #next = new Map<string, number>();

  constructor(
    private readonly now: () => number,
    private readonly rest: (milliseconds: number) => Promise<void>,
    private readonly inASecond = IN_A_SECOND,
  ) {}

  async turn(host: string): Promise<void> {
    const now = this.now();
    for (const [other, at] of this.#next) if (at <= now) this.#next.delete(other);
    const at = this.#next.get(host) ?? now;
    this.#next.set(host, at + 1_000 / this.inASecond);
    if (at > now) await this.rest(at - now);
  }
}
