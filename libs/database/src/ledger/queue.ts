import type { Reason } from '@cueline/workflows';
import type { Queryable } from '../client/statement.js';
import * as limits from './account-limits.sql.js';
import type { AccountPlace } from './account-limits.sql.js';
import * as sql from './queue.sql.js';
import type { DueSend, OpenSend, SendRecord } from './send.sql.js';

/** How much of one studio is taken at once, and studios of which nothing is; without it, whatever is there. */
export interface Share {
  readonly each?: number;
  readonly busy?: readonly string[];
}

const shareOf = (limit: number, { each = limit, busy = [] }: Share) => ({ limit, each, busy });

/** What waits for its turn, and what is taken up now. */
export class SendQueue {
  constructor(private readonly on: Queryable) {}

  /** Takes sends whose fate nobody holds any more; each is the caller's for a minute. */
  claimDoubtful(limit: number, share: Share = {}): Promise<OpenSend[]> {
    return sql.claimDoubtful.rows(this.on, shareOf(limit, share));
  }

  /** What is due, and whose run is not paused; each is the caller's for a minute. */
  claimDue(limit: number, share: Share = {}): Promise<DueSend[]> {
    return sql.claimDue.rows(this.on, shareOf(limit, share));
  }

  settledUnnotified(
    limit: number,
    { but = [], ...share }: Share & { readonly but?: readonly string[] } = {},
  ): Promise<OpenSend[]> {
    return sql.settledUnnotified.rows(this.on, { ...shareOf(limit, share), but });
  }

  /**
   * To be tried again. An attempt speaks for a send that is new, queued, or handed over by that very attempt, and for no other's.
   * @param handOver the attempt's hand-over; null when it came to none
   */
  async queue(
    studioId: string,
    send: SendRecord,
    seconds: number,
    reason: Reason,
    handOver: number | null,
  ): Promise<void> {
    await sql.queueSend.run(this.on, { studioId, send, seconds, reason, handOver });
  }

  /** Surely not taken: it may be sent again, under the same Message-ID. */
  async requeue(studioId: string, key: string): Promise<void> {
    await sql.requeueSend.run(this.on, { studioId, key });
  }

  /** Mails to an address that wait for a later day, by the day that they have a place on, without the mail `key`. */
  placesOf(studioId: string, address: string, key: string) {
    return sql.placesOfAddress.rows(this.on, { studioId, address, key });
  }

  /** @param at ISO instant @param day the day on which it has a place */
  async delay(studioId: string, key: string, at: string, day: string, reason: Reason): Promise<void> {
    await sql.delaySend.run(this.on, { studioId, key, at, day, reason });
  }

  /** A place among the mails of a limited account; each is given once. */
  claimPlace(studioId: string, accountId: string): Promise<AccountPlace | undefined> {
    return limits.claimPlace.first(this.on, { studioId, accountId });
  }

  async giveBackPlace(studioId: string, accountId: string, { day }: AccountPlace): Promise<void> {
    await limits.giveBackPlace.run(this.on, { studioId, accountId, day });
  }

  /** Until its place among the mails of its account comes. @param accountId null: the place is none of an account's limits */
  async waitForPlace(
    studioId: string,
    accountId: string | null,
    send: SendRecord,
    { at, isAnotherDay }: Pick<AccountPlace, 'at' | 'isAnotherDay'>,
    reason: Reason,
  ): Promise<void> {
    const params = { studioId, accountId, send, at: at.toISOString(), isAnotherDay, reason };
    await limits.waitForPlace.run(this.on, params);
  }

  /** Until its send window opens. */
  async postpone(studioId: string, key: string, at: string): Promise<void> {
    await sql.postponeSend.run(this.on, { studioId, key, at });
  }
}
