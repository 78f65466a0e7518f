import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import {
  correspondence,
  inTransaction,
  queueForward,
  readReturnTag,
  readUnsubscribeToken,
  received,
  unsubscribeByLink,
  type Queryable,
} from '@cueline/database';
import { messageIdOf, parseAddress, readMailReport, unsubscribeRequestIn } from '@cueline/email';
import type { IncomingPool, ReadMail } from '@cueline/email/incoming/pool';
import { receivedHead } from '@cueline/email/smtp';
import { failureOf } from '../../platform/failures/failure.js';
import { log, messageOf } from '../../platform/log.js';
import { fileMail } from '../intake/file-mail.js';
import { fileSends } from '../intake/file-sends.js';
import { ownAddresses } from '../intake/known-people.js';
import { decideForward } from './forward-decision.js';

/** Each has its octets in memory. */
const AT_ONCE = 4;
const MOST_ATTEMPTS = 5;
/** A head says what it says within these. */
const MOST_HEAD = 1_000_000;

export interface ReceivedMailsPorts {
  readonly pool: Pool;
  readonly platformDomain: string;
  readonly secret: string;
  readonly reader: Pick<IncomingPool, 'read'>;
  /** Events were written. */
  readonly wake: () => void;
}

interface Settled {
  readonly code: received.ReceivedOutcome['code'];
  readonly sendId: string | null;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** Reads what the receiver has stored: reports go to the ledger, requests to unsubscribe to the list, answers into the correspondence and on to the studio's own address. */
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
    const { pool, wake, reader } = this.ports;
    const { studioId, id } = mail;
    try {
      const read = await reader.read(studioId, mail.content);
      if (read.state === 'quarantined') return await this.#setAside(mail, read.limit);
      await inTransaction(pool, async (on) => {
        await correspondence.lockCorrespondence.run(on, { studioId });
        const { code, sendId, params = {} } = await this.#file(on, mail, read);
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
      });
      wake();
    } catch (error) {
      if (error instanceof TakenByAnother) return;
      if (failureOf(error).type === 'temporary' && mail.attempts < MOST_ATTEMPTS) throw error;
      log.warn(`The mail ${id} that was received is set aside`, error);
      await this.#setAside(mail, messageOf(error));
    }
  }

  async #setAside({ studioId, id }: received.ReceivedMailRow, detail: string): Promise<void> {
    const outcome = { code: 'setAside' as const, params: { detail } };
    await received.settleReceived.first(this.ports.pool, {
      ...{ studioId, id, outcome, sendId: null },
      state: 'quarantined',
    });
  }

  async #file(on: Queryable, mailIn: received.ReceivedMailRow, read: ReadMail): Promise<Settled> {
    const { studioId, sendKey } = mailIn;
    const { secret } = this.ports;
    const { report, inReplyTo, references } = read.mail;
    const token = unsubscribeRequestIn(report);
    const link = token ? readUnsubscribeToken(secret, token) : undefined;
    if (link?.studioId === studioId) {
      const done = await unsubscribeByLink(on, link);
      if (done) return { code: 'unsubscribed', sendId: done.sendId };
    }
    const messageIds = [...inReplyTo, ...references];
    const send = await received.answeredSend.first(on, { studioId, sendKey, messageIds });
    const brand = (await received.brandOfAnswers.first(on, { studioId, brandId: send?.brandId ?? null }))!;
    await this.#intoThread(on, mailIn, read, { brandId: brand.id, send });
    const sendId = send?.id ?? null;
    if (readMailReport(report)) return { code: 'report', sendId };
    return { sendId, ...(await this.#passOn(on, mailIn, brand)) };
  }

  async #intoThread(
    on: Queryable,
    { studioId, sendKey, sha256, receivedAt: at }: received.ReceivedMailRow,
    read: ReadMail,
    { brandId, send }: { readonly brandId: string; readonly send: AnsweredSend | undefined },
  ): Promise<void> {
    const { messageId, inReplyTo, references } = read.mail;
    const names = [
      ...(send ? [send.rfcId] : []),
      ...(messageId ? [messageId] : []),
      ...inReplyTo,
      ...references,
    ];
    await fileSends(on, studioId, names);
    const sendIds = send ? [send.id] : [];
    const answered = await correspondence.threadOfSends.first(on, { studioId, sendIds });
    const placed = { studioId, brandId, mailboxId: null, sha256, isNews: true, at, roles: [] };
    await fileMail(on, { ...placed, tokenThreadId: answered?.threadId ?? null }, read, {
      own: await ownAddresses(on, studioId),
      forms: new Set(),
      sendKeysOf: (tags) => [
        ...(sendKey === null ? [] : [sendKey]),
        ...tags.flatMap((tag) => readReturnTag(this.ports.secret, studioId, tag) ?? []),
      ],
    });
  }

  async #passOn(
    on: Queryable,
    { studioId, id, sender, content }: received.ReceivedMailRow,
    brand: { readonly id: string; readonly replyTo: string | null },
  ): Promise<Omit<Settled, 'sendId'>> {
    const head = receivedHead(content.toString('latin1', 0, MOST_HEAD));
    const decision = decideForward({ wanted: parseAddress(brand.replyTo ?? ''), sender, head });
    if ('not' in decision) return { code: decision.not };
    const key = createHash('sha256')
      .update(JSON.stringify([studioId, 'forward', id]))
      .digest('hex');
    const messageId = messageIdOf(key, this.ports.platformDomain);
    const queued = await queueForward.first(on, {
      ...{ studioId, key, brandId: brand.id, toAddress: decision.to, messageId },
    });
    if (queued) await received.setForward.run(on, { studioId, id, forwardId: queued.id });
    return { code: 'forwarded', params: { to: decision.to } };
  }
}

type AnsweredSend = NonNullable<Awaited<ReturnType<typeof received.answeredSend.first>>>;

class TakenByAnother extends Error {}
