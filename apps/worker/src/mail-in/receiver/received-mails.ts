import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import {
  inTransaction,
  queueForward,
  readReturnTag,
  readUnsubscribeToken,
  received,
  recordDeliveryReport,
  unsubscribeByLink,
  type Queryable,
} from '@cueline/database';
import { messageIdOf, parseAddress, parseMail, readMailReport, unsubscribeRequestIn } from '@cueline/email';
import { readMessageIds } from '@cueline/email/incoming';
import { receivedHead, type ReceivedHead } from '@cueline/email/smtp';
import { failureOf } from '../../platform/failures/failure.js';
import { log, messageOf } from '../../platform/log.js';
import { decideForward } from './forward-decision.js';

/** Each has its octets in memory. */
const AT_ONCE = 4;
const MOST_ATTEMPTS = 5;
/** A report, and a head, say what they say within these. */
const MOST_READ = 1_000_000;

export interface ReceivedMailsPorts {
  readonly pool: Pool;
  readonly platformDomain: string;
  readonly secret: string;
  /** Events were written. */
  readonly wake: () => void;
}

interface Settled {
  readonly code: received.ReceivedOutcome['code'];
  readonly sendId: string | null;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** Reads what the receiver has stored: reports go to the ledger, requests to unsubscribe to the list, answers on to the studio's own address. */
export class ReceivedMails {
  constructor(private readonly ports: ReceivedMailsPorts) {}

  async sweep(): Promise<void> {
    for (;;) {
      const mails = await received.claimReceived.rows(this.ports.pool, { most: AT_ONCE });
      for (const mail of mails) await this.#settle(mail);
      if (mails.length < AT_ONCE) return;
    }
  }

  async #settle(mail: received.ReceivedMailRow): Promise<void> {
    const { pool, wake } = this.ports;
    const { studioId, id } = mail;
    try {
      const settled = await inTransaction(pool, async (on) => {
        const { code, sendId, params = {} } = await this.#read(on, mail);
        const outcome = { code, params };
        // Whoever took it meanwhile has done all this.
        const row = await received.settleReceived.first(on, {
          studioId,
          id,
          state: 'parsed',
          sendId,
          outcome,
        });
        if (!row) throw new TakenByAnother();
        return code;
      });
      if (settled === 'report' || settled === 'unsubscribed') wake();
    } catch (error) {
      if (error instanceof TakenByAnother) return;
      if (failureOf(error).type === 'temporary' && mail.attempts < MOST_ATTEMPTS) throw error;
      log.warn(`The mail ${id} that was received is set aside`, error);
      const outcome = { code: 'setAside' as const, params: { detail: messageOf(error) } };
      await received.settleReceived.first(pool, {
        studioId,
        id,
        state: 'quarantined',
        sendId: null,
        outcome,
      });
    }
  }

  async #read(on: Queryable, mail: received.ReceivedMailRow): Promise<Settled> {
    const { studioId, sendKey } = mail;
    const { secret } = this.ports;
    const source = mail.content.toString('latin1', 0, MOST_READ);
    const read = parseMail(source);
    const token = unsubscribeRequestIn(read);
    const link = token ? readUnsubscribeToken(secret, token) : undefined;
    if (link?.studioId === studioId) {
      const done = await unsubscribeByLink(on, link);
      if (done) return { code: 'unsubscribed', sendId: done.sendId };
    }
    const report = readMailReport(read);
    if (report) {
      const tagged = report.returnTags.flatMap((tag) => readReturnTag(secret, studioId, tag) ?? []);
      const sendKeys = [...new Set([...(sendKey === null ? [] : [sendKey]), ...tagged])];
      const recorded = await recordDeliveryReport(on, studioId, { ...report, sendKeys, at: mail.receivedAt });
      return { code: 'report', sendId: recorded.sendIds[0] ?? null };
    }
    return this.#answer(on, mail, receivedHead(source));
  }

  async #answer(on: Queryable, mail: received.ReceivedMailRow, head: ReceivedHead): Promise<Settled> {
    const { studioId, id, sendKey, sender } = mail;
    const messageIds = ['in-reply-to', 'references'].flatMap((name) =>
      readMessageIds(head.fields.get(name)?.[0] ?? ''),
    );
    const send = await received.answeredSend.first(on, { studioId, sendKey, messageIds });
    const sendId = send?.id ?? null;
    const brand = (await received.brandOfAnswers.first(on, { studioId, brandId: send?.brandId ?? null }))!;
    const decision = decideForward({ wanted: parseAddress(brand.replyTo ?? ''), sender, head });
    if ('not' in decision) return { code: decision.not, sendId };
    const key = createHash('sha256')
      .update(JSON.stringify([studioId, 'forward', id]))
      .digest('hex');
    const messageId = messageIdOf(key, this.ports.platformDomain);
    const queued = await queueForward.first(on, {
      studioId,
      key,
      brandId: brand.id,
      toAddress: decision.to,
      messageId,
    });
    if (queued) await received.setForward.run(on, { studioId, id, forwardId: queued.id });
    return { code: 'forwarded', sendId, params: { to: decision.to } };
  }
}

class TakenByAnother extends Error {}
