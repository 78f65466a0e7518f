import { localAt } from '../timing/wall-clock.js';

/** Counts the mails of a rehearsal as the studio's limit for each contact and day counts them. */
export class MailsOfDay {
  readonly #counted = new Map<string, number>();

  constructor(
    private readonly limit: number | null,
    private readonly zone: string,
  ) {}

  /** Counts one more, unless it would be too many. @param now ISO instant */
  fits(address: string, now: string): boolean {
    const day = `${localAt(now, this.zone).slice(0, 10)} ${address.toLowerCase()}`;
    const mails = this.#counted.get(day) ?? 0;
    if (this.limit !== null && mails >= this.limit) return false;
    this.#counted.set(day, mails + 1);
    return true;
  }
}
