import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { account, apiKeys, members, ProblemDocument } from '@cueline/contracts';
import { ApiClient } from '@cueline/testkit/api-client';
import { TestApi, type TestTenant } from '@cueline/testkit/test-api';

jest.setTimeout(60_000);
let api: TestApi;
beforeAll(async () => {
  api = await TestApi.open();
});
afterAll(() => api.close());

type List<T> = { items: T[] };
const membersOf = async (ask: ApiClient) =>
  (await ask.get<List<members.Member>>('/api/v1/members')).body.items;

describe('members', () => {
  it('who are removed are out at once', async () => {
    const studio = await api.studio();
    const [owner, jo] = [await studio.person('owner'), await studio.person('member')];
    const { body: staff } = await owner.post<{ id: string }>('/api/v1/staff', {
      firstName: 'Jo',
      memberId: jo.memberId,
    });
    expect((await jo.get('/api/v1/clients')).status).toBe(200);
    expect((await owner.delete(`/api/v1/members/${jo.memberId}`)).status).toBe(200);
    expect((await jo.get('/api/v1/clients')).status).toBe(403);
    expect((await owner.get(`/api/v1/staff/${staff.id}`)).body).toMatchObject({ memberId: null });
    expect((await membersOf(owner)).map(({ isYou }) => isYou)).toEqual([true]);
  });

  it('choose the language of their screens, each their own', async () => {
    const studio = await api.studio();
    const [jo, bo] = [await studio.person('member'), await studio.person('owner')];
    const languageOf = async (ask: ApiClient) =>
      (await ask.get<account.Me>('/api/v1/me')).body.user?.language;
    expect(await languageOf(jo)).toBeNull();
    expect(await jo.put('/api/v1/me/language', { language: 'de' })).toMatchObject({
      status: 200,
      body: { language: 'de' },
    });
    expect([await languageOf(jo), await languageOf(bo)]).toEqual(['de', null]);
    expect((await jo.put('/api/v1/me/language', { language: 'xx' })).status).toBe(422);
    expect(await languageOf(jo)).toBe('de');
  });

  it('are answered in their language, and programs in the one that they accept', async () => {
    const studio = await api.studio();
    const [jo, bo] = [await studio.person('owner'), await studio.person('owner')];
    const key = await studio.secret('automation:read');
    await jo.put('/api/v1/me/language', { language: 'de' });
    await jo.post('/api/v1/workflows', { name: 'Welcome' });
    const answers = async (ask: ApiClient, accepted?: string) => {
      const headers: Record<string, string> = accepted === undefined ? {} : { 'accept-language': accepted };
      const list = await ask.send<List<{ trigger: string }>>('GET', '/api/v1/workflows', undefined, headers);
      const id = '01890000-0000-7000-8000-000000000000';
      const none = await ask.send<ProblemDocument>('GET', `/api/v1/workflows/${id}`, undefined, headers);
      return [list.body.items[0]!.trigger, none.body.code, none.body.detail];
    };
    const english = [
      'When a booking is created, once for each record',
      'resource.notFound',
      'There is no such workflow.',
    ];
    const german = [
      'Wenn eine Buchung angelegt wird, einmal je Datensatz',
      'resource.notFound',
      'Diesen Ablauf gibt es nicht.',
    ];
    expect(await answers(jo, 'en')).toEqual(german);
    expect(await answers(bo)).toEqual(english);
    expect(await answers(bo, 'fr, de;q=0.9, en;q=0.8')).toEqual(german);
    const program = new ApiClient(api, { authorization: `Bearer ${key}` });
    expect([await answers(program), await answers(program, 'de')]).toEqual([english, german]);
    const answer = await fetch(`${api.urls.api}/api/v1/workflows`, {
      headers: { authorization: `Bearer ${key}`, 'accept-language': 'de-AT' },
    });
    expect(answer.headers.get('content-language')).toBe('de');
    await answer.body?.cancel();
  });

  it('read in their language what is wrong with a field', async () => {
    const jo = await (await api.studio()).person('owner');
    await jo.put('/api/v1/me/language', { language: 'de' });
    const refused = async (path: string, body: object) =>
      (await jo.post<ProblemDocument>(`/api/v1/${path}`, body)).body.errors?.map(({ detail }) => detail);
    expect(await refused('clients', { firstName: 'Mara', email: 'mara' })).toEqual([
      'Das @ fehlt. Gib eine Adresse an wie mara@example.com.',
    ]);
    expect(await refused('clients', { firstName: 7 })).toEqual(['Gib einen Text an, nicht eine Zahl.']);
    expect(await refused('clients', {})).toEqual(['Das fehlt. Gib einen Text an.']);
  });

  it('always have an owner among them', async () => {
    const studio = await api.studio();
    const [first, second] = [await studio.person('owner'), await studio.person('owner')];
    const demote = (by: ApiClient, id: string) => by.patch(`/api/v1/members/${id}`, { role: 'admin' });
    const answers = await Promise.all([demote(first, second.memberId), demote(second, first.memberId)]);
    // Whoever came second was no owner any more, or was the last one.
    expect(answers.map(({ status }) => status).sort()[0]).toBe(200);
    const last = await api.rows<{ id: string }>(
      `SELECT id FROM members WHERE studio_id = $1 AND role = 'owner'`,
      studio.id,
    );
    expect(last).toHaveLength(1);
    const owner = last[0]!.id === first.memberId ? first : second;
    expect((await demote(owner, owner.memberId)).status).toBe(409);
    expect((await owner.delete(`/api/v1/members/${owner.memberId}`)).status).toBe(409);
  });

  it('of lower roles reach no further than their role', async () => {
    const studio = await api.studio();
    const [owner, admin, member] = [
      await studio.person('owner'),
      await studio.person('admin'),
      await studio.person('member'),
    ];
    expect((await member.post('/api/v1/clients', { firstName: 'Mara' })).status).toBe(201);
    for (const path of ['members', 'api-keys'])
      expect((await member.get(`/api/v1/${path}`)).status).toBe(403);
    const raise = { role: 'owner' };
    expect((await admin.patch(`/api/v1/members/${admin.memberId}`, raise)).status).toBe(403);
    expect((await admin.delete(`/api/v1/members/${owner.memberId}`)).status).toBe(403);
    expect((await admin.patch(`/api/v1/members/${owner.memberId}`, { role: 'member' })).status).toBe(403);
    expect((await admin.patch(`/api/v1/members/${member.memberId}`, { role: 'admin' })).status).toBe(200);
    expect((await owner.patch(`/api/v1/members/${member.memberId}`, raise)).status).toBe(200);
  });
});

describe('API keys', () => {
  let studio: TestTenant;
  let owner: ApiClient;
  beforeAll(async () => {
    studio = await api.studio();
    owner = await studio.person('owner');
  });
  const make = async (...scopes: apiKeys.KeyScope[]) => {
    const { body } = await owner.post<apiKeys.MadeApiKey>('/api/v1/api-keys', { name: 'Calendar', scopes });
    return { ...body, ask: new ApiClient(api, { authorization: `Bearer ${body.key}` }) };
  };
  const listed = async (id: string) =>
    (await owner.get<List<apiKeys.ApiKey>>('/api/v1/api-keys')).body.items.find((key) => key.id === id)!;

  it('are shown once, open what their scopes say, and tell when they were last used', async () => {
    const { ask, key, id, prefix } = await make('records:read');
    expect(key.startsWith(prefix)).toBe(true);
    expect(await listed(id)).toMatchObject({ name: 'Calendar', scopes: ['records:read'], lastUsedAt: null });
    expect(JSON.stringify(await owner.get('/api/v1/api-keys'))).not.toContain(key);
    expect(await api.rows(`SELECT 1 FROM api_keys k WHERE k::text LIKE '%' || $1 || '%'`, key)).toEqual([]);
    expect((await ask.get('/api/v1/clients')).status).toBe(200);
    expect((await ask.post('/api/v1/clients', { firstName: 'Mara' })).status).toBe(403);
    expect((await listed(id)).lastUsedAt).not.toBeNull();
  });

  it('that are revoked open nothing from that moment on', async () => {
    const { ask, id } = await make('records:read');
    expect((await ask.get('/api/v1/clients')).status).toBe(200);
    const revoked = await owner.delete<apiKeys.ApiKey>(`/api/v1/api-keys/${id}`);
    expect((await ask.get('/api/v1/clients')).status).toBe(401);
    expect((await owner.delete<apiKeys.ApiKey>(`/api/v1/api-keys/${id}`)).body).toEqual(revoked.body);
    expect((await listed(id)).revokedAt).toBe(revoked.body.revokedAt);
  });

  it('make no keys and no members, whatever they may', async () => {
    const { ask } = await make('records:read', 'records:write', 'automation:write');
    expect((await ask.get('/api/v1/members')).status).toBe(403);
    expect((await ask.post('/api/v1/api-keys', { name: 'x', scopes: ['records:read'] })).status).toBe(403);
    const answer = await owner.post('/api/v1/api-keys', { name: 'x', scopes: ['studio:manage'] });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/scopes/0' }] } });
  });
});
