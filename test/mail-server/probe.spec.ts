import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { composeMail } from '@cueline/email/smtp';
import { cardFor, nodeNetwork, probeSmtp, type SmtpProbe } from '@cueline/email/diagnosis';
import { MailServer } from '@cueline/testkit/mail-server';
import { until } from '@cueline/testkit/until';
import { receiverCertificate } from '@cueline/testkit/webhook-receiver';

const lena = { user: 'lena', password: 'right', owns: ['hello@studio.test'] };
const authorities = [readFileSync(receiverCertificate, 'utf8')];
// This machine may be called here: the server is on it.
const network = nodeNetwork({
  lookup: (_host, { all }, done) =>
    all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4),
  guard: () => undefined,
  isRefusal: () => false,
});
let server: MailServer;
beforeAll(async () => {
  server = await MailServer.start([lena, { user: 'noah', password: 'also right', owns: [] }]);
}, 60_000);
afterAll(() => server.stop());

const probe = (changes: Partial<SmtpProbe> = {}): SmtpProbe => ({
  ...{ host: 'localhost', port: server.port, security: 'starttls', address: 'hello@studio.test' },
  ...{ credentials: { kind: 'password', ...lena }, localName: 'cueline.test', authorities },
  ...changes,
});
const run = (one: SmtpProbe) => probeSmtp(one, { network, signal: new AbortController().signal });

describe('a real mail server', () => {
  it('is gone through to a mail to oneself', async () => {
    const testMail = await composeMail({
      from: { name: 'Sunday Studio', address: 'hello@studio.test' },
      to: { name: '', address: 'hello@studio.test' },
      ...{ subject: 'It works', text: 'It works.', html: '<p>It works.</p>' },
      ...{ messageId: '<probe@studio.test>', date: new Date('2026-11-30T10:00:00Z') },
    });
    const result = await run(probe({ testMail }));
    expect(result).toMatchObject({ ok: true, failure: undefined });
    expect(result.stages.map(({ stage, result: how }) => `${stage} ${how}`)).toEqual([
      ...[
        'dns ok',
        'tcp ok',
        'greeting ok',
        'tls ok',
        'capabilities ok',
        'signIn ok',
        'sender ok',
        'testMail ok',
      ],
    ]);
    await until('the mail is there', () => Promise.resolve(server.messages().length === 1));
    expect(server.messages()[0]).toContain('Message-ID: <probe@studio.test>');
  });

  it.each([
    [
      'a wrong password',
      { credentials: { kind: 'password', user: 'lena', password: 'wrong' } },
      'signIn',
      'userName',
    ],
    [
      'a wrong password of an address',
      { credentials: { kind: 'password', user: 'hello@studio.test', password: 'x' } },
      'signIn',
      'password',
    ],
    ['an address of somebody else', { address: 'noah@studio.test' }, 'sender', 'sender'],
    ['no sign-in', { credentials: undefined }, 'sender', 'relayDenied'],
    ['a certificate that nobody vouches for', { authorities: [] }, 'tls', 'certificateUntrusted'],
    ['TLS where STARTTLS is spoken', { security: 'tls' }, 'tls', 'otherEncryption'],
    ['a certificate for another name', { host: 'mail.studio.test' }, 'tls', 'certificateName'],
  ] as const)('with %s shows the card for it', async (_what, changes, stage, cause) => {
    const one = probe(changes);
    const { failure } = await run(one);
    expect(failure).toMatchObject({ stage });
    expect(cardFor(failure!, { probe: one, provider: undefined }, 'en')).toMatchObject({ cause });
  });
});
