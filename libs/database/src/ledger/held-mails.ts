import type { Queryable } from '../client/statement.js';
import * as sql from './holds.sql.js';
import * as late from './late-mails.sql.js';
import type { DueSend, SendRecord } from './send.sql.js';

/** How many mails of one group are let go in one sweep. */
const AT_ONCE = 100;
/** Sweep through all that is held. */
const END_EVERY_MS = 20_000;

/**
 * Mails that are held for a cause. A held mail is neither tried nor lost: its run waits, and says why. It goes on when its group is cleared, by a person
 * (`POST /api/v1/sends/release`) or by a rule (`clear`), and is then prepared anew as every queued mail is.
 */
export class HeldMails {
  #endsNext = 0;

  constructor(private readonly on: Queryable) {}

  /**
   * Holds a mail that is new, queued, or handed over by this very attempt.
   * @param handOver the attempt's hand-over; null when it came to none
   * @returns false when the mail has left or is in other hands
   */
  async hold(
    studioId: string,
    send: SendRecord,
    given: sql.Hold,
    by: sql.HoldBy = 'found',
    handOver: number | null = null,
  ): Promise<boolean> {
    const hold = { probeEvery: 15, ...given };
    return (await sql.holdSend.run(this.on, { studioId, send, hold, by, handOver })) > 0;
  }

  /** Its group is held already: the mail is not tried. */
  join(
    studioId: string,
    send: SendRecord,
    { holdGroup: group, cause, reason }: sql.OpenHold,
  ): Promise<boolean> {
    const hold = { group, cause, reason, probeAfter: null, perhapsOneMail: true };
    return this.hold(studioId, send, hold, 'joins');
  }

  /** By a rule: what the group was held for is over. */
  async clear(studioId: string, holdGroup: string): Promise<void> {
    await sql.clearHold.run(this.on, { studioId, holdGroup });
  }

  /** Nothing of the group is left to be tried. */
  async clearEmpty({ studioId, holdGroup }: sql.OpenHold): Promise<void> {
    await sql.clearEmptyHold.run(this.on, { studioId, holdGroup });
  }

  open(): Promise<sql.OpenHold[]> {
    return sql.openHolds.rows(this.on, {});
  }

  claimProbes(limit: number): Promise<sql.OpenHold[]> {
    return sql.claimProbes.rows(this.on, { limit });
  }

  takeProbe({ studioId, holdGroup }: sql.OpenHold): Promise<DueSend | undefined> {
    return sql.takeProbe.first(this.on, { studioId, holdGroup });
  }

  /** Whom a mail of the group would be from now; undefined where it holds none. */
  senderOf({ studioId, holdGroup }: sql.OpenHold): Promise<sql.HeldSender | undefined> {
    return sql.senderOfHeld.first(this.on, { studioId, holdGroup });
  }

  /** The account still does not work: it is tried again after a longer pause. */
  async putOffProbe({ studioId, holdGroup }: sql.OpenHold): Promise<void> {
    await sql.putOffProbe.run(this.on, { studioId, holdGroup });
  }

  /** Holds that the studio's owners are to be notified of; they count as notified until they are given back. */
  claimUnnoticed(limit: number): Promise<sql.UnnoticedHold[]> {
    return sql.claimUnnoticed.rows(this.on, { limit });
  }

  async giveNoticeBack({ studioId, holdGroup }: sql.UnnoticedHold): Promise<void> {
    await sql.giveNoticeBack.run(this.on, { studioId, holdGroup });
  }

  /** Lets the mails of cleared groups go, and ends those whose run is over. */
  async sweep(): Promise<void> {
    if (performance.now() >= this.#endsNext) {
      this.#endsNext = performance.now() + END_EVERY_MS;
      await sql.endHeld.run(this.on, { limit: AT_ONCE });
    }
    await late.skipLate.run(this.on, { limit: AT_ONCE });
    await late.setLateAside.run(this.on, { limit: AT_ONCE });
    if ((await sql.letGo.run(this.on, { limit: AT_ONCE })) === 0) await sql.drainHolds.run(this.on, {});
  }
}
