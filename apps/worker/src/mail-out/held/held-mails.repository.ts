import type { Pool } from 'pg';
import type { DueSend } from '../queue/open-send.sql.js';
import type { SendRecord } from '../queue/send-record.sql.js';
import {
  claimProbesSql,
  clearEmptySql,
  clearHoldSql,
  drainedSql,
  endHeldSql,
  holdSql,
  letGoSql,
  openHoldsSql,
  takeProbeSql,
  type Hold,
  type HoldBy,
  type OpenHold,
} from './held-mails.sql.js';
import { isPaused, openColumns } from '../queue/open-send.sql.js';

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

  constructor(private readonly pool: Pool) {}

  /**
   * Holds a mail that is new, queued, or handed over by this very attempt.
   * @param handOver the attempt's hand-over; null when it came to none
   * @returns false when the mail has left or is in other hands
   */
  async hold(
    studioId: string,
    send: SendRecord,
    hold: Hold,
    by: HoldBy = 'found',
    handOver: number | null = null,
  ): Promise<boolean> {
    const given = JSON.stringify({ probeEvery: 15, ...hold });
    const values = [studioId, JSON.stringify(send), given, by, handOver];
    const { rowCount } = await this.pool.query({ name: 'hold-send', text: holdSql, values });
    return (rowCount ?? 0) > 0;
  }

  /** Its group is held already: the mail is not tried. */
  async join(
    studioId: string,
    send: SendRecord,
    { hold_group: group, cause, reason }: OpenHold,
  ): Promise<boolean> {
    return this.hold(
      studioId,
      send,
      { group, cause, reason, probeAfter: null, perhapsOneMail: true },
      'joins',
    );
  }

  /** By a rule: what the group was held for is over. */
  async clear(studioId: string, group: string): Promise<void> {
    await this.pool.query({ name: 'clear-hold', text: clearHoldSql, values: [studioId, group] });
  }

  /** Nothing of the group is left to be tried. */
  async clearEmpty({ studio_id, hold_group }: OpenHold): Promise<void> {
    await this.pool.query({ name: 'clear-empty-hold', text: clearEmptySql, values: [studio_id, hold_group] });
  }

  async open(): Promise<OpenHold[]> {
    return (await this.pool.query<OpenHold>({ name: 'open-holds', text: openHoldsSql })).rows;
  }

  async claimProbes(limit: number): Promise<OpenHold[]> {
    const { rows } = await this.pool.query<OpenHold>({
      name: 'claim-probes',
      text: claimProbesSql,
      values: [limit],
    });
    return rows;
  }

  async takeProbe({ studio_id, hold_group }: OpenHold): Promise<DueSend | undefined> {
    const { rows } = await this.pool.query<DueSend>({
      name: 'take-probe',
      text: takeProbeSql(openColumns, isPaused),
      values: [studio_id, hold_group],
    });
    return rows[0];
  }

  /** Lets the mails of cleared groups go, and ends those whose run is over. */
  async sweep(): Promise<void> {
    if (performance.now() >= this.#endsNext) {
      this.#endsNext = performance.now() + END_EVERY_MS;
      await this.pool.query({ name: 'end-held', text: endHeldSql, values: [AT_ONCE] });
    }
    const { rowCount } = await this.pool.query({ name: 'let-go', text: letGoSql, values: [AT_ONCE] });
    if (rowCount === 0) await this.pool.query({ name: 'drained-holds', text: drainedSql });
  }
}
