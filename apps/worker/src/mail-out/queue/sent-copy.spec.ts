import type { SendRecord } from '@cueline/database';
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { MailTransport } from '@cueline/email/smtp';
import { mailSuite } from '../mail-suite.fixture.js';
import { mailOutOf } from '../mail-out.fixture.js';
import { platform } from '../transports/sender.js';

const suite = mailSuite();
const ADDRESS = 'hello@sunday.test';
const MESSAGE = 'Message-ID: <one@sunday.test>\r\n\r\nHello\r\n';
const accepting: MailTransport = {
  deliver: async ({ onHandOver }) =>
    (await onHandOver()) ? { type: 'accepted', reply: '250 ok' } : { type: 'calledOff' },
  close: () => undefined,
};
let mailboxId: string;

beforeEach(async () => {
  const { studio } = suite;
  mailboxId = randomUUID();
  await studio.pool.query(
    `WITH box AS (INSERT INTO mailboxes (id, studio_id, brand_id, address, host, port, security, auth, username)
       VALUES ($1, $2, $3, $4, 'imap.sunday.test', 993, 'tls', 'password', $4) RETURNING id, studio_id)
     INSERT INTO mail_folders (id, studio_id, mailbox_id, path, role, is_synced) SELECT gen_random_uuid(), studio_id, id, 'Sent', 'sent', true FROM box`,
    [mailboxId, studio.id, studio.brandId, 'Hello@sunday.test'],
  );
});

function mailFrom(fromAddress: string, accountId: string | null) {
  const key = randomUUID();
  const record: SendRecord = {
    ...{ key, purpose: 'byHand', runId: null, stepId: null, visit: null, approvalId: null, senderId: null },
    ...{ brandId: suite.studio.brandId, clientId: null, templateId: null, category: 'transactional' },
    ...{ toAddress: 'mara@clients.test', toName: 'Mara', messageId: `<${key}@sunday.test>` },
    ...{ subjectType: 'booking', subjectId: randomUUID(), fromAddress, subject: 'Hello', text: 'Hello' },
    ...{ html: '<p>Hello</p>', day: '2027-05-03' },
  };
  return { record, message: Buffer.from(MESSAGE), sender: { ...platform, accountId } };
}
const send = (mail: ReturnType<typeof mailFrom>) =>
  mailOutOf(suite.studio.pool, accepting).mail.send(suite.studio.id, mail, 0);
const wanted = () =>
  suite.studio.rows<{ path: string; marks: unknown; text: string; state: string; flags: unknown }>(
    `SELECT f.path, c.payload->'marks' AS marks, c.payload->'flags' AS flags, convert_from(c.content, 'UTF8') AS text, c.state
     FROM mailbox_commands c JOIN mail_folders f ON f.id = (c.payload->>'to')::uuid WHERE c.mailbox_id = $1`,
    mailboxId,
  );

describe('a mail that has left from the studio’s own address', () => {
  it('belongs into Sent of its mailbox: that is asked for with its settlement', async () => {
    const mail = mailFrom(ADDRESS, randomUUID());
    expect(await send(mail)).toEqual({ state: 'sent' });
    expect(await wanted()).toEqual([
      {
        ...{ path: 'Sent', text: MESSAGE, state: 'waiting', flags: ['\\Seen'] },
        marks: [{ header: 'Message-ID', value: mail.record.messageId }],
      },
    ]);
  });

  it('is left to the provider where that files it itself', async () => {
    await suite.studio.rows(`UPDATE mailboxes SET sent_copy = 'provider' WHERE id = $1`, mailboxId);
    expect(await send(mailFrom(ADDRESS, randomUUID()))).toEqual({ state: 'sent' });
    expect(await wanted()).toEqual([]);
  });

  it('lies in no mailbox where it left by the platform’s server, or from another address', async () => {
    await send(mailFrom(ADDRESS, null));
    await send(mailFrom('other@sunday.test', randomUUID()));
    expect(await wanted()).toEqual([]);
  });
});

describe('a mail of which nobody knows whether it has left', () => {
  it.each([
    ['has, where it lies in Sent', 'sent', 'sent'],
    ['is in doubt where it lies elsewhere alone', 'drafts', 'in_doubt'],
  ])('%s', async (_, role, state) => {
    const { studio } = suite;
    const mail = mailFrom(ADDRESS, randomUUID());
    const broken: MailTransport = {
      deliver: async ({ onHandOver }) =>
        (await onHandOver())
          ? { type: 'inDoubt', code: '', reply: '', handedOver: true }
          : { type: 'calledOff' },
      close: () => undefined,
    };
    const out = mailOutOf(studio.pool, broken);
    await out.mail.send(studio.id, mail, 0);
    await studio.pool.query(
      `WITH m AS (UPDATE messages SET mailbox_id = $1, sha256 = 'x' WHERE message_id = $2 RETURNING studio_id),
       f AS (UPDATE mail_folders SET role = $3::folder_role WHERE mailbox_id = $1 RETURNING id)
       INSERT INTO placements (studio_id, mailbox_id, folder_id, uid_validity, uid, flags, at, size, sha256, is_news)
       SELECT m.studio_id, $1, f.id, 1, 1, '{}', now(), 5, 'x', false FROM m, f`,
      [mailboxId, mail.record.messageId, role],
    );
    await out.ledger.sweep();
    const [row] = await studio.rows<{ state: string }>(
      'SELECT state FROM sends WHERE key = $1',
      mail.record.key,
    );
    expect(row!.state).toBe(state);
  });
});
