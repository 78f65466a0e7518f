import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { account, accounts, invitations, members, ProblemDocument } from '@cueline/contracts';
import type { ApiClient } from '@cueline/testkit/api-client';
import { Browser } from '@cueline/testkit/browser';
import { PASSWORD, TestApi, type TestTenant } from '@cueline/testkit/test-api';

jest.setTimeout(60_000);
const OWN = 'a password of my own';
let api: TestApi;
let studio: TestTenant;
let owner: ApiClient & { readonly email: string; readonly memberId: string };
beforeAll(async () => {
  api = await TestApi.open();
});
afterAll(() => api.close());
beforeEach(async () => {
  studio = await api.studio('Sunday');
  owner = await studio.person('owner');
});

const someone = () => `mara-${randomUUID()}@people.test`;
const invite = (email: string, role = 'member', by: ApiClient = owner) =>
  by.post<invitations.Invitation & ProblemDocument>('/api/v1/invitations', { email, role, name: 'Mara' });
const open = (browser: Browser, token: string) =>
  browser.post<accounts.OpenInvitation & ProblemDocument>('/api/v1/invitations/open', { token });
const accept = (browser: Browser, token: string, more: object = {}) =>
  browser.post<accounts.Accepted & ProblemDocument>('/api/v1/invitations/accept', { token, ...more });
const mine = { name: 'Mara Lind', password: OWN };
const me = (browser: Browser) => browser.get<account.Me>('/api/v1/me');
const tokenFor = (email: string) => api.token('invitation', email);

describe('an invitation', () => {
  it('makes no account and no member until its link is used, and then with a password of the person’s own', async () => {
    const email = someone();
    const made = await invite(email.toUpperCase());
    expect(made).toMatchObject({
      status: 201,
      body: { email, role: 'member', state: 'open', mail: 'queued' },
    });
    expect(await api.rows('SELECT 1 FROM users WHERE email = $1', email)).toEqual([]);
    const token = await tokenFor(email);
    const browser = new Browser(api);
    expect(await open(browser, token)).toMatchObject({
      status: 200,
      body: { studio: 'Sunday', invitedBy: 'The owner', email, role: 'member', needs: 'newAccount' },
    });
    expect(await accept(browser, token)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/name' }, { pointer: '/password' }] },
    });
    expect(await accept(browser, token, mine)).toMatchObject({ status: 200, body: { studioId: studio.id } });
    expect((await me(browser)).body).toMatchObject({ studio: { id: studio.id }, role: 'member' });
    const { items } = (await owner.get<{ items: members.Member[] }>('/api/v1/members')).body;
    expect(items.find((one) => one.email === email)).toMatchObject({ name: 'Mara Lind', role: 'member' });
    expect((await owner.get<{ items: [] }>('/api/v1/invitations')).body.items).toEqual([]);
    expect((await new Browser(api).signIn(email, OWN)).status).toBe(200);
  });

  it.each([
    ['r&d+wed=a@people.test', 'r&d+wed=a@people.test', 'R&D+WED=A@People.Test'],
    [
      "o'brien!#$%*/?^_`{|}~-@people.test",
      "o'brien!#$%*/?^_`{|}~-@people.test",
      "O'Brien!#$%*/?^_`{|}~-@people.test",
    ],
    ['info@münchen.example', 'info@münchen.example', 'Info@xn--mnchen-3ya.example'],
    ['INFO@XN--BCHER-KVA.example', 'info@bücher.example', 'info@Bücher.example'],
    ['ada@xn--e1afmkfd.xn--p1ai', 'ada@пример.рф', 'ada@ПРИМЕР.рф'],
    ['Müller@people.test', 'müller@people.test', 'mu\u0308ller@people.test'],
    ['почта@пример.рф', 'почта@пример.рф', 'ПОЧТА@xn--e1afmkfd.xn--p1ai'],
    ['用户@例え.テスト', '用户@例え.テスト', '用户@xn--r8jz45g.xn--zckzah'],
    [' Ada@People.Example\u00a0', 'ada@people.example', '\u200bADA@people.example'],
    [
      `${'a'.repeat(64)}@people.example`,
      `${'a'.repeat(64)}@people.example`,
      `${'A'.repeat(64)}@people.example`,
    ],
  ])('to %s is accepted, shown as %s, and its account signs in as %s', async (written, shown, typed) => {
    expect(await invite(written)).toMatchObject({ status: 201, body: { email: shown } });
    const [{ email }] = (await api.rows<{ email: string }>(
      'SELECT email FROM invitations WHERE studio_id = $1',
      studio.id,
    )) as [{ email: string }];
    const browser = new Browser(api);
    const token = await tokenFor(email);
    expect((await open(browser, token)).body).toMatchObject({ email: shown, needs: 'newAccount' });
    expect((await accept(browser, token, mine)).status).toBe(200);
    expect((await me(browser)).body.user).toMatchObject({ email: shown });
    for (const way of [shown, typed])
      expect([way, (await new Browser(api).signIn(way, OWN)).status]).toEqual([way, 200]);
    expect((await new Browser(api).signIn(typed, 'not this password')).status).toBe(401);
    expect((await invite(typed)).status).toBe(409);
    const { items } = (await owner.get<{ items: members.Member[] }>('/api/v1/members')).body;
    expect(items.map((one) => one.email)).toContain(shown);
  });

  it('is accepted by an account that is there with its own password, and only by its address', async () => {
    const elsewhere = await api.studio('Elsewhere');
    const known = await elsewhere.person('member', someone());
    expect((await invite(known.email)).status).toBe(201);
    const token = await tokenFor(known.email);
    const browser = new Browser(api);
    expect((await open(browser, token)).body.needs).toBe('signIn');
    expect(await accept(browser, token, mine)).toMatchObject({
      status: 409,
      body: { code: 'invitation.signIn' },
    });
    expect((await browser.signIn(known.email, OWN)).status).toBe(401);

    const other = await elsewhere.person('member', someone());
    await browser.signIn(other.email, PASSWORD);
    expect((await open(browser, token)).body.signedInAs).toBe(other.email);
    expect(await accept(browser, token)).toMatchObject({
      status: 409,
      body: { code: 'invitation.otherPerson', detail: expect.stringContaining(other.email) },
    });

    await browser.signIn(known.email, PASSWORD);
    expect((await open(browser, token)).body.needs).toBe('nothing');
    expect((await accept(browser, token)).status).toBe(200);
    const there = await known.send<account.Me>('GET', '/api/v1/me', undefined, {
      'x-cueline-studio': studio.id,
    });
    expect(there.body).toMatchObject({ studio: { id: studio.id }, role: 'member' });
  });

  it('lets nobody in who knows the password of an account that was never proven', async () => {
    const squatted = await (await api.studio('Squatter')).person('member', someone());
    await api.rows('UPDATE users SET email_verified = false WHERE email = $1', squatted.email);
    await invite(squatted.email);
    const token = await tokenFor(squatted.email);
    const browser = new Browser(api);
    await browser.signIn(squatted.email, PASSWORD);
    expect((await open(browser, token)).body.needs).toBe('newAccount');
    expect((await accept(browser, token)).status).toBe(422);
    expect((await accept(browser, token, mine)).status).toBe(200);
    expect((await new Browser(api).signIn(squatted.email, PASSWORD)).status).toBe(401);
    expect((await squatted.get('/api/v1/me')).status).toBe(401);
  });

  it('says the same of an address with an account and of one without', async () => {
    const known = (await (await api.studio('Elsewhere')).person('owner', someone())).email;
    const answers = [];
    for (const email of [known, someone()]) {
      const { status, body } = await invite(email);
      answers.push([status, { ...body, id: '', email: '', createdAt: '', mailedAt: '', expiresAt: '' }]);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(JSON.stringify(answers)).not.toContain('The owner of');
    const { items } = (await owner.get<{ items: invitations.Invitation[] }>('/api/v1/invitations')).body;
    expect(new Set(items.map(({ name, state, mail }) => `${name} ${state} ${mail}`)).size).toBe(1);
  });

  it('is refused to a member of the same studio, with a sentence', async () => {
    const { email } = await studio.person('member', someone());
    expect(await invite(email)).toMatchObject({
      status: 409,
      body: { detail: `${email} is a member of this studio already.` },
    });
  });

  it.each([
    ['an empty address', { email: '', role: 'member' }, '/email'],
    ['two addresses', { email: 'a@b.test,c@d.test', role: 'member' }, '/email'],
    ['an address with a second header', { email: 'a@b.test\r\nBcc: c@d.test', role: 'member' }, '/email'],
    ['a role that is none', { email: 'a@b.test', role: 'root' }, '/role'],
    ['no role', { email: 'a@b.test' }, '/role'],
    [
      'a password of the inviter',
      { email: 'a@b.test', role: 'member', password: 'known to both' },
      '/password',
    ],
    ['another studio', { email: 'a@b.test', role: 'member', studioId: randomUUID() }, '/studioId'],
  ])('with %s is refused', async (_name, body, pointer) => {
    expect(await owner.post('/api/v1/invitations', body)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer }] },
    });
  });

  it('has taken the place of adding a member with a password', async () => {
    const body = { email: someone(), role: 'member', name: 'X', password: 'known to both' };
    expect((await owner.post('/api/v1/members', body)).status).toBe(404);
  });
});

describe('the link of an invitation', () => {
  const gone = async (token: string, detail: RegExp, more: object = mine) => {
    const answer = await accept(new Browser(api), token, more);
    expect(answer).toMatchObject({ status: 410, body: { code: 'link.invalid' } });
    expect(answer.body.detail).toMatch(detail);
    const looked = await open(new Browser(api), token);
    expect(looked).toMatchObject({ status: 410, body: { detail: answer.body.detail } });
  };

  it('works once, also for many at the same moment', async () => {
    const email = someone();
    await invite(email);
    const token = await tokenFor(email);
    const answers = await Promise.all(Array.from({ length: 6 }, () => accept(new Browser(api), token, mine)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status } of answers) expect([200, 409, 410]).toContain(status);
    expect(await api.rows('SELECT 1 FROM users WHERE email = $1', email)).toHaveLength(1);
    expect(await api.rows('SELECT 1 FROM members WHERE studio_id = $1', studio.id)).toHaveLength(2);
    await gone(token, /accepted already/);
  });

  it('of two studios makes one account when both are accepted at the same moment', async () => {
    const email = someone();
    const other = await api.studio('Other');
    await invite(email);
    const first = await tokenFor(email);
    await invite(email, 'member', await other.person('owner'));
    const second = await tokenFor(email);
    const answers = await Promise.all([first, second].map((one) => accept(new Browser(api), one, mine)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await api.rows('SELECT 1 FROM users WHERE email = $1', email)).toHaveLength(1);
  });

  it('ends when the invitation is withdrawn, replaced, mailed again or has expired', async () => {
    const email = someone();
    const { id } = (await invite(email)).body;
    const first = await tokenFor(email);
    const again = await owner.post<invitations.Invitation>(`/api/v1/invitations/${id}/resend`, undefined);
    expect(again.status).toBe(200);
    await gone(first, /newer invitation/);
    const second = await tokenFor(email);
    expect((await open(new Browser(api), second)).status).toBe(200);
    const replaced = (await invite(email, 'admin')).body;
    await gone(second, /newer invitation/);
    const third = await tokenFor(email);
    const list = (await owner.get<{ items: invitations.Invitation[] }>('/api/v1/invitations')).body;
    expect(list.items).toMatchObject([{ id: replaced.id, role: 'admin' }]);
    await api.rows(
      `UPDATE invitations SET expires_at = now() - interval '1 second' WHERE id = $1`,
      replaced.id,
    );
    await gone(third, /newer invitation/);
    await gone(await tokenFor(email), /has expired. Ask The owner/);
    const revived = await owner.post(`/api/v1/invitations/${replaced.id}/resend`, undefined);
    expect(revived).toMatchObject({ status: 200, body: { state: 'open' } });
    const fourth = await tokenFor(email);
    expect(await owner.delete(`/api/v1/invitations/${replaced.id}`)).toMatchObject({
      status: 200,
      body: { state: 'revoked' },
    });
    expect((await owner.delete(`/api/v1/invitations/${replaced.id}`)).status).toBe(200);
    await gone(fourth, /withdrawn/);
    expect(await owner.post(`/api/v1/invitations/${replaced.id}/resend`, undefined)).toMatchObject({
      status: 409,
    });
  });

  it('is not guessed: a false one of any form opens nothing', async () => {
    const email = someone();
    await invite(email);
    const token = await tokenFor(email);
    const reset = await api.token('invitation', email);
    const [id, until] = reset.split('.');
    const faults = [
      'x',
      `${id}.${until}.`,
      `${id}.${until}.${'A'.repeat(43)}`,
      token.slice(0, -1),
      token.toUpperCase(),
      `${randomUUID()}.${token.split('.').slice(1).join('.')}`,
      `${token}'--`,
    ];
    for (const fault of faults) await gone(fault, /not complete/);
    expect((await open(new Browser(api), token)).status).toBe(200);
  });
});

describe('the role of an invitation', () => {
  it('reaches no further than its inviter’s', async () => {
    const [admin, member] = [await studio.person('admin'), await studio.person('member')];
    expect((await invite(someone(), 'owner', admin)).status).toBe(403);
    expect((await invite(someone(), 'member', member)).status).toBe(403);
    expect((await invite(someone(), 'admin', await studio.key())).status).toBe(403);
    const { id } = (await invite(someone(), 'admin', admin)).body;
    const change = (by: ApiClient, which: string, role: string) =>
      by.patch(`/api/v1/invitations/${which}`, { role });
    expect((await change(admin, id, 'owner')).status).toBe(403);
    expect((await change(admin, id, 'member')).status).toBe(200);
    expect((await change(owner, id, 'owner')).status).toBe(200);
    for (const attempt of [
      () => change(admin, id, 'member'),
      () => admin.post(`/api/v1/invitations/${id}/resend`, undefined),
      () => admin.delete(`/api/v1/invitations/${id}`),
    ])
      expect((await attempt()).status).toBe(403);
  });

  it('ends with the right of the inviter to grant it', async () => {
    const [first, second] = [await studio.person('owner'), await studio.person('admin')];
    const emails = { owner: someone(), member: someone(), admin: someone() };
    await invite(emails.owner, 'owner', first);
    await invite(emails.member, 'member', first);
    await invite(emails.admin, 'admin', second);
    const openFor = async () =>
      (await owner.get<{ items: invitations.Invitation[] }>('/api/v1/invitations')).body.items.map(
        ({ email }) => email,
      );
    await owner.patch(`/api/v1/members/${first.memberId}`, { role: 'admin' });
    expect(await openFor()).toEqual([emails.admin, emails.member]);
    await owner.patch(`/api/v1/members/${first.memberId}`, { role: 'member' });
    expect(await openFor()).toEqual([emails.admin]);
    await owner.delete(`/api/v1/members/${second.memberId}`);
    expect(await openFor()).toEqual([]);
    const answer = await accept(new Browser(api), await tokenFor(emails.admin), mine);
    expect(answer).toMatchObject({ status: 410, body: { detail: expect.stringContaining('withdrawn') } });
  });

  it('is the studio’s own to change', async () => {
    const { id } = (await invite(someone())).body;
    const stranger = await (await api.studio('Other')).person('owner');
    for (const answer of [
      await stranger.patch(`/api/v1/invitations/${id}`, { role: 'admin' }),
      await stranger.delete(`/api/v1/invitations/${id}`),
      await stranger.post(`/api/v1/invitations/${id}/resend`, undefined),
    ])
      expect(answer.status).toBe(404);
  });
});

it('mails one address so often and no more, and says when the next may leave', async () => {
  const email = someone();
  const { id } = (await invite(email)).body;
  const browser = new Browser(api);
  await browser.signIn(owner.email, PASSWORD);
  const resend = () => browser.send('POST', `/api/v1/invitations/${id}/resend`);
  for (const _time of [2, 3, 4]) expect((await resend()).status).toBe(200);
  for (const answer of [
    await resend(),
    await browser.post('/api/v1/invitations', { email, role: 'member' }),
  ]) {
    expect(answer).toMatchObject({ status: 429, body: { code: 'rate.limited' } });
    expect(Number(answer.retryAfter)).toBeGreaterThan(30);
  }
});
