import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { scriptedNetwork } from '../network/scripted-network.fixture.js';
import { probeImap } from '../probe/probe-imap.js';
import { providerOfDomain } from '../providers/find-provider.js';
import { cardFor } from './card.js';
import type { DiagnosisCause } from './cause.js';

const PASSWORD = 'correct horse §1';
const open: Server[] = [];
afterEach(() => open.splice(0).forEach((server) => server.close()));

/** What a server answers, by verb; `#` stands for the tag. */
type Script = Readonly<Record<string, string>>;
const usual: Script = {
  GREETING: '* OK ready',
  CAPABILITY: '* CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN AUTH=XOAUTH2\r\n# OK',
  AUTHENTICATE: '# OK',
  LIST:
    String.raw`* LIST (\HasNoChildren) "/" INBOX` +
    '\r\n' +
    String.raw`* LIST () "/" "Entw&APw-rfe"` +
    '\r\n# OK',
  EXAMINE: '* 3 EXISTS\r\n# OK',
  LOGOUT: '# OK',
};

async function serve(script: Script): Promise<number> {
  const all = { ...usual, ...script };
  const server = createServer((socket: Socket) => {
    socket.on('error', () => undefined);
    socket.write(`${all['GREETING']}\r\n`);
    socket.on('data', (data) => {
      const [tag = '', verb = ''] = data.toString().trim().split(' ');
      // An empty line asks for the answer after a challenge.
      const answer = all[verb] ?? all['MORE'] ?? '# BAD';
      if (answer !== '') socket.write(`${answer.replaceAll('#', /^a\d+$/.test(tag) ? tag : 'a2')}\r\n`);
    });
  });
  open.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

interface How {
  readonly script?: Script;
  readonly address?: string;
  readonly token?: string | null;
  readonly port?: number;
}

async function probed({ script = {}, address = 'hello@studio.test', token, port = 143 }: How) {
  const at = await serve(script);
  const probe = {
    ...({ host: 'mail.studio.test', port: 143, security: 'none', address } as const),
    credentials:
      token === undefined
        ? ({ kind: 'password', user: address, password: PASSWORD } as const)
        : ({ kind: 'oauth', user: address, accessToken: token } as const),
  };
  const network = scriptedNetwork({ hosts: ['mail.studio.test'], ports: { [port]: at } });
  const signal = new AbortController().signal;
  const limits = { connect: 10_000, greeting: 10_000, command: 10_000, secondLook: 10_000 };
  return { probe, result: await probeImap(probe, { network, signal, limits }) };
}

const signInSays = (text: string): How => ({ script: { AUTHENTICATE: `# NO ${text}` } });
const rows: readonly (readonly [what: string, stage: string, cause: DiagnosisCause, how: How])[] = [
  ['a closed port', 'tcp', 'noAnswer', { port: 25 }],
  ['the port for sending', 'greeting', 'notMailServer', { script: { GREETING: '220 mail ESMTP' } }],
  ['a server that turns us away', 'greeting', 'serverRefuses', { script: { GREETING: '* BYE no entry' } }],
  ['too many connections', 'greeting', 'busy', { script: { GREETING: '* BYE Too many connections' } }],
  ['a wrong password', 'signIn', 'password', signInSays('[AUTHENTICATIONFAILED] Invalid credentials')],
  ['a busy server', 'signIn', 'busy', signInSays('[UNAVAILABLE] Temporary authentication failure')],
  ['a mailbox in use', 'signIn', 'busy', signInSays('[INUSE] Mailbox is locked')],
  ['throttling that looks like a password', 'signIn', 'busy', signInSays('[AUTHENTICATIONFAILED] Throttled')],
  [
    'an app password that is wanted',
    'signIn',
    'appPassword',
    signInSays('[ALERT] Application-specific password required'),
  ],
  [
    'a provider that never takes the usual one',
    'signIn',
    'appPassword',
    { address: 'lena@gmail.com', ...signInSays('[AUTHENTICATIONFAILED] Invalid credentials (Failure)') },
  ],
  ['IMAP that is switched off', 'signIn', 'switchedOff', signInSays('IMAP is disabled for this account')],
  [
    'basic authentication that is off',
    'signIn',
    'signInOff',
    signInSays('Basic authentication is disabled.'),
  ],
  [
    'a provider without passwords',
    'signIn',
    'signInOff',
    { script: { CAPABILITY: '* CAPABILITY IMAP4rev1 LOGINDISABLED AUTH=XOAUTH2\r\n# OK' } },
  ],
  [
    'no way to sign in',
    'signIn',
    'noSignIn',
    { script: { CAPABILITY: '* CAPABILITY IMAP4rev1 LOGINDISABLED\r\n# OK' } },
  ],
  ['a permission that has ended', 'signIn', 'signInExpired', { token: null }],
  [
    'a token that is not taken',
    'signIn',
    'signInExpired',
    { token: 'old', script: { AUTHENTICATE: '+ eyJzdGF0dXMiOiI0MDAifQ==', MORE: '# NO failed' } },
  ],
  [
    'a sign-in that leads nowhere',
    'inbox',
    'notConnected',
    { script: { EXAMINE: '# NO User is authenticated but not connected.' } },
  ],
  ['folders that are not shown', 'folders', 'noInbox', { script: { LIST: '# NO [NOPERM] no' } }],
];

describe('a mailbox that is not read', () => {
  it.each(rows)('because of %s, at %s, gets the card %s', async (_what, stage, cause, how) => {
    const { probe, result } = await probed(how);
    expect(result.failure).toMatchObject({ stage });
    const provider = providerOfDomain(probe.address.split('@')[1]!);
    for (const language of ['en', 'de'] as const) {
      const card = cardFor(result.failure!, { protocol: 'imap', probe, provider }, language);
      expect(card).toMatchObject({ cause });
      for (const text of [card.title, card.why, card.button, ...card.steps.map((step) => step.text)])
        expect(text).toMatch(/^[^{}]*(?:\{link\}[^{}]*)?$/);
      expect(`${card.title} ${card.why}`).not.toMatch(/undefined|\bSMTP\b|587|465/);
    }
    expect(JSON.stringify(result)).not.toContain(PASSWORD);
    expect(JSON.stringify(result)).not.toContain(Buffer.from(PASSWORD).toString('base64'));
  });
});

it('a mailbox that is read passes every stage, and its folders are known by their names', async () => {
  const { result } = await probed({});
  expect(result).toMatchObject({ ok: true, failure: undefined });
  expect(result.stages.find(({ stage }) => stage === 'folders')!.seen).toEqual({
    ...{ folders: '2', inbox: 'INBOX', drafts: 'Entwürfe' },
  });
  expect(result.stages.at(-1)).toMatchObject({ stage: 'inbox', seen: { mails: '3' } });
});
