import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import nodemailer from 'nodemailer';
import { parseMail } from '@cueline/email';
import { receiverLimits } from '@cueline/email/receiver';
import { RecordingTransport } from '@cueline/email/smtp';
import { receiverCertificate } from '@cueline/testkit/webhook-receiver';
import { kinds, type SendMailStep } from '@cueline/workflows';
import { activitiesOf, perform, runOf } from '../../engine/activities/effects/run.fixture.js';
import { mailOutOf, secret } from '../../mail-out/mail-out.fixture.js';
import { readReceiverTls } from '../../platform/receiver-tls.js';
import { TestStudio } from '../../studio.fixture.js';
import { mailReader } from '../intake/reader.js';
import { MailReceiver } from './mail-receiver.js';
import { ReceivedMails } from './received-mails.js';

const MARA = 'mara@clients.test';
const LENA = 'lena@sunday.test';

let studio: TestStudio;
let receiver: MailReceiver;
let received: ReceivedMails;
let reader: ReturnType<typeof mailReader>;
let port: number;
let wire: RecordingTransport;
let mailOut: ReturnType<typeof mailOutOf>;
/** The mail that the client answers, as it left. */
let question: Headers;

interface Headers {
  readonly id: string;
  readonly replyTo: string;
  readonly returnPath: string;
  readonly messageId: string;
  readonly unsubscribe: string;
}

beforeAll(async () => {
  studio = await TestStudio.open();
  const { pool } = studio;
  const ports = { pool, platformDomain: 'mail.test', secret };
  receiver = new MailReceiver({ ...ports, port: 0, host: '127.0.0.1', stored: () => undefined });
  reader = mailReader();
  received = new ReceivedMails({ ...ports, reader, wake: () => undefined });
  port = (await receiver.start())!;
  wire = new RecordingTransport();
  mailOut = mailOutOf(pool, wire, undefined, true);
  await studio.rows(`UPDATE brands SET reply_to = $1`, LENA);
  question = await mailed('transactional');
});
afterAll(async () => {
  await receiver.stop();
  await reader.close();
  await studio.close();
});

async function mailed(category: SendMailStep['category']): Promise<Headers> {
  const { templateId } = studio;
  const step: SendMailStep = {
    ...kinds.sendMail.defaults('mail'),
    ...{ template: templateId, to: { role: 'client' }, category },
  };
  const clientId =
    (await studio.rows<{ id: string }>(`SELECT id FROM clients`))[0]?.id ?? (await studio.client('Mara'));
  const runId = await runOf(studio, step, {
    event: 'booking.created',
    subjectId: await studio.booking({ clientId }),
  });
  await perform(studio, step, runId, activitiesOf(studio, wire, {}, mailOut));
  const { envelope, message } = wire.delivered.at(-1)!;
  const { headers } = parseMail(message.toString('latin1'));
  const [send] = await studio.rows<{ id: string }>(
    `SELECT id FROM sends WHERE message_id = $1`,
    headers.get('message-id')![0],
  );
  return {
    ...{ id: send!.id, returnPath: envelope.from, messageId: headers.get('message-id')![0]! },
    replyTo: headers.get('reply-to')![0]!,
    unsubscribe: headers.get('list-unsubscribe')?.[0] ?? '',
  };
}

interface Brought {
  readonly to: string;
  readonly from?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly text?: string;
}

/** @returns what the receiver said at the end, with its code */
async function bring({
  to,
  from = MARA,
  headers = {},
  text = 'Yes, Saturday is fine.',
}: Brought): Promise<string> {
  const client = nodemailer.createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  const fields = {
    From: `"Mara Lïnd" <${from || 'mailer-daemon@clients.test'}>`,
    To: to,
    Subject: 'Re: About the day',
    ...headers,
  };
  const raw = `${Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\r\n')}\r\n\r\n${text}\r\n`;
  try {
    return (await client.sendMail({ envelope: { from, to: [to] }, raw })).response;
  } catch (error) {
    return (error as { response?: string }).response ?? String(error);
  } finally {
    client.close();
  }
}

const rows = () =>
  studio.rows<{
    state: string;
    code: string;
    send_id: string | null;
    forward_id: string | null;
    text: string;
  }>(
    `SELECT state::text, outcome->>'code' AS code, send_id::text, forward_id::text, convert_from(content, 'LATIN1') AS text
     FROM received_mails ORDER BY received_at`,
  );
const last = async () => (await rows()).at(-1)!;

describe('an answer to the platform’s address', () => {
  it('comes back to it by an address that names the mail', () => {
    expect(question.replyTo).toMatch(/^studio-sunday\+[0-9a-f]{24}@mail\.test$/);
    expect(question.replyTo).toBe(question.returnPath);
  });

  it('is stored once, linked to the mail that it answers, and passed on to the brand’s address', async () => {
    expect(await bring({ to: question.replyTo })).toMatch(/^250 2\.0\.0 Kept as/);
    expect(await bring({ to: question.replyTo })).toMatch(/^250/);
    expect(await rows()).toHaveLength(1);
    await received.sweep();
    const row = await last();
    expect(row).toMatchObject({ state: 'parsed', code: 'forwarded', send_id: question.id });
    const [filed] = await studio.rows(
      `SELECT m.text, m.kind::text, c.first_name, m.thread_id = q.thread_id AS "inThread",
         ARRAY(SELECT e.type FROM events e WHERE e.subject_id = m.id ORDER BY e.type) AS events
       FROM messages m JOIN clients c ON c.id = m.client_id, messages q WHERE m.direction = 'incoming' AND q.send_id = $1`,
      question.id,
    );
    expect(filed).toEqual({
      text: 'Yes, Saturday is fine.\n',
      kind: 'human',
      first_name: 'Mara',
      inThread: true,
      events: ['mail.received', 'mail.replied'],
    });
    expect(row.text).toMatch(/^Received: from \S+ \(\[127\.0\.0\.1\]\)\r\n\tby mail\.test with ESMTP; /);

    await mailOut.ledger.sweep();
    const { envelope, message } = wire.delivered.at(-1)!;
    const { headers, parts } = parseMail(message.toString('latin1'));
    expect(envelope).toMatchObject({
      to: LENA,
      from: expect.stringMatching(/^studio-sunday\+.*@mail\.test$/),
    });
    expect(headers.get('from')).toEqual(['Mara Lïnd · Sunday <studio-sunday@mail.test>']);
    expect(headers.get('reply-to')).toEqual([`Mara Lïnd <${MARA}>`]);
    expect(headers.get('auto-submitted')).toEqual(['auto-generated']);
    expect(parts[0]!.text).toBe('Yes, Saturday is fine.\r\n');
    const [send] = await studio.rows(
      `SELECT state::text, purpose::text, to_address FROM sends WHERE id = $1`,
      row.forward_id,
    );
    expect(send).toEqual({ state: 'sent', purpose: 'forward', to_address: LENA });
  });

  it('is found by the ids that it names where its address names no mail', async () => {
    await bring({
      to: 'Studio-Sunday@MAIL.test',
      headers: { 'In-Reply-To': question.messageId },
      text: 'By its id',
    });
    await received.sweep();
    expect(await last()).toMatchObject({ code: 'forwarded', send_id: question.id });
  });

  it.each([
    ['by the studio itself', { from: LENA }, 'ownSender'],
    ['that was passed on before', { headers: { 'X-Cueline-Forward': '<x@mail.test>' } }, 'circle'],
    ['of nobody', { from: '', headers: { Subject: 'Note' } }, 'noSender'],
  ])('%s is passed on to nobody', async (name, mail, code) => {
    const before = wire.delivered.length;
    await bring({ to: question.replyTo, text: name, ...mail });
    await received.sweep();
    await mailOut.ledger.sweep();
    expect(await last()).toMatchObject({ state: 'parsed', code, forward_id: null });
    // The mail before this one leaves now, where it has not yet.
    expect(wire.delivered.slice(before).every(({ message }) => !message.toString().includes(name))).toBe(
      true,
    );
  });
});

it('a mail that asks for no more marketing puts its reader on the list', async () => {
  const { replyTo, unsubscribe } = await mailed('marketing');
  expect(unsubscribe).toContain(`<mailto:${replyTo.replace('+', '%2B')}?subject=unsubscribe%20`);
  const token = /subject=unsubscribe%20([\w-]+)/.exec(unsubscribe)![1]!;
  await bring({ to: replyTo, headers: { Subject: `unsubscribe ${token}` } });
  await received.sweep();
  expect((await last()).code).toBe('unsubscribed');
  expect(await studio.rows('SELECT address, scope::text, reason::text FROM suppressions')).toEqual([
    { address: MARA, scope: 'marketing', reason: 'unsubscribed' },
  ]);
});

it('a bounce ends the mail that its address names', async () => {
  const { returnPath, id } = await mailed('transactional');
  await bring({
    ...{ to: returnPath, from: '' },
    headers: {
      Subject: 'Undelivered Mail Returned to Sender',
      'Content-Type': 'multipart/report; report-type=delivery-status; boundary=x',
    },
    text: `--x\r\n\r\nNot delivered.\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; clients.test\r\n\r\nFinal-Recipient: rfc822; ${MARA}\r\nAction: failed\r\nStatus: 5.2.1\r\n--x--`,
  });
  await received.sweep();
  expect(await last()).toMatchObject({ code: 'report', send_id: id });
  expect(await studio.rows(`SELECT state::text FROM sends WHERE id = $1`, id)).toEqual([
    { state: 'bounced' },
  ]);
});

describe('encryption', () => {
  const cert = receiverCertificate;
  const key = cert.replace(/crt$/, 'key');

  it('is offered with the operator’s certificate', async () => {
    const { tls } = readReceiverTls({ MAIL_RECEIVER_CERTIFICATE: cert, MAIL_RECEIVER_KEY: key });
    const ports = { pool: studio.pool, platformDomain: 'mail.test', secret, tls: tls! };
    const encrypted = new MailReceiver({ ...ports, port: 0, host: '127.0.0.1', stored: () => undefined });
    const client = nodemailer.createTransport({
      ...{ host: '127.0.0.1', port: await encrypted.start(), requireTLS: true },
      tls: { ca: readFileSync(cert), checkServerIdentity: () => undefined },
    });
    const envelope = { from: MARA, to: [question.replyTo] };
    expect((await client.sendMail({ envelope, raw: 'Subject: Sealed\r\n\r\nx' })).response).toMatch(/^250/);
    expect((await last()).text).toContain(' with ESMTPS; ');
    client.close();
    await encrypted.stop();
  });

  it.each([
    ['a file alone', { MAIL_RECEIVER_KEY: key }, 'MAIL_RECEIVER_CERTIFICATE'],
    [
      'a file that is not there',
      { MAIL_RECEIVER_CERTIFICATE: '/no', MAIL_RECEIVER_KEY: key },
      'MAIL_RECEIVER_CERTIFICATE',
    ],
    [
      'what is no key',
      { MAIL_RECEIVER_CERTIFICATE: cert, MAIL_RECEIVER_KEY: cert },
      'MAIL_RECEIVER_CERTIFICATE',
    ],
  ])('%s keeps a worker from starting, by name', (_, environment, path) => {
    expect(readReceiverTls(environment).problem?.path).toEqual([path]);
  });
});

describe('what is not for the platform is refused', () => {
  it.each([
    ['an address of another domain', 'mara@elsewhere.test', /^550 /],
    ['an address that belongs to nobody', 'postmaster@mail.test', /^550 /],
    ['an unknown studio', 'studio-monday@mail.test', /^550 /],
    ['a tag that we did not make', `studio-sunday+${'0'.repeat(24)}@mail.test`, /^550 /],
  ])('%s', async (_, to, expected) => {
    const before = await rows();
    expect(await bring({ to })).toMatch(expected);
    expect(await rows()).toEqual(before);
  });

  it('a mail that went round', async () => {
    const Received = Array.from({ length: receiverLimits.hops + 1 }, () => 'from a by b; now').join(
      '\r\nReceived: ',
    );
    expect(await bring({ to: question.replyTo, headers: { Received } })).toMatch(/^554 5\.4\.6/);
  });

  it('a mail while the database is away, until it is back', async () => {
    await studio.rows('ALTER TABLE received_mails RENAME TO away');
    expect(await bring({ to: question.replyTo, text: 'Later' })).toMatch(/^451 4\.3\.0/);
    await studio.rows('ALTER TABLE away RENAME TO received_mails');
    expect(await bring({ to: question.replyTo, text: 'Later' })).toMatch(/^250/);
  });
});
