import { delayOf, type Delay, type LeavingHours } from '../kinds/send-mail/mail-delay.js';
import { localAt } from '../timing/wall-clock.js';

/** How many mails workflows sent to one address in a day, or have a place for. */
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
    for (const { address, day, mails } of mailed) this.#count(keyOf(address, day), mails);
  }

  /**
   * Gives one more mail its place: now, or the first later one that has room.
   * @param now ISO instant @returns undefined where a person decides
   */
  place(address: string, now: string, hours: LeavingHours): Delay | undefined {
    const { limit } = this;
    const today = localAt(now, this.zone).slice(0, 10);
    const mailsOn = (day: string) => this.#counted.get(keyOf(address, day)) ?? 0;
    const fits = limit === null || mailsOn(today) < limit;
    const place = fits
      ? { at: now, day: today }
      : delayOf({ now, since: now, limit, waiting: mailsOn, hours });
    if (place) this.#count(keyOf(address, place.day), 1);
    return place;
  }

  #count(key: string, mails: number): void {
    this.#counted.set(key, (this.#counted.get(key) ?? 0) + mails);
  }
}

const keyOf = (address: string, day: string): string => `${day} ${address.toLowerCase()}`;
