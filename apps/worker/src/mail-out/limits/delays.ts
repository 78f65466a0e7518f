import type { HeldMails, SendQueue, SendRecord } from '@cueline/database';
import { delayOf, type LeavingHours } from '@cueline/workflows';

/** What the hand-over said of a mail that would be too many for its address today. */
export interface OverLimit {
  readonly limit: number;
  /** ISO instant of the first delay. */
  readonly since: string;
}

/** Mails that are over the limit of their address: each gets a place on a later day, and none is lost. */
export class Delays {
  constructor(
    private readonly queue: SendQueue,
    private readonly held: HeldMails,
  ) {}

  async delay(
    studioId: string,
    send: SendRecord,
    hours: LeavingHours,
    { limit, since }: OverLimit,
    now = new Date(),
  ): Promise<void> {
    const { key, toAddress: address } = send;
    const rows = await this.queue.placesOf(studioId, address, key);
    const waiting = (day: string) => rows.find((one) => one.day === day)?.mails ?? 0;
    const delay = delayOf({ now: now.toISOString(), since, limit, waiting, hours });
    if (!delay) {
      const params = { address, limit };
      const hold = { group: `limit:${address.toLowerCase()}`, cause: 'limit', probeAfter: null };
      await this.held.hold(studioId, send, { ...hold, reason: { code: 'hold.limit', params } });
      return;
    }
    const params = { address, limit, until: delay.at, zone: hours.calendar.zone, since };
    await this.queue.delay(studioId, key, delay.at, delay.day, { code: 'mail.tooManyToday', params });
  }
}
