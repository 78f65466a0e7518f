import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { mailboxes, smtpAccounts, smtpDiagnosis } from '@cueline/contracts';
import type { ApiClient } from '@cueline/testkit/api-client';
import { ImapServer } from '@cueline/testkit/imap-server';
import { SignedInImap } from '@cueline/testkit/signed-in-imap';
import { TestApi } from '@cueline/testkit/test-api';
import { receiverCertificate, receiverTls } from '@cueline/testkit/webhook-receiver';

const ADDRESS = 'hello@studio.example.com';
const PATH = '/api/v1/mailboxes';
let api: TestApi;
let owner: ApiClient;
let dovecot: ImapServer;
let door: SignedInImap;
beforeAll(async () => {
  dovecot = await ImapServer.start();
  door = await SignedInImap.open(ADDRESS, dovecot, receiverTls());
  api = await TestApi.open({ SMTP_ALLOW: '127.0.0.1', NODE_EXTRA_CA_CERTS: receiverCertificate });
  owner = await (await api.studio('Sunday')).person('owner');
}, 120_000);
afterAll(async () => {
  await api?.close();
  door?.close();
  await dovecot?.stop();
});

type Mailbox = mailboxes.MailboxView;
const place = () => ({
  ...{ address: ADDRESS, host: '127.0.0.1', port: door.port, security: 'starttls', username: ADDRESS },
});
const settings = (more: object = {}) => ({ ...place(), password: 'right', ...more });
const test = async (more: object = {}) =>
  (await owner.post<smtpDiagnosis.TestResult>(`${PATH}/test`, settings(more))).body;

describe('a test of an inbox', () => {
  it('goes through every stage up to the mails, and gives nothing of the password away', async () => {
    const result = await test();
    expect(result).toMatchObject({ ok: true, card: null });
    const passed = result.stages.filter(({ result: how }) => how === 'ok');
    expect(passed.map(({ stage }) => stage).join(' ')).toBe(
      'dns tcp greeting tls capabilities signIn folders inbox',
    );
    expect(result.stages.at(-1)!.seen).toEqual({ mails: '0' });
    expect(JSON.stringify(result)).not.toContain('right');
    expect(JSON.stringify(result)).not.toContain(Buffer.from('right').toString('base64'));
  });

  it('shows the card of what is wrong, in the language of the caller', async () => {
    expect(await test({ password: 'wrong' })).toMatchObject({
      ok: false,
      card: { cause: 'password', field: 'password', said: expect.stringContaining('AUTHENTICATIONFAILED') },
    });
    const german = { 'accept-language': 'de' };
    const { body } = await owner.send('POST', `${PATH}/test`, settings({ security: 'tls' }), german);
    expect(body).toMatchObject({
      card: { cause: 'otherEncryption', proposal: { security: 'starttls' }, button: 'Übernehmen und testen' },
    });
    door.refuses = 'User is authenticated but not connected.';
    expect(await test()).toMatchObject({ card: { cause: 'notConnected' } });
    door.refuses = undefined;
  });

  it('comes line by line to whoever wants it so', async () => {
    const events = await owner.lines<smtpDiagnosis.TestEvent>(`${PATH}/test`, settings());
    expect(events).toHaveLength(9);
    expect(events.at(-1)).toMatchObject({ type: 'result', result: { ok: true } });
  });
});

describe('an inbox', () => {
  const get = async (id: string) => (await owner.get<Mailbox>(`${PATH}/${id}`)).body;

  it('is connected once, paused, resumed and removed, and has the same id when it comes back', async () => {
    const { status, body: made } = await owner.post<Mailbox>(PATH, settings());
    expect(status).toBe(201);
    expect(made).toMatchObject({
      ...place(),
      hasSecret: true,
      health: { state: 'connecting', isStale: true },
    });
    expect((await owner.post(PATH, settings())).status).toBe(409);
    const paused = await owner.post<Mailbox>(`${PATH}/${made.id}/pause`, {});
    expect(paused.body.health.state).toBe('paused');
    expect((await owner.post(`${PATH}/${made.id}/sync`, {})).status).toBe(409);
    const resumed = await owner.post<Mailbox>(`${PATH}/${made.id}/resume`, {});
    expect(resumed.body.health.state).toBe('connecting');
    const ifMatch = { 'if-match': `"${resumed.body.revision}"` };
    expect((await owner.send('DELETE', `${PATH}/${made.id}`, undefined, { 'if-match': '"1"' })).status).toBe(
      412,
    );
    expect((await owner.send('DELETE', `${PATH}/${made.id}`, undefined, ifMatch)).status).toBe(204);
    const again = await owner.post<Mailbox>(PATH, settings());
    expect(again.body.id).toBe(made.id);
  });

  it('is repaired together with the account that sends by the same password, by one edit of either', async () => {
    const account = settings({ fromName: 'Sunday', username: 'both', port: 2525 });
    const sending = (await owner.post<smtpAccounts.SmtpAccountView>('/api/v1/smtp-accounts', account)).body;
    const { password: _own, ...shared } = settings({ username: 'both', smtpAccountId: sending.id });
    const { body: inbox } = await owner.post<Mailbox>(PATH, shared);
    expect(inbox.smtpAccountId).toBe(sending.id);
    const changed = await owner.send<Mailbox>(
      'PATCH',
      `${PATH}/${inbox.id}`,
      { password: 'new' },
      {
        'if-match': `"${inbox.revision}"`,
      },
    );
    expect(changed.status).toBe(200);
    const after = await owner.get<smtpAccounts.SmtpAccountView>(`/api/v1/smtp-accounts/${sending.id}`);
    expect(after.body.revision).toBe(sending.revision + 1);
    const before = (await get(inbox.id)).revision;
    const path = `/api/v1/smtp-accounts/${sending.id}`;
    const seen = { 'if-match': `"${after.body.revision}"` };
    expect((await owner.send('PATCH', path, { password: 'newer' }, seen)).status).toBe(200);
    expect((await get(inbox.id)).revision).toBe(before + 1);
    // The secret goes with the last that needs it.
    const now = { 'if-match': `"${after.body.revision + 1}"` };
    expect((await owner.send('DELETE', path, undefined, now)).status).toBe(200);
    expect(await get(inbox.id)).toMatchObject({ hasSecret: true, smtpAccountId: null });
  });

  it('needs a password or an account, and a host that may be called', async () => {
    const { password: _none, ...open } = settings({ username: 'nobody' });
    expect((await owner.post(PATH, open)).body).toMatchObject({ errors: [{ pointer: '/password' }] });
    const inside = settings({ host: '10.0.0.1' });
    expect((await owner.post(PATH, inside)).body).toMatchObject({ errors: [{ pointer: '/host' }] });
  });
});
