import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  letterKeyOf,
  queueLetter,
  type AddressableKind,
  type Letter,
  type LetterMail,
} from '@cueline/database';
import type { Delivery, MailTransport } from '@cueline/email/smtp';
import { simpleParser } from 'mailparser';
import { TestStudio } from '../../../studio.fixture.js';
import { mailOutOf } from '../../mail-out.fixture.js';

let studio: TestStudio;
let clientId: string;
let delivered: Delivery[];
beforeEach(async () => {
  studio = await TestStudio.open();
  clientId = await studio.client();
  delivered = [];
});
afterEach(() => studio.close());

const transport: MailTransport = {
  async deliver(delivery) {
    if (!(await delivery.onHandOver())) return { type: 'calledOff' };
    delivered.push(delivery);
    return { type: 'accepted', reply: '250 ok' };
  },
  close: () => undefined,
};
const sweep = () => mailOutOf(studio.pool, transport).ledger.sweep();
const message = () => delivered.map((one) => one.message.toString()).join('\n');

interface Written extends Partial<Omit<Letter, 'aboutType' | 'aboutId'>>, Partial<LetterMail> {
  readonly about: readonly [AddressableKind, string];
}

async function write({ about: [aboutType, aboutId], ...more }: Written): Promise<void> {
  const letterId = randomUUID();
  const toAddress = more.toAddress ?? 'mara@clients.test';
  const key = letterKeyOf(studio.id, letterId, toAddress);
  const letter: Letter = {
    purpose: 'byHand',
    letterId,
    brandId: studio.brandId,
    templateId: null,
    category: more.category ?? 'transactional',
    aboutType,
    aboutId,
    aboutClosed: more.aboutClosed ?? false,
    staffId: more.staffId ?? null,
    sendAt: more.sendAt ?? null,
    authorType: 'member',
    authorId: 'lena',
    authorName: 'Lena',
    attachments: more.attachments ?? [],
  };
  const mail: LetterMail = {
    key,
    messageId: `<${key.slice(0, 40)}@mail.test>`,
    clientId,
    toAddress,
    toName: 'Mara',
    subject: 'Your day',
    text: 'See you soon',
    html: '<p>See you soon</p>',
    links: more.links ?? [],
  };
  await queueLetter.run(studio.pool, { studioId: studio.id, letter, mails: [mail] });
}

const mails = () =>
  studio.rows<{ state: string; code: string | null }>(
    `SELECT state::text, reason->>'code' AS code FROM sends ORDER BY created_at`,
  );

describe('a mail that a person wrote', () => {
  it('leaves as it was previewed, and says of itself nothing that a machine would', async () => {
    await write({ about: ['client', clientId] });
    await sweep();
    expect(await mails()).toEqual([{ state: 'sent', code: null }]);
    expect(message()).toMatch(/^From: Sunday <studio-sunday@mail\.test>$/m);
    expect(message()).toMatch(/^Subject: Your day$/m);
    expect(message()).toContain('See you soon');
    expect(message()).not.toMatch(/^(?:Auto-Submitted|X-Auto-Response-Suppress):/im);
  });

  it('is correspondence of its record, its client, and all that it is linked with', async () => {
    const bookingId = await studio.booking({ clientId });
    const vendorId = randomUUID();
    await write({ about: ['booking', bookingId], links: [vendorId] });
    await sweep();
    expect(
      await studio.rows(
        `SELECT m.subject_type, m.subject_id::text, m.client_id::text, l.record_id::text FROM messages m JOIN message_links l ON l.message_id = m.id`,
      ),
    ).toEqual([{ subject_type: 'booking', subject_id: bookingId, client_id: clientId, record_id: vendorId }]);
  });

  it('carries the calendar file of its booking, as the booking is when it leaves', async () => {
    const bookingId = await studio.booking({ clientId });
    await write({ about: ['booking', bookingId], attachments: [{ type: 'calendar' }] });
    await studio.rows(`UPDATE bookings SET location = 'The old mill'`);
    await sweep();
    const { attachments } = await simpleParser(delivered[0]!.message);
    expect(attachments.map(({ contentType }) => contentType)).toEqual(['text/calendar', 'application/ics']);
    const file = attachments[1]!.content.toString();
    expect(file).toContain('LOCATION:The old mill');
    expect(file).toContain('SEQUENCE:1\r\n');
  });

  it('carries uploaded files, octet for octet, under their names', async () => {
    const content = Buffer.from('%PDF-1.7\nDie Preise\r\n\u0000\u00ff', 'latin1');
    const [row] = await studio.rows<{ id: string }>(
      `INSERT INTO files (studio_id, sha256, name, type, octets, content, created_by)
       VALUES ($1, 'x', 'Größen & Preise.pdf', 'application/pdf', $2, $3, 'Lena') RETURNING id`,
      ...[studio.id, content.length, content],
    );
    await write({ about: ['client', clientId], attachments: [{ type: 'file', file: row!.id }] });
    await sweep();
    const { attachments, text } = await simpleParser(delivered[0]!.message);
    expect(text).toContain('See you soon');
    expect(attachments).toMatchObject([
      { contentType: 'application/pdf', filename: 'Größen & Preise.pdf', contentDisposition: 'attachment' },
    ]);
    expect(attachments[0]!.content.equals(content)).toBe(true);
  });

  it('is not limited as workflows are', async () => {
    await studio.rows('UPDATE studios SET mails_per_contact_and_day = 1');
    for (let i = 0; i < 3; i++) await write({ about: ['client', clientId] });
    await sweep();
    expect((await mails()).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
  });

  it('waits for its time', async () => {
    await write({ about: ['client', clientId], sendAt: new Date(Date.now() + 3_600_000).toISOString() });
    await sweep();
    expect(await mails()).toEqual([{ state: 'queued', code: null }]);
    expect(delivered).toEqual([]);
  });

  it('is not given up for having waited long for its time', async () => {
    await write({ about: ['client', clientId], sendAt: new Date().toISOString() });
    await studio.rows(`UPDATE sends SET created_at = now() - interval '30 days'`);
    await sweep();
    expect(await mails()).toEqual([{ state: 'sent', code: null }]);
  });

  it('in a staff member’s name comes from the brand’s address, and the answers go to the staff member', async () => {
    const staffId = await staff();
    await write({ about: ['client', clientId], staffId });
    await sweep();
    expect(message()).toMatch(/^From: =\?UTF-8\?.*<studio-sunday@mail\.test>$/m);
    expect(message()).toMatch(/^Reply-To: noah@sunday\.test$/m);
  });

  it('is not sent as advertising to a client who wants none', async () => {
    await studio.rows('UPDATE clients SET marketing_opt_out_at = now()');
    await write({ about: ['client', clientId], category: 'marketing' });
    await sweep();
    expect(await mails()).toEqual([{ state: 'suppressed', code: 'recipient.optedOut' }]);
  });

  it('to what is no address fails with its reason', async () => {
    await write({ about: ['client', clientId], toAddress: 'mara at home' });
    await sweep();
    expect(await mails()).toEqual([{ state: 'failed', code: 'recipient.badAddress' }]);
  });
});

const staff = async (): Promise<string> => {
  const id = randomUUID();
  await studio.rows(
    `INSERT INTO staff (id, studio_id, first_name, last_name, email, updated_at) VALUES ($1, $2, 'Noah', 'Berg', 'noah@sunday.test', now())`,
    id,
    studio.id,
  );
  return id;
};

/** As a person does: what is let go leaves a little apart. */
async function release(): Promise<void> {
  await studio.rows(`UPDATE mail_holds SET cleared_at = now(), cleared_by = 'Ann'`);
  await sweep();
  await studio.rows('UPDATE sends SET next_attempt_at = now()');
  await sweep();
}

describe('a mail about what was called off after it was written', () => {
  const written: [string, string, AddressableKind][] = [
    ['a booking that was cancelled', `UPDATE bookings SET status = 'cancelled'`, 'booking'],
    ['an archived client', 'UPDATE clients SET archived_at = now()', 'booking'],
  ];
  it.each(written)('%s: is held, and leaves when a person says so', async (_, change, type) => {
    const id = await studio.booking({ clientId });
    await write({ about: [type, id] });
    await studio.rows(change);
    await sweep();
    expect(await mails()).toEqual([{ state: 'held', code: 'hold.recordClosed' }]);
    expect(delivered).toEqual([]);
    await release();
    expect((await mails()).map(({ state }) => state)).toEqual(['sent']);
  });

  it('is not held where its writer knew', async () => {
    const id = await studio.booking({ clientId });
    await studio.rows(`UPDATE bookings SET status = 'cancelled'`);
    await write({ about: ['booking', id], aboutClosed: true });
    await sweep();
    expect((await mails()).map(({ state }) => state)).toEqual(['sent']);
  });

  it('in the name of who has left is held, and then leaves in the brand’s', async () => {
    const staffId = await staff();
    await write({ about: ['client', clientId], staffId });
    await studio.rows('UPDATE staff SET archived_at = now()');
    await sweep();
    expect(await mails()).toEqual([{ state: 'held', code: 'hold.staffGone' }]);
    await release();
    expect(message()).toMatch(/^From: Sunday <studio-sunday@mail\.test>$/m);
  });
});
