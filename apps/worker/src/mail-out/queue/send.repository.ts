import type { Pool } from 'pg';
import { storableJson, storableText } from '@cueline/database';
import { progressValues, type Progress, type StepRow } from '../../engine/activities/progress.repository.js';
import { claimDoubtfulSql, claimDueSql, endQueuedSql, settledUntoldSql } from './claims.sql.js';
import { handOverSql } from './hand-over.sql.js';
import type { DueSend, OpenSend, SendState, Standing } from './open-send.sql.js';
import type { SendRecord } from './send-record.sql.js';
import * as sql from './sends.sql.js';

export type { SendRecord, DueSend, OpenSend, SendState, Standing };

/** How much of one studio is taken at once, and studios of which nothing is; without it, whatever is there. */
export interface Share {
  readonly each?: number;
  readonly busy?: readonly string[];
}

/** The ledger's table: each statement moves a send from states in which that is right, and from no others. */
export class SendRepository {
  constructor(private readonly pool: Pool) {}

  async stateOf(key: string): Promise<Standing | undefined> {
    const { rows } = await this.pool.query<Standing>({
      name: 'send-state',
      text: sql.stateSql,
      values: [key],
    });
    return rows[0];
  }

  /**
   * @param before steps that are written in the same stroke
   * @returns the number of this hand-over; null when the mail must not leave: it has left, or is in other hands
   */
  async handOver(
    studioId: string,
    send: SendRecord,
    before: readonly StepRow[] = [],
  ): Promise<number | null> {
    const { rows } = await this.pool.query<{ attempts: number }>({
      name: 'hand-over',
      text: handOverSql,
      values: [studioId, storableJson(send), storableJson(before)],
    });
    return rows[0]?.attempts ?? null;
  }

  /** @param progress what the run comes to with this mail, written in the same stroke */
  async accepted(studioId: string, key: string, reply: string, progress?: Progress): Promise<void> {
    const values = [studioId, key, storableText(reply.slice(0, 1_000))];
    await this.pool.query(
      progress
        ? {
            name: 'accepted-and-done',
            text: sql.acceptedAndDoneSql,
            values: [...values, ...progressValues(progress)],
          }
        : { name: 'send-accepted', text: sql.acceptedSql, values },
    );
  }

  /**
   * To be tried again. An attempt speaks for a send that is new, queued, or handed over by that very attempt, and for no other's.
   * @param handOver the attempt's hand-over; null when it came to none
   */
  async queue(
    studioId: string,
    send: SendRecord,
    afterSeconds: number,
    reason: object,
    handOver: number | null,
  ): Promise<void> {
    const values = [studioId, storableJson(send), afterSeconds, storableJson(reason), handOver];
    await this.pool.query({ name: 'queue-send', text: sql.queueSql, values });
  }

  /**
   * Refused for good, as `queue` with regard to other attempts. A message that did not leave is no correspondence.
   * @returns false when the send is in other hands
   */
  async refuse(
    studioId: string,
    send: SendRecord,
    reason: object,
    reply: string,
    handOver: number | null,
  ): Promise<boolean> {
    const values = [
      studioId,
      storableJson(send),
      'failed',
      storableJson(reason),
      storableText(reply),
      handOver,
    ];
    const { rowCount } = await this.pool.query({ name: 'end-send', text: sql.endSql, values });
    if (rowCount === 0) return false;
    await this.#dropMessage(studioId, send.key);
    return true;
  }

  async endOpen({ studio_id, key }: OpenSend, state: 'failed' | 'suppressed', reason: object): Promise<void> {
    await this.pool.query({
      name: 'end-open-send',
      text: sql.endOpenSql,
      values: [studio_id, key, state, storableJson(reason)],
    });
    await this.#dropMessage(studio_id, key);
  }

  /** It cannot be written: nothing of it has left, unless somebody else has it in hand. */
  async endQueued({ studio_id, key }: OpenSend, reason: object): Promise<void> {
    const values = [studio_id, key, storableJson(reason)];
    await this.pool.query({ name: 'end-queued-send', text: endQueuedSql, values });
  }

  async #dropMessage(studioId: string, key: string): Promise<void> {
    await this.pool.query({
      name: 'drop-unsent-message',
      text: sql.dropMessageSql,
      values: [studioId, key],
    });
  }

  /** The run waits for this send: it is told when the send is settled. */
  async leaveInDoubt(studioId: string, key: string, reason: object, handOver: number | null): Promise<void> {
    await this.pool.query({
      name: 'leave-in-doubt',
      text: sql.leaveInDoubtSql,
      values: [studioId, key, storableJson(reason), handOver],
    });
  }

  async tellRun(studioId: string, key: string): Promise<void> {
    await this.pool.query({
      name: 'tell-run',
      text: sql.tellRunSql,
      values: [studioId, key],
    });
  }

  /** Takes sends whose fate nobody holds any more; each is someone's for a minute. */
  async claimDoubtful(limit: number, share: Share = {}): Promise<OpenSend[]> {
    const values = [limit, share.each ?? limit, share.busy ?? []];
    return (await this.pool.query<OpenSend>({ name: 'claim-doubtful', text: claimDoubtfulSql, values })).rows;
  }

  async inDoubt(studioId: string, key: string, reason: object): Promise<void> {
    await this.pool.query({
      name: 'send-in-doubt',
      text: sql.inDoubtSql,
      values: [studioId, key, storableJson(reason)],
    });
  }

  /** Surely not taken: it may be sent again, under the same Message-ID. */
  async requeue(studioId: string, key: string): Promise<void> {
    await this.pool.query({
      name: 'requeue-send',
      text: sql.requeueSql,
      values: [studioId, key],
    });
  }

  /** What is due, and not held with its run; each is the caller's for a minute. */
  async claimDue(limit: number, share: Share = {}): Promise<DueSend[]> {
    const values = [limit, share.each ?? limit, share.busy ?? []];
    return (await this.pool.query<DueSend>({ name: 'claim-due', text: claimDueSql, values })).rows;
  }

  async settledUntold(
    limit: number,
    share: Share & { readonly but?: readonly string[] } = {},
  ): Promise<OpenSend[]> {
    const values = [limit, share.each ?? limit, share.busy ?? [], share.but ?? []];
    return (await this.pool.query<OpenSend>({ name: 'settled-untold', text: settledUntoldSql, values })).rows;
  }

  async told({ studio_id, key }: OpenSend): Promise<void> {
    await this.pool.query({
      name: 'run-told',
      text: sql.toldSql,
      values: [studio_id, key],
    });
  }

  /** The sends of one step that are not settled. */
  async openOfStep({ studio_id, run_id, step_id, visit }: OpenSend): Promise<number> {
    const { rows } = await this.pool.query<{ open: number }>({
      name: 'open-of-step',
      text: sql.openOfStepSql,
      values: [studio_id, run_id, step_id, visit],
    });
    return rows[0]!.open;
  }
}
