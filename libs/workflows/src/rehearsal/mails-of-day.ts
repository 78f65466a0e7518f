import { localAt } from '../timing/wall-clock.js';

/** How many mails workflows sent to one address in a day. */
export interface MailedOnDay {
  readonly address: string;
  /** In the brand's zone: `2027-05-10`. */
  readonly day: string;
  readonly mails: number;
}

/** Counts the mails of a rehearsal as the studio's limit for each contact and day counts them. */
export class MailsOfDay {
  readonly #counted = new Map<string, number>();

  constructor(
    private readonly limit: number | null,
    private readonly zone: string,
    mailed: readonly MailedOnDay[] = [],
  ) {
    for (const { address, day, mails } of mailed) this.#counted.set(keyOf(address, day), mails);
  }

  /** Counts one more, unless it would be too many. @param now ISO instant */
  fits(address: string, now: string): boolean {
    const key = keyOf(address, localAt(now, this.zone).slice(0, 10));
    const mails = this.#counted.get(key) ?? 0;
    if (this.limit !== null && mails >= this.limit) return false;
    this.#counted.set(key, mails + 1);
    return true;
  }
}

const keyOf = (address: string, day: string): string => `${day} ${address.toLowerCase()}`;
