import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { MailStore, smtpCatcher } from '../catcher/index.js';
import { simpleParser } from 'mailparser';
import { displayName } from '../message/index.js';
import { composeMail, type MailTransport } from './index.js';
import { nodemailerTransport, type SmtpAccount } from './nodemailer-transport.js';
import { ScriptedServer, type Script } from './scripted-server.fixture.js';

const opened: { close(): unknown }[] = [];

async function scripted(script: Script, timeouts?: SmtpAccount['timeouts']) {
  const server = new ScriptedServer(script);
  const transport = nodemailerTransport({ url: await server.listen(), connections: 1, timeouts });
  opened.push(transport, server);
  return { server, transport };
}

function transportTo(server: { close(): unknown }, port: number): MailTransport {
  const transport = nodemailerTransport({ url: `smtp://127.0.0.1:${port}`, connections: 1 });
  opened.push(transport, server);
  return transport;
}

afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

const message = () =>
  composeMail({
    from: { name: 'Sunday "Studio"\r\nBcc: x@example.test', address: 'studio@example.test' },
    to: { name: 'Mara', address: 'mara@example.test' },
    subject: 'Hello',
    html: '<p>Hello <img src="file:///etc/passwd"></p>',
    text: 'Hello',
    messageId: '<0123@example.test>',
    date: new Date('2027-01-01T00:00:00Z'),
  });

async function deliver(transport: MailTransport, onHandOver = () => Promise.resolve(true)) {
  return transport.deliver({
    envelope: { from: 'studio@example.test', to: 'mara@example.test' },
    message: await message(),
    onHandOver,
  });
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}

describe('the SMTP transport', () => {
  it.each([
    ['to', 'mara@clients.test\r\nRCPT TO:<spy@evil.test>', 'refused'],
    ['to', 'mara@clients.test>\nDATA', 'refused'],
    ['to', 'mara@clients.test, spy@evil.test', 'refused'],
    ['to', '<spy@evil.test> mara@clients.test', 'refused'],
    ['from', 'studio@mail.test> SIZE=1\r\nRCPT TO:<spy@evil.test', 'account'],
  ])('puts nothing into a command that is more than one address: %s %j', async (field, address, type) => {
    const { server, transport } = await scripted({});
    const envelope = { from: 'studio@mail.test', to: 'mara@clients.test', [field]: address };
    const outcome = await transport.deliver({
      envelope,
      message: await message(),
      onHandOver: () => Promise.resolve(true),
    });
    expect(outcome).toMatchObject({ type, handedOver: false });
    expect(server.seen).toEqual([]);
  });

  it('delivers, and asks for the hand-over when the server waits for the message', async () => {
    const { server, transport } = await scripted({});
    let atHandOver: string[] = [];
    const outcome = await deliver(transport, () => {
      atHandOver = [...server.seen];
      return Promise.resolve(true);
    });
    expect(outcome).toEqual({ type: 'accepted', reply: '250 2.0.0 queued as 1' });
    expect(atHandOver.at(-1)).toBe('DATA');
    expect(server.messages).toHaveLength(1);
    expect(server.messages[0]).toContain('Message-ID: <0123@example.test>');
  });

  it('closes a connection that no mail needs, and opens one for the next mail', async () => {
    const { server, transport } = await scripted({}, { idle: 20 });
    await deliver(transport);
    await until(() => server.sockets.size === 0);
    expect((await deliver(transport)).type).toBe('accepted');
    expect(server.messages).toHaveLength(2);
  });

  it('sends nothing that the server could take when the hand-over is refused, and goes on with the next mail', async () => {
    const { server, transport } = await scripted({});
    expect(await deliver(transport, () => Promise.resolve(false))).toEqual({ type: 'calledOff' });
    expect(server.messages).toEqual([]);
    expect((await deliver(transport)).type).toBe('accepted');
    expect(server.messages).toHaveLength(1);
  });

  it('asks for each hand-over once, whatever the pool repeats', async () => {
    // A server that drops a connection it has used before: the pool takes the mail to a new one.
    const { server, transport } = await scripted({ MAIL: (times) => (times === 2 ? null : '250 ok') });
    let handOvers = 0;
    const handOver = () => Promise.resolve(++handOvers > 0);
    expect((await deliver(transport, handOver)).type).toBe('accepted');
    expect((await deliver(transport, handOver)).type).toBe('accepted');
    expect(handOvers).toBe(2);
    expect(server.messages).toHaveLength(2);
  });

  it('waits for the hand-over that a dropped connection left open, and sends the message nowhere else', async () => {
    const { server, transport } = await scripted({});
    await deliver(transport);
    let written = false;
    const outcome = await deliver(transport, async () => {
      for (const socket of server.sockets) socket.destroy();
      await until(() => server.sockets.size === 0);
      written = true;
      return true;
    });
    expect(written).toBe(true);
    // Whether the client saw the drop before it wrote is the network's affair; that it wrote to no one else is ours.
    expect(['temporary', 'inDoubt']).toContain(outcome.type);
    expect(server.messages).toHaveLength(1);
    expect((await deliver(transport)).type).toBe('accepted');
  });

  it('calls a delivery off whose hand-over took so long that its claim may be another’s', async () => {
    const { server, transport } = await scripted({}, { handOver: -1 });
    expect(await deliver(transport)).toEqual({ type: 'calledOff' });
    expect(server.messages).toEqual([]);
  });

  it('is in doubt when the server trickles beyond the time for its answer', async () => {
    const { transport } = await scripted({ DOT: () => new Promise<null>(() => undefined) }, { answer: 50 });
    expect(await deliver(transport)).toMatchObject({ type: 'inDoubt', handedOver: true });
  });

  it.each([undefined, '40001', '22P02', 'ECONNREFUSED'])(
    'passes on a fault of the hand-over as it is, code %s and all, with nothing sent',
    async (code) => {
      const { server, transport } = await scripted({});
      const fault = Object.assign(new Error('the database is away'), code && { code });
      await expect(deliver(transport, () => Promise.reject(fault))).rejects.toBe(fault);
      expect((fault as { code?: string }).code).toBe(code);
      expect(server.messages).toEqual([]);
    },
  );

  it.each([
    [
      '450 at RCPT',
      { RCPT: '450 4.2.0 greylisted' },
      { type: 'temporary', code: '450', reply: expect.stringContaining('greylisted') },
    ],
    [
      '550 at RCPT',
      { RCPT: '550 5.1.1 no such user' },
      { type: 'refused', code: '550', reply: expect.stringContaining('no such user') },
    ],
    ['421 at MAIL', { MAIL: '421 4.3.2 closing' }, { type: 'temporary', code: '421' }],
    ['a drop at RCPT', { RCPT: null }, { type: 'temporary' }],
    ['a drop at DATA', { DATA: null }, { type: 'temporary' }],
    ['552 after the dot', { DOT: '552 5.3.4 too big' }, { type: 'refused', code: '552' }],
    ['451 after the dot', { DOT: '451 4.3.0 try later' }, { type: 'temporary', code: '451' }],
    ['421 after the dot', { DOT: '421 4.3.2 closing' }, { type: 'temporary', code: '421', handedOver: true }],
    ['a drop after the dot', { DOT: null }, { type: 'inDoubt', handedOver: true }],
    ['554 as a greeting', { GREETING: '554 5.7.1 not from you' }, { type: 'account', code: '554' }],
    ['421 as a greeting', { GREETING: '421 4.3.2 busy' }, { type: 'temporary', code: '421' }],
    [
      '550 at MAIL',
      { MAIL: '550 5.7.1 not your address' },
      { type: 'account', cause: 'senderRejected', code: '550' },
    ],
    [
      'a sender that is not the account’s, at RCPT',
      { RCPT: '553 5.7.1 <studio@example.test>: Sender address rejected: not owned by user' },
      { type: 'account', cause: 'senderRejected', handedOver: false },
    ],
    [
      'the day’s limit after the dot',
      { DOT: '550 5.4.5 Daily user sending limit exceeded' },
      { type: 'account', cause: 'limit', handedOver: true },
    ],
    [
      'a reply of several lines, with bytes that are no text',
      { DOT: '552-5.2.2 The mailbox\r\n552 5.2.2 \u0000is full\u0007' },
      { type: 'refused', cause: 'mailboxFull', reply: '552-5.2.2 The mailbox 552 5.2.2 is full' },
    ],
    ['530 at MAIL', { MAIL: '530 5.7.0 sign in first' }, { type: 'account', code: '530' }],
    ['452 at DATA', { DATA: '452 4.3.1 disk full' }, { type: 'temporary', code: '452', handedOver: false }],
  ] as const)('tells %s from the others', async (_name, script, outcome) => {
    const { server, transport } = await scripted(script);
    expect(await deliver(transport)).toMatchObject(outcome);
    expect(server.messages.length).toBeLessThanOrEqual(1);
  });

  it('calls a server that is away a temporary fault', async () => {
    const transport = nodemailerTransport({ url: 'smtp://127.0.0.1:1' });
    expect(await deliver(transport)).toMatchObject({ type: 'temporary', code: 'ESOCKET' });
  });

  describe('with letters beyond ASCII in an address', () => {
    const deliverTo = async (transport: MailTransport, to: string, from = 'studio@example.test') =>
      transport.deliver({
        envelope: { from, to },
        message: await message(),
        onHandOver: () => Promise.resolve(true),
      });
    const offers = { EHLO: '250-scripted\r\n250-8BITMIME\r\n250 SMTPUTF8' };

    it.each(['müller@example.test', '用户@例え.テスト', 'почта@xn--e1afmkfd.xn--p1ai'])(
      'fails for %s alone, before MAIL FROM, where the server does not offer SMTPUTF8',
      async (to) => {
        const { server, transport } = await scripted({ EHLO: '250-scripted\r\n250 8BITMIME' });
        expect(await deliverTo(transport, to)).toEqual({
          type: 'refused',
          cause: 'addressLetters',
          code: 'ESMTPUTF8',
          reply: 'SMTPUTF8 is not offered.',
          handedOver: false,
        });
        expect(server.seen).not.toContain('MAIL');
        expect((await deliver(transport)).type).toBe('accepted');
        expect((await deliverTo(transport, to)).type).toBe('refused');
        // Once asked, the server is known.
        expect(server.seen.filter((verb) => verb === 'EHLO')).toHaveLength(2);
      },
    );

    it('is the account’s trouble when the address is its own', async () => {
      const { transport } = await scripted({});
      expect(await deliverTo(transport, 'mara@example.test', 'größe@example.test')).toMatchObject({
        type: 'account',
        cause: 'senderRejected',
      });
    });

    it('delivers to a server that offers SMTPUTF8, and says so in MAIL FROM', async () => {
      const { server, transport } = await scripted(offers);
      expect((await deliverTo(transport, 'müller@münchen.example')).type).toBe('accepted');
      expect(server.lines).toContain('MAIL FROM:<studio@example.test> SMTPUTF8');
      expect(server.lines).toContain('RCPT TO:<müller@münchen.example>');
    });

    it.each(['info@münchen.example', 'ada@пример.рф'])(
      'needs nothing for %s, whose domain is written in ASCII',
      async (to) => {
        const { server, transport } = await scripted({});
        expect((await deliverTo(transport, to)).type).toBe('accepted');
        expect(server.lines.find((line) => line.startsWith('RCPT'))).toMatch(/^RCPT TO:<\w+@xn--[\w.-]+>$/);
        expect(server.seen.filter((verb) => verb === 'EHLO')).toHaveLength(1);
      },
    );

    it('is tried later when the server cannot be asked', async () => {
      const transport = nodemailerTransport({ url: 'smtp://127.0.0.1:1' });
      expect(await deliverTo(transport, 'müller@example.test')).toMatchObject({
        type: 'temporary',
        cause: 'noConnection',
      });
    });
  });

  it.each([
    '=?utf-8?Q?=0D=0ABcc:_eve=40example.test?=',
    '=?utf-8?B?gICA?=',
    'Mara =?utf-8?Q?=00?= Lind',
    '=?iso-8859-1?q?a?= =?iso-8859-1?q?b?=',
    `${'=?utf-8?Q?x?= '.repeat(30)}end`,
    'a =? b ?= c',
    '=?',
    'Grüße =?utf-8?Q?x?= 😀',
  ])('sends %j as it is written, and not as a reader would decode it', async (text) => {
    const mailbox = { name: text, address: 'mara@example.test' };
    const mail = {
      from: mailbox,
      to: mailbox,
      html: '',
      text: 'Hello',
      messageId: '<1@example.test>',
      date: new Date(),
    };
    const read = await simpleParser(await composeMail({ ...mail, subject: text }));
    expect(read.subject).toBe(text);
    expect(read.from!.text.replaceAll('"', '')).toBe(`${displayName(text)} <mara@example.test>`);
    expect(text).toContain(displayName(text).replaceAll('= ?', '=?'));
  });

  it('fills no header from a name, and reads no file', async () => {
    const raw = (await message()).toString();
    expect(raw).not.toMatch(/^Bcc:/m);
    expect(raw).not.toContain('root:');
  });
});

describe('the mail catcher', () => {
  it('keeps each mail across a restart, doubles included', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'catcher-'));
    const server = smtpCatcher(new MailStore(folder));
    const port = await new Promise<number>((resolve) => {
      const listener = server.listen(0, '127.0.0.1', () => resolve((listener.address() as AddressInfo).port));
    });
    const transport = transportTo(server, port);
    expect((await deliver(transport)).type).toBe('accepted');
    expect((await deliver(transport)).type).toBe('accepted');
    const reopened = new MailStore(folder);
    expect(reopened.list({ messageId: '<0123@example.test>' }).total).toBe(2);
    expect(reopened.list({ to: 'MARA@example.test' }).items[0]).toMatchObject({
      subject: 'Hello',
      envelopeFrom: 'studio@example.test',
    });
    expect((await reopened.raw(reopened.list({}).items[0]!.id))!.toString()).toMatch(
      /^(?:From|Reply-To|Message-ID|Subject):/,
    );
    rmSync(folder, { recursive: true });
  });
});
