import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { accounts, apiKeys } from '@cueline/contracts';
import { accountToken } from '@cueline/database';
import { ApiClient } from '@cueline/testkit/api-client';
import { Browser } from '@cueline/testkit/browser';
import { PASSWORD, signIn, TestApi, type TestTenant } from '@cueline/testkit/test-api';

jest.setTimeout(60_000);
const STREAM = '/api/v1/runs/stream';
/** What reaches every process, and every stream, within this time counts as at once. */
const AT_ONCE_MS = 1_000;
let api: TestApi;
let other: { readonly urls: { readonly api: string } };
let studio: TestTenant;
let owner: ApiClient;

beforeAll(async () => {
  api = await TestApi.open();
  other = await api.another();
  studio = await api.studio();
  owner = await studio.person('owner');
});
afterAll(() => api.close());

async function within(milliseconds: number, what: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), milliseconds)));
  const done = await Promise.race([what.then(() => true), late]);
  clearTimeout(timer);
  return done;
}

interface Holder {
  readonly client: ApiClient;
  /** Takes the access away, through the first process. */
  readonly end: () => Promise<unknown>;
  /** How the other process answers from then on. */
  readonly then: number;
}

const person = async () => {
  const made = await studio.person('member', `jo-${randomUUID()}@people.test`);
  return { ...made, client: made as ApiClient };
};
const change = (client: ApiClient, newPassword = 'the next password') =>
  client.post('/api/v1/me/password', { currentPassword: PASSWORD, newPassword });

const holders: Record<string, () => Promise<Holder>> = {
  'a session that signs out': async () => {
    const { client } = await person();
    return { client, end: () => client.post('/api/auth/sign-out', {}), then: 401 };
  },
  'a session that is ended from another': async () => {
    const { client, email } = await person();
    const desk = await signIn(api, email);
    const { items } = (await client.get<{ items: accounts.Session[] }>('/api/v1/me/sessions')).body;
    const { id } = items.find(({ isThis }) => isThis)!;
    return { client, end: () => desk.delete(`/api/v1/me/sessions/${id}`), then: 401 };
  },
  'a session when all others are ended': async () => {
    const { client, email } = await person();
    const desk = await signIn(api, email);
    return { client, end: () => desk.delete('/api/v1/me/sessions'), then: 401 };
  },
  'a session from before a changed password': async () => {
    const { client, email } = await person();
    const desk = await signIn(api, email);
    return { client, end: () => change(desk), then: 401 };
  },
  'a session from before a password that was set anew': async () => {
    const { client, email } = await person();
    await new Browser(api).post('/api/v1/password-resets', { email });
    const body = { token: await api.token('passwordReset', email), password: 'the next password' };
    return { client, end: () => new Browser(api).post('/api/v1/password-resets/use', body), then: 401 };
  },
  'a member who is removed': async () => {
    const { client, memberId } = await person();
    return { client, end: () => owner.delete(`/api/v1/members/${memberId}`), then: 403 };
  },
  'a member who is removed by hand': async () => {
    const { client, memberId } = await person();
    return { client, end: () => api.rows('DELETE FROM members WHERE id = $1', memberId), then: 403 };
  },
  'a key that is revoked': async () => {
    const { key, id } = (
      await owner.post<apiKeys.MadeApiKey>('/api/v1/api-keys', { name: 'Key', scopes: ['automation:read'] })
    ).body;
    const client = new ApiClient(api, { authorization: `Bearer ${key}` });
    return { client, end: () => owner.delete(`/api/v1/api-keys/${id}`), then: 401 };
  },
};

describe('access ends in every process and on every stream at once:', () => {
  it.each(Object.entries(holders))('%s', async (_name, make) => {
    const { client, end, then } = await make();
    const elsewhere = client.at(other);
    // Known to the other process from before, so that whatever it keeps is kept.
    expect((await elsewhere.get('/api/v1/runs')).status).toBe(200);
    const streams = [await client.stream(STREAM), await elsewhere.stream(STREAM)];
    await end();
    const ended = Promise.all(streams.map((stream) => stream.ended)).then(() => undefined);
    expect(await within(AT_ONCE_MS, ended)).toBe(true);
    expect((await elsewhere.get('/api/v1/runs')).status).toBe(then);
    expect((await client.get('/api/v1/runs')).status).toBe(then);
    await expect(elsewhere.stream(STREAM)).rejects.toThrow(String(then));
  });

  it('and nobody else’s', async () => {
    const [{ client }, { client: leaver, memberId }] = [await person(), await person()];
    const stream = await client.stream(STREAM);
    expect((await leaver.get('/api/v1/me')).status).toBe(200);
    await owner.delete(`/api/v1/members/${memberId}`);
    expect(await within(AT_ONCE_MS, stream.ended)).toBe(false);
    stream.close();
  });

  it('a changed role is the role of the next request, and its streams begin anew', async () => {
    const admin = await studio.person('admin', `jo-${randomUUID()}@people.test`);
    const elsewhere = admin.at(other);
    expect((await elsewhere.get('/api/v1/members')).status).toBe(200);
    const stream = await elsewhere.stream(STREAM);
    await owner.patch(`/api/v1/members/${admin.memberId}`, { role: 'member' });
    expect(await within(AT_ONCE_MS, stream.ended)).toBe(true);
    expect((await elsewhere.get('/api/v1/members')).status).toBe(403);
    (await elsewhere.stream(STREAM)).close();
  });
});

describe('the list of sessions', () => {
  it('shows one’s own alone, and no token', async () => {
    const { email, client } = await person();
    const desk = await signIn(api, email);
    const { body } = await desk.get<{ items: accounts.Session[] }>('/api/v1/me/sessions');
    expect(body.items.map(({ isThis }) => isThis)).toEqual([true, false]);
    const tokens = await api.rows<{ token: string }>(
      `SELECT token FROM auth_sessions s JOIN users u ON u.id = s.user_id WHERE u.email = $1`,
      email,
    );
    for (const { token } of tokens) expect(JSON.stringify(body)).not.toContain(token);
    const stranger = await studio.person('owner');
    expect((await stranger.delete(`/api/v1/me/sessions/${body.items[0]!.id}`)).status).toBe(404);
    expect((await client.get('/api/v1/me')).status).toBe(200);
  });
});

describe('a session’s cookie', () => {
  const forged: [string, (token: string, signature: string) => string][] = [
    ['without a signature', (token) => token],
    ['with an empty signature', (token) => `${token}.`],
    ['signed by nobody', (token) => `${token}.${'A'.repeat(43)}=`],
    [
      'of another token',
      (token, signature) => `${token.slice(0, -1)}${token.endsWith('x') ? 'y' : 'x'}.${signature}`,
    ],
    [
      'with a token of ours for a link',
      (token) =>
        `${token}.${accountToken('x'.repeat(40), 'invitation', { id: randomUUID(), expiresAt: new Date() })}`,
    ],
  ];
  it.each(forged)('%s opens nothing', async (_name, forge) => {
    const { email } = await person();
    const browser = new Browser(api);
    await browser.signIn(email, PASSWORD);
    const value = decodeURIComponent(browser.cookies.get('cueline.session_token')!);
    const [token, signature] = [
      value.slice(0, value.lastIndexOf('.')),
      value.slice(value.lastIndexOf('.') + 1),
    ];
    const cookie = `cueline.session_token=${encodeURIComponent(forge(token, signature))}`;
    expect((await new ApiClient(api, { cookie }).get('/api/v1/me')).status).toBe(401);
    expect((await browser.get('/api/v1/me')).status).toBe(200);
  });
});

describe('of the sign-in library', () => {
  it.each([
    ['POST', 'sign-up/email'],
    ['GET', 'get-session'],
    ['POST', 'update-user'],
    ['POST', 'change-email'],
    ['POST', 'change-password'],
    ['POST', 'set-password'],
    ['POST', 'delete-user'],
    ['GET', 'delete-user/callback'],
    ['POST', 'request-password-reset'],
    ['POST', 'reset-password'],
    ['GET', 'reset-password/token'],
    ['POST', 'verify-password'],
    ['GET', 'verify-email'],
    ['POST', 'send-verification-email'],
    ['POST', 'update-session'],
    ['GET', 'list-sessions'],
    ['POST', 'revoke-session'],
    ['POST', 'revoke-sessions'],
    ['POST', 'revoke-other-sessions'],
    ['POST', 'link-social'],
    ['POST', 'unlink-account'],
    ['GET', 'list-accounts'],
    ['POST', 'sign-in/social'],
    ['GET', 'callback/google'],
    ['POST', 'refresh-token'],
    ['POST', 'get-access-token'],
    ['GET', 'account-info'],
    ['GET', 'ok'],
    ['GET', 'error'],
  ])('%s /%s is not open', async (method, path) => {
    const answer = await owner.send(method, `/api/auth/${path}`, method === 'POST' ? {} : undefined);
    expect(answer).toMatchObject({ status: 404, body: { code: 'route.notFound' } });
  });
});
