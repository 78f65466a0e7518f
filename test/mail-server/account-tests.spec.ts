import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { smtpAccounts, smtpDiagnosis } from '@cueline/contracts';
import type { ApiClient } from '@cueline/testkit/api-client';
import { MailServer } from '@cueline/testkit/mail-server';
import { TestApi } from '@cueline/testkit/test-api';
import { until } from '@cueline/testkit/until';
import { receiverCertificate } from '@cueline/testkit/webhook-receiver';

const ADDRESS = 'hello@studio.example.com';
const lena = { user: ADDRESS, password: 'right', owns: [ADDRESS] };
let api: TestApi;
let owner: ApiClient;
let server: MailServer;
beforeAll(async () => {
  server = await MailServer.start([lena]);
  api = await TestApi.open({ SMTP_ALLOW: '127.0.0.1', NODE_EXTRA_CA_CERTS: receiverCertificate });
  owner = await (await api.studio('Sunday')).person('owner');
}, 120_000);
afterAll(async () => {
  await api?.close();
  await server?.stop();
});

const settings = (more: object = {}) => ({
  ...{ host: '127.0.0.1', port: server.port, security: 'starttls', username: ADDRESS, password: 'right' },
  ...{ address: ADDRESS, ...more },
});
const test = async (more: object = {}) =>
  (await owner.post<smtpDiagnosis.TestResult>('/api/v1/smtp-accounts/test', settings(more))).body;

describe('a test of settings', () => {
  it('goes through every stage and sends a mail to oneself', async () => {
    const before = server.messages().length;
    const result = await test();
    expect(result).toMatchObject({ ok: true, card: null });
    expect(result.stages.map(({ result: how }) => how)).toEqual(Array(8).fill('ok'));
    await until('the mail is there', () => Promise.resolve(server.messages().length === before + 1));
    expect(server.messages().at(-1)).toContain('Auto-Submitted: auto-generated');
    expect(JSON.stringify(result)).not.toContain('right');
  });

  it('shows the card of what is wrong, in the language of the caller', async () => {
    expect(await test({ password: 'wrong' })).toMatchObject({
      ok: false,
      card: { cause: 'password', field: 'password', said: expect.stringContaining('535') },
    });
    const path = '/api/v1/smtp-accounts/test';
    const german = { 'accept-language': 'de' };
    const { body } = await owner.send('POST', path, settings({ security: 'tls' }), german);
    expect(body).toMatchObject({
      card: { cause: 'otherEncryption', proposal: { security: 'starttls' }, button: 'Übernehmen und testen' },
    });
  });

  it('comes line by line to whoever wants it so', async () => {
    const events = await owner.lines<smtpDiagnosis.TestEvent>(
      '/api/v1/smtp-accounts/test',
      settings({ sendTestMail: false }),
    );
    expect(events.map((one) => (one.type === 'stage' ? one.stage.stage : one.type))).toEqual([
      ...['dns', 'tcp', 'greeting', 'tls', 'capabilities', 'signIn', 'sender', 'testMail', 'result'],
    ]);
  });

  it.each([
    ['inside the own network', { host: '127.0.0.2' }, '/host'],
    ['without encryption', { host: 'smtp.example.com', security: 'none' }, '/security'],
    ['at no port', { port: 0 }, '/port'],
  ])('is refused %s', async (_what, more, pointer) => {
    const { status, body } = await owner.post('/api/v1/smtp-accounts/test', settings(more));
    expect({ status, body }).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
  });
});

describe('a stored account', () => {
  it('is tested with its sealed password, and the test says how it is', async () => {
    const { body: account } = await owner.post<smtpAccounts.SmtpAccountView>('/api/v1/smtp-accounts', {
      ...settings(),
      fromName: 'Sunday Studio',
    });
    const path = `/api/v1/smtp-accounts/${account.id}`;
    const health = async () => (await owner.get<smtpAccounts.SmtpAccountView>(path)).body.health;
    expect((await owner.post(`${path}/test`, {})).body).toMatchObject({ ok: true });
    expect(await health()).toMatchObject({ state: 'working', provenAt: expect.any(String) });

    server.setMailboxes([{ ...lena, password: 'changed' }]);
    expect((await owner.post(`${path}/test`, {})).body).toMatchObject({ card: { cause: 'password' } });
    expect(await health()).toMatchObject({ state: 'needs_attention', cause: 'signIn' });

    // What is only tried changes nothing.
    expect((await owner.post(`${path}/test`, { password: 'changed' })).body).toMatchObject({ ok: true });
    expect(await health()).toMatchObject({ state: 'needs_attention' });
    server.setMailboxes([lena]);
  });
});

it('a member who manages nothing tests nothing', async () => {
  const member = await (await api.studio('Other')).person('member');
  expect(await member.post('/api/v1/smtp-accounts/test', settings())).toMatchObject({ status: 403 });
  expect(await member.post('/api/v1/smtp-accounts/discover', { address: ADDRESS })).toMatchObject({
    status: 403,
  });
});

it('the settings of a large provider are found by its address', async () => {
  const found = await owner.post('/api/v1/smtp-accounts/discover', { address: ' Lena@GMX.de ' });
  expect(found).toMatchObject({
    status: 200,
    body: {
      address: 'Lena@gmx.de',
      provider: { id: 'gmx' },
      smtp: [{ host: 'mail.gmx.net', source: 'table' }, {}],
    },
  });
});
