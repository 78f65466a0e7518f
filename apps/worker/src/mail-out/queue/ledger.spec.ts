import { SendLedger, type SendRecord } from '@cueline/database';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Pool } from 'pg';
import type { Delivery, MailTransport, SendOutcome } from '@cueline/email/smtp';
import { createTestDatabase, type TestDatabase } from '@cueline/testkit/test-database';
import { workerPool } from '../../platform/worker-pool.js';
import { mailOutOf } from '../mail-out.fixture.js';
import { platform } from '../transports/sender.js';
import { sendKeyOf } from './send-key.js';

let test: TestDatabase;
let pool: Pool;
let sends: SendLedger;
const studioId = randomUUID();
const brandId = randomUUID();

beforeAll(async () => {
  test = await createTestDatabase();
  pool = workerPool({ url: test.url });
  sends = new SendLedger(pool);
  await pool.query(
    `INSERT INTO studios (id, slug, name, mails_per_contact_and_day, updated_at) VALUES ($1, 'ledger', 'Ledger', NULL, now())`,
    [studioId],
  );
  await pool.query(
    `INSERT INTO brands (id, studio_id, name, slug, zone, locale, currency, updated_at) VALUES ($1, $2, 'B', 'b', 'UTC', 'en', 'EUR', now())`,
    [brandId, studioId],
  );
});
afterAll(async () => {
  await pool.end();
  await test.drop();
});

function mail() {
  const key = sendKeyOf({
    studioId,
    runId: randomUUID(),
    stepId: 'mail',
    visit: 1,
    recipient: 'mara@clients.test',
  });
  const record = {
    key,
    purpose: 'step',
    runId: null as unknown as string,
    stepId: 'mail',
    visit: 1,
    approvalId: null,
    brandId,
    senderId: null,
    clientId: null,
    templateId: null,
    category: 'transactional',
    toAddress: 'mara@clients.test',
    toName: 'Mara',
    messageId: `<${key.slice(0, 20)}@mail.test>`,
    subjectType: 'booking',
    subjectId: randomUUID(),
    fromAddress: 'studio@mail.test',
    subject: 'Hello',
    text: 'Hello',
    html: '<p>Hello</p>',
    day: '2027-05-03',
  } satisfies SendRecord;
  return { record, message: Buffer.from('Hello'), sender: platform };
}

/** A mail server that does with each delivery what the test says. */
const server = (answer: (delivery: Delivery) => Promise<SendOutcome>): MailTransport => ({
  deliver: answer,
  close: () => undefined,
});
const row = async (key: string) =>
  (
    await pool.query<{ state: string; attempts: number; notify_run: boolean }>(
      'SELECT state, attempts, notify_run FROM sends WHERE key = $1',
      [key],
    )
  ).rows[0];
const messages = async (key: string) =>
  (await pool.query('SELECT 1 FROM messages m JOIN sends s ON s.id = m.send_id WHERE s.key = $1', [key]))
    .rowCount;

const accepting = server(async ({ onHandOver }) =>
  (await onHandOver()) ? { type: 'accepted', reply: '250 ok' } : { type: 'calledOff' },
);
const refusedAtRecipient = (type: 'temporary' | 'refused') =>
  server(() =>
    Promise.resolve(
      type === 'temporary'
        ? { type, cause: 'busy', code: '450', reply: '450 later', handedOver: false }
        : { type, cause: 'unexplained', code: '550', reply: '550 no', handedOver: false },
    ),
  );

describe('the send ledger', () => {
  it('lets a mail leave once, however many attempts there are at the same moment', async () => {
    const one = mail();
    let left = 0;
    const counting = server(async ({ onHandOver }) => {
      if (!(await onHandOver())) return { type: 'calledOff' };
      left++;
      return { type: 'accepted', reply: '250 ok' };
    });
    await Promise.all(
      Array.from({ length: 10 }, () => mailOutOf(pool, counting).mail.send(studioId, one, 0)),
    );
    expect(left).toBe(1);
    expect(await row(one.record.key)).toMatchObject({ state: 'sent', attempts: 1 });
    expect(await messages(one.record.key)).toBe(1);
  });

  it.each(['temporary', 'refused'] as const)(
    'a %s attempt takes nothing from another that is sending',
    async (type) => {
      const one = mail();
      const slow = server(async ({ onHandOver }) => {
        expect(await onHandOver()).toBe(true);
        // While this one waits for the server's reply, another attempt fails before its hand-over.
        expect(await mailOutOf(pool, refusedAtRecipient(type)).mail.send(studioId, one, 0)).toEqual({
          state: 'open',
        });
        expect(await row(one.record.key)).toMatchObject({ state: 'sending' });
        return { type: 'accepted', reply: '250 ok' };
      });
      expect(await mailOutOf(pool, slow).mail.send(studioId, one, 0)).toEqual({ state: 'sent' });
      expect(await row(one.record.key)).toMatchObject({ state: 'sent', attempts: 1 });
    },
  );

  it('queues what the server puts off, and sends it on a later attempt', async () => {
    const one = mail();
    expect(await mailOutOf(pool, refusedAtRecipient('temporary')).mail.send(studioId, one, 0)).toEqual({
      state: 'open',
    });
    expect(await row(one.record.key)).toMatchObject({ state: 'queued', notify_run: true });
    expect(await mailOutOf(pool, accepting).mail.send(studioId, one, 1)).toEqual({ state: 'sent' });
    expect(await row(one.record.key)).toMatchObject({ state: 'sent' });
  });

  it('says what the server said when it refuses, and keeps no message that did not leave', async () => {
    const one = mail();
    const refusing = server(async ({ onHandOver }) => {
      await onHandOver();
      return { type: 'refused', cause: 'tooBig', code: '552', reply: '552 too big', handedOver: true };
    });
    expect(await mailOutOf(pool, refusing).mail.send(studioId, one, 0)).toMatchObject({
      state: 'failed',
      why: { code: 'smtp.tooBig', params: { reply: '552 too big' } },
    });
    expect(await row(one.record.key)).toMatchObject({ state: 'failed' });
    expect(await messages(one.record.key)).toBe(0);
  });

  it('leaves a broken link in doubt: not sent again, its lease over, its run to be told', async () => {
    const one = mail();
    const broken = server(async ({ onHandOver }) => {
      await onHandOver();
      return { type: 'inDoubt', code: 'ECONNECTION', reply: 'closed', handedOver: true };
    });
    expect(await mailOutOf(pool, broken).mail.send(studioId, one, 0)).toEqual({ state: 'open' });
    expect(await mailOutOf(pool, accepting).mail.send(studioId, one, 1)).toEqual({ state: 'open' });
    expect(await row(one.record.key)).toMatchObject({ state: 'sending', attempts: 1, notify_run: true });
    const [doubtful] = await sends.queue.claimDoubtful(10);
    expect(doubtful).toMatchObject({ key: one.record.key });
    await sends.queue.requeue(studioId, one.record.key);
    expect(await mailOutOf(pool, accepting).mail.send(studioId, one, 1)).toEqual({ state: 'sent' });
  });
});
