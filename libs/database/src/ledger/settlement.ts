import type { Reason } from '@cueline/workflows';
import type { Queryable } from '../client/statement.js';
import { storableText } from '../client/storable.js';
import { progressParams, type Progress } from '../runs/progress.sql.js';
import type { OpenSend, SendRecord } from './send.sql.js';
import * as sql from './settlement.sql.js';
import { Suppressions } from './suppressions.js';

const MAX_REPLY = 1_000;

/** How a server, or whoever can say so in its place, took a mail. */
export interface Acceptance {
  readonly reply: string;
  /** What the provider calls the mail. */
  readonly providerMessageId?: string | undefined;
  /** The mail itself, where a copy of it belongs into a mailbox. */
  readonly copy?: Buffer | undefined;
}

/** What became of mails, and whether their runs know. */
export class Settlement {
  constructor(private readonly on: Queryable) {}

  stateOf(key: string): Promise<sql.SendStatus | undefined> {
    return sql.sendState.first(this.on, { key });
  }

  /** @param progress what the run comes to with this mail, written in the same statement */
  async accepted(
    studioId: string,
    key: string,
    { reply, providerMessageId, copy }: Acceptance,
    progress?: Progress,
  ): Promise<void> {
    const params = {
      studioId,
      key,
      reply: storableText(reply.slice(0, MAX_REPLY)),
      providerMessageId: providerMessageId ?? null,
      copy: copy ?? null,
    };
    if (progress) await sql.acceptedAndDone.run(this.on, { ...params, ...progressParams(progress) });
    else await sql.sendAccepted.run(this.on, params);
  }

  /**
   * Refused for good. An attempt speaks for a send that is new, queued, or handed over by that very attempt, and for no other's.
   * @param handOver the attempt's hand-over; null when it came to none
   * @param badAddress the server says that there is no such address: nothing more is sent there
   * @returns false when the send is in other hands
   */
  async refuse(
    studioId: string,
    send: SendRecord,
    reason: Reason,
    reply: string,
    handOver: number | null,
    badAddress = false,
  ): Promise<boolean> {
    const note = storableText(reply);
    const refused = await sql.refuseSend.first(this.on, { studioId, send, reason, reply: note, handOver });
    if (!refused) return false;
    await sql.dropMessage.run(this.on, { studioId, key: send.key });
    const address = send.toAddress;
    if (badAddress)
      await new Suppressions(this.on, studioId).add({
        ...{ address, scope: 'all', reason: 'bounced', note: note.slice(0, 500) },
        sendId: refused.id,
      });
    return true;
  }

  async endOpen({ studioId, key }: OpenSend, state: 'failed' | 'suppressed', reason: Reason): Promise<void> {
    await sql.endOpenSend.run(this.on, { studioId, key, state, reason });
    await sql.dropMessage.run(this.on, { studioId, key });
  }

  /** It cannot be written: nothing of it has left, unless somebody else has it in hand. */
  async endQueued({ studioId, key }: OpenSend, reason: Reason): Promise<void> {
    await sql.endQueuedSend.run(this.on, { studioId, key, reason });
  }

  /** The run waits for this send: it is notified when the send is settled. */
  async leaveInDoubt(
    studioId: string,
    key: string,
    reply: string,
    reason: Reason,
    handOver: number | null,
  ): Promise<void> {
    await sql.leaveInDoubt.run(this.on, { studioId, key, reason, reply: storableText(reply), handOver });
  }

  async inDoubt(studioId: string, key: string, reason: Reason): Promise<void> {
    await sql.sendInDoubt.run(this.on, { studioId, key, reason });
  }

  /** Whether it lies in a Sent folder of the studio: then it was taken. */
  async isInSent(studioId: string, key: string): Promise<boolean> {
    return (await sql.lyingInSent.first(this.on, { studioId, key }))!.isThere;
  }

  async notifyRun(studioId: string, key: string): Promise<void> {
    await sql.notifyRun.run(this.on, { studioId, key });
  }

  async markNotified({ studioId, key }: OpenSend): Promise<void> {
    await sql.runNotified.run(this.on, { studioId, key });
  }

  /** The sends of one step that are not settled. */
  async openOfStep({ studioId, runId, stepId, visit }: OpenSend): Promise<number> {
    return (await sql.openOfStep.first(this.on, { studioId, runId, stepId, visit }))!.open;
  }
}
