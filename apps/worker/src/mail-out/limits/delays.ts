import type { Pool } from 'pg';
import { delayOf, type LeavingHours } from '@cueline/workflows';
import type { HeldMails } from '../held/held-mails.repository.js';
import type { SendRecord } from '../queue/send-record.sql.js';
import { delaySql, placesSql, postponeSql, type Place } from './delays.sql.js';

/** What the hand-over said of a mail that would be too many for its address today. */
export interface OverLimit {
  readonly limit: number;
  /** ISO instant of the first delay. */
  readonly since: string;
}

/** Mails that are over the limit of their address: each gets a place on a later day, and none is lost. */
export class Delays {
  constructor(
    private readonly pool: Pool,
    private readonly held: HeldMails,
  ) {}

  async delay(
    studioId: string,
    send: SendRecord,
    hours: LeavingHours,
    { limit, since }: OverLimit,
    now = new Date(),
  ): Promise<void> {
    const { key, to_address: address } = send;
    const { rows } = await this.pool.query<Place>({
      name: 'places-of-delayed',
      text: placesSql,
      values: [studioId, address, key],
    });
    const waiting = (day: string) => rows.find((one) => one.day === day)?.mails ?? 0;
    const delay = delayOf({ now: now.toISOString(), since, limit, waiting, hours });
    if (!delay) {
      const params = { address, limit };
      const hold = { group: `limit:${address.toLowerCase()}`, cause: 'limit', probeAfter: null };
      await this.held.hold(studioId, send, { ...hold, reason: { code: 'hold.limit', params } });
      return;
    }
    const params = { address, limit, until: delay.at, zone: hours.calendar.zone, since };
    const reason = JSON.stringify({ code: 'mail.tooManyToday', params });
    const values = [studioId, key, delay.at, delay.day, reason];
    await this.pool.query({ name: 'delay-send', text: delaySql, values });
  }

  /** Until its window opens. @param at ISO instant */
  async postpone(studioId: string, key: string, at: string): Promise<void> {
    await this.pool.query({ name: 'postpone-send', text: postponeSql, values: [studioId, key, at] });
  }
}
