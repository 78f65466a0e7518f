import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { MailStore, smtpCatcher } from '../catcher/index.js';
import { composeMail, nodemailerTransport, type MailTransport } from './index.js';

/** A server on a real socket that answers each command by a script; null drops the connection. */
type Script = Partial<Record<'MAIL' | 'RCPT' | 'DATA' | 'DOT', string | null>>;
const opened: { close(): unknown }[] = [];
let seen: string[] = [];

async function scripted(script: Script): Promise<MailTransport> {
  const server = createServer((socket) => serve(socket, script));
  return transportTo(server, await listening(server));
}

function serve(socket: Socket, script: Script): void {
  let inData = false;
  let body = '';
  const reply = (text: string | null) => (text === null ? socket.destroy() : socket.write(`${text}\r\n`));
  socket.on('error', () => undefined);
  reply('220 scripted');
  socket.on('data', (chunk) => {
    for (const line of chunk.toString().split('\r\n')) {
      if (inData) {
        body += line;
        if (line === '.') {
          inData = false;
          seen.push(`DOT ${body.length > 0}`);
          reply(script.DOT === undefined ? '250 2.0.0 queued as 1' : script.DOT);
        }
      } else if (line) {
        const verb = line.slice(0, 4).toUpperCase();
        seen.push(verb);
        if (verb === 'DATA') inData = script.DATA === undefined;
        const scripts: Record<string, string | null | undefined> = {
          MAIL: script.MAIL,
          RCPT: script.RCPT,
          DATA: script.DATA,
        };
        const answers: Record<string, string> = { EHLO: '250 scripted', DATA: '354 go on', QUIT: '221 bye' };
        const said = Object.hasOwn(scripts, verb) ? scripts[verb] : undefined;
        reply(said === undefined ? (answers[verb] ?? '250 ok') : said);
      }
    }
  });
}

const listening = (server: Server) =>
  new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  );

function transportTo(server: { close(): unknown }, port: number): MailTransport {
  const transport = nodemailerTransport({ url: `smtp://127.0.0.1:${port}`, connections: 1 });
  opened.push(transport, server);
  return transport;
}

afterEach(() => {
  for (const one of opened.splice(0)) one.close();
  seen = [];
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

describe('the SMTP transport', () => {
  it('delivers, and asks for the hand-over when the server waits for the message', async () => {
    const transport = await scripted({});
    let atHandOver: string[] = [];
    const outcome = await deliver(transport, () => {
      atHandOver = [...seen];
      return Promise.resolve(true);
    });
    expect(outcome).toEqual({ type: 'accepted', reply: '250 2.0.0 queued as 1' });
    expect(atHandOver.at(-1)).toBe('DATA');
    expect(seen).toContain('DOT true');
  });

  it('sends nothing that the server could take when the hand-over is refused', async () => {
    const transport = await scripted({});
    expect(await deliver(transport, () => Promise.resolve(false))).toEqual({ type: 'calledOff' });
    expect(seen).not.toContain('DOT true');
  });

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
    ['552 behind the dot', { DOT: '552 5.3.4 too big' }, { type: 'refused', code: '552' }],
    ['451 behind the dot', { DOT: '451 4.3.0 try later' }, { type: 'temporary', code: '451' }],
    ['a drop behind the dot', { DOT: null }, { type: 'inDoubt' }],
  ] as const)('tells %s from the others', async (_name, script, outcome) => {
    expect(await deliver(await scripted(script))).toMatchObject(outcome);
  });

  it('calls a server that is away a temporary fault', async () => {
    const transport = nodemailerTransport({ url: 'smtp://127.0.0.1:1' });
    expect(await deliver(transport)).toMatchObject({ type: 'temporary', code: 'ESOCKET' });
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
