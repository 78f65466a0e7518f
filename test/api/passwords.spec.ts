import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { accounts, ProblemDocument } from '@cueline/contracts';
import { Browser } from '@cueline/testkit/browser';
import { PASSWORD, TestApi, type TestTenant } from '@cueline/testkit/test-api';

jest.setTimeout(60_000);
const NEXT = 'the next password';
let api: TestApi;
let studio: TestTenant;
beforeAll(async () => {
  api = await TestApi.open();
  studio = await api.studio();
});
afterAll(() => api.close());

async function person() {
  const { email } = await studio.person('member', `jo-${randomUUID()}@people.test`);
  const browser = new Browser(api);
  expect((await browser.signIn(email, PASSWORD)).status).toBe(200);
  return { email, browser };
}
const ask = (email: string, browser = new Browser(api)) =>
  browser.post<{ detail: string } & ProblemDocument>('/api/v1/password-resets', { email });
const use = (token: string, password = NEXT, browser = new Browser(api)) =>
  browser.post<accounts.OpenReset & ProblemDocument>('/api/v1/password-resets/use', { token, password });
const change = (browser: Browser, currentPassword: string, newPassword = NEXT) =>
  browser.post<{ ended: number } & ProblemDocument>('/api/v1/me/password', { currentPassword, newPassword });
const isSignedIn = async (browser: Browser) => (await browser.get('/api/v1/me')).status === 200;
const tokenFor = (email: string) => api.token('passwordReset', email);
const mailsTo = async (email: string) =>
  (
    await api.rows<{ mail: string }>(
      `SELECT purpose || ' ' || state AS mail FROM account_mails WHERE to_address = $1 ORDER BY id`,
      email,
    )
  ).map(({ mail }) => mail);

describe('a password', () => {
  it('is changed by whoever knows it, which ends every other session at once and is told by mail', async () => {
    const { email, browser } = await person();
    const [elsewhere, phone] = [new Browser(api), new Browser(api)];
    for (const one of [elsewhere, phone]) await one.signIn(email, PASSWORD);
    expect(await change(browser, 'not my password')).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/currentPassword' }] },
    });
    expect(await isSignedIn(elsewhere)).toBe(true);
    await ask(email);
    const link = await tokenFor(email);
    // Two of the person's own sessions from before, and those of this test.
    expect((await change(browser, PASSWORD)).body.ended).toBe(3);
    expect(await Promise.all([browser, elsewhere, phone].map(isSignedIn))).toEqual([true, false, false]);
    expect((await elsewhere.signIn(email, PASSWORD)).status).toBe(401);
    expect((await elsewhere.signIn(email, NEXT)).status).toBe(200);
    expect(await use(link)).toMatchObject({
      status: 410,
      body: { detail: expect.stringContaining('changed meanwhile') },
    });
    expect(await mailsTo(email)).toContain('passwordChanged queued');
  });

  it.each([
    ['nine characters', 'nine char'],
    ['129 characters', 'x'.repeat(129)],
  ])('is not one of %s', async (_name, short) => {
    const { browser } = await person();
    expect(await change(browser, PASSWORD, short)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/newPassword' }] },
    });
  });

  it('is not changed by a key', async () => {
    const key = await studio.key();
    const body = { currentPassword: PASSWORD, newPassword: NEXT };
    expect((await key.post('/api/v1/me/password', body)).status).toBe(403);
  });

  it('is guessed so often and no more by whoever holds a session', async () => {
    const { browser } = await person();
    for (let n = 0; n < 5; n++) expect((await change(browser, `guess ${n}`)).status).toBe(422);
    const answer = await change(browser, PASSWORD);
    expect(answer).toMatchObject({ status: 429, body: { code: 'rate.limited' } });
    expect(Number(answer.retryAfter)).toBeGreaterThan(0);
  });
});

describe('a forgotten password', () => {
  it('is set by a link that works once, which ends all sessions', async () => {
    const { email, browser } = await person();
    expect((await ask(email.toUpperCase())).status).toBe(202);
    const token = await tokenFor(email);
    const opened = await new Browser(api).post('/api/v1/password-resets/open', { token });
    expect(opened).toMatchObject({ status: 200, body: { email } });
    expect(await use(token, 'short')).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/password' }] },
    });
    const answers = await Promise.all(Array.from({ length: 4 }, (_one, n) => use(token, `${NEXT} ${n}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410, 410]);
    const set = answers.findIndex(({ status }) => status === 200);
    expect(await isSignedIn(browser)).toBe(false);
    expect((await new Browser(api).signIn(email, PASSWORD)).status).toBe(401);
    expect((await new Browser(api).signIn(email, `${NEXT} ${set}`)).status).toBe(200);
    expect((await mailsTo(email)).sort()).toEqual(['passwordChanged queued', 'passwordReset queued']);
  });

  it('has one link at a time, and it expires', async () => {
    const { email } = await person();
    await ask(email);
    const first = await tokenFor(email);
    await ask(email);
    const second = await tokenFor(email);
    expect((await use(first)).body.detail).toMatch(/newer link/);
    expect(await mailsTo(email)).toEqual(['passwordReset dropped', 'passwordReset queued']);
    const moment = `now() - interval '1 second'`;
    await api.rows(
      `UPDATE password_resets SET expires_at = ${moment} WHERE email = $1 AND ending IS NULL`,
      email,
    );
    expect((await use(second)).body.detail).toMatch(/not valid any more/);
    expect((await use(await tokenFor(email))).body.detail).toMatch(/expired/);
    expect((await new Browser(api).signIn(email, PASSWORD)).status).toBe(200);
  });

  it('is not set by the link of an invitation, or by anything that is none', async () => {
    const { email } = await person();
    await ask(email);
    const token = await tokenFor(email);
    const owner = await studio.person('owner');
    const other = `new-${randomUUID()}@people.test`;
    await owner.post('/api/v1/invitations', { email: other, role: 'member' });
    const faults = [await api.token('invitation', other), token.slice(1), `${token}x`, '', ' '];
    for (const fault of faults) expect([410, 422]).toContain((await use(fault)).status);
    expect((await use(token)).status).toBe(200);
  });

  it('answers the same for an address without an account, which can set none', async () => {
    const { email } = await person();
    const nobody = `nobody-${randomUUID()}@people.test`;
    const [known, unknown] = [await ask(email), await ask(nobody)];
    expect([known.status, known.body.detail.replace(email, '')]).toEqual([
      unknown.status,
      unknown.body.detail.replace(nobody, ''),
    ]);
    expect((await use(await tokenFor(nobody))).status).toBe(410);
    expect(await api.rows('SELECT 1 FROM users WHERE email = $1', nobody)).toEqual([]);
  });

  it('is asked for so often and no more, whether there is such an account or not', async () => {
    for (const email of [(await person()).email, `nobody-${randomUUID()}@people.test`]) {
      for (let n = 0; n < 4; n++) expect((await ask(email)).status).toBe(202);
      const answer = await ask(email);
      expect(answer.status).toBe(429);
      expect(Number(answer.retryAfter)).toBeGreaterThan(60);
    }
  });

  it('proves the address: an account that somebody else has made is its owner’s from then on', async () => {
    const { email } = await person();
    await api.rows('UPDATE users SET email_verified = false WHERE email = $1', email);
    await ask(email);
    await use(await tokenFor(email));
    expect(await api.rows('SELECT email_verified FROM users WHERE email = $1', email)).toEqual([
      { email_verified: true },
    ]);
  });
});

it('a token stands nowhere in the database', async () => {
  const { email } = await person();
  await ask(email);
  const [, , proof] = (await tokenFor(email)).split('.');
  for (const table of ['password_resets', 'account_mails', 'auth_verifications'])
    expect(await api.rows(`SELECT 1 FROM ${table} x WHERE x::text LIKE '%' || $1 || '%'`, proof)).toEqual([]);
});
