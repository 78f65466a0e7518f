import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ProblemDocument, smtpAccounts } from '@cueline/contracts';
import type { ApiClient } from '@cueline/testkit/api-client';
import { TestApi, type TestTenant } from '@cueline/testkit/test-api';

const PATH = '/api/v1/smtp-accounts';
const PASSWORD = 'correct horse battery staple';
let api: TestApi;
let studio: TestTenant;
let owner: ApiClient;

beforeAll(async () => {
  api = await TestApi.open({ SMTP_ALLOW: 'mail.inside.test' });
});
afterAll(() => api.close());
beforeEach(async () => {
  studio = await api.studio('Sunday');
  owner = await studio.person('owner');
});

const account = {
  address: 'hello@Sunday.test',
  fromName: 'Sunday Studio',
  host: 'SMTP.sunday.test.',
  port: 587,
  security: 'starttls',
  username: 'hello@sunday.test',
  password: PASSWORD,
};
const create = async (more: object = {}) =>
  (await owner.post<smtpAccounts.SmtpAccountView>(PATH, { ...account, ...more })).body;
const change = <T = smtpAccounts.SmtpAccountView>(id: string, revision: number, body: object) =>
  owner.send<T>('PATCH', `${PATH}/${id}`, body, { 'if-match': `"${revision}"` });
const remove = (id: string, revision: number) =>
  owner.send<smtpAccounts.SmtpAccountRemoved>('DELETE', `${PATH}/${id}`, undefined, {
    'if-match': `"${revision}"`,
  });
const senderPath = () => `/api/v1/brands/${studio.brandId}/sender`;

describe('a brand’s own email account', () => {
  it('is kept, unchecked, and its password is in no answer and nowhere in the database', async () => {
    const answer = await owner.post<smtpAccounts.SmtpAccountView>(PATH, account);
    expect(answer).toMatchObject({
      status: 201,
      body: {
        brandId: studio.brandId,
        address: 'hello@sunday.test',
        host: 'smtp.sunday.test',
        hasSecret: true,
        isDefault: false,
        auth: 'password',
        limitPerMinute: null,
        health: {
          state: 'unchecked',
          cause: null,
          reasons: [],
          provenAt: null,
          held: 0,
          late: 0,
          delayed: 0,
        },
        revision: 1,
      },
    });
    const { id } = answer.body;
    await change(id, 1, { fromName: 'Sunday' });
    const answers = [
      answer.body,
      ...(await Promise.all([`${PATH}/${id}`, PATH].map((path) => owner.raw(path)))),
    ];
    expect(JSON.stringify(answers)).not.toContain(PASSWORD);
    const tables = await api.rows<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
    );
    for (const { name } of tables)
      expect(
        await api.rows(`SELECT t::text FROM "${name}" t WHERE t::text LIKE $1`, `%${PASSWORD}%`),
      ).toEqual([]);
  });

  it('is changed by whoever saw its last revision, and is unchecked again when the sign-in is another', async () => {
    const { id } = await create();
    await api.rows(`UPDATE smtp_accounts SET state = 'working', proven_at = now() WHERE id = $1`, id);
    expect(await change(id, 1, { limitPerDay: 500, replyTo: 'team@sunday.test' })).toMatchObject({
      status: 200,
      body: { limitPerDay: 500, replyTo: 'team@sunday.test', revision: 2, health: { state: 'working' } },
    });
    expect(await change<ProblemDocument>(id, 1, { port: 465 })).toMatchObject({
      status: 412,
      body: { code: 'revision.conflict', revision: 2 },
    });
    expect(await change(id, 2, { password: 'another' })).toMatchObject({
      status: 200,
      body: { revision: 3, host: 'smtp.sunday.test', health: { state: 'unchecked', provenAt: null } },
    });
    expect((await owner.patch(`${PATH}/${id}`, { port: 465 })).status).toBe(428);
  });

  it.each([
    ['/host', { host: '127.0.0.1' }],
    ['/host', { host: '::ffff:10.0.0.1' }],
    ['/host', { host: 'localhost' }],
    ['/host', { host: 'https://smtp.sunday.test' }],
    ['/security', { security: 'none' }],
    ['/port', { port: 70_000 }],
    ['/password', { password: 'two\nlines' }],
    ['/username', { username: '' }],
    ['/limitPerMinute', { limitPerMinute: 0 }],
  ])('is refused at %s for %j, and says so', async (pointer, more) => {
    const answer = await owner.post<ProblemDocument>(PATH, { ...account, ...more });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
    expect(JSON.stringify(answer.body)).not.toContain(PASSWORD);
  });

  it('may be a server inside and without encryption where the operator allows that', async () => {
    expect(await create({ host: 'mail.inside.test', port: 25, security: 'none' })).toMatchObject({
      host: 'mail.inside.test',
      security: 'none',
    });
  });

  it('is an owner’s or admin’s to change, and everybody’s to see', async () => {
    const { id } = await create();
    const member = await studio.person('member');
    expect((await member.get(`${PATH}/${id}`)).status).toBe(200);
    expect((await member.post(PATH, account)).status).toBe(403);
    expect((await member.put(senderPath(), { accountId: id })).status).toBe(403);
  });
});

describe('what a brand sends from', () => {
  it('is the platform’s address until an account is chosen, and again when that is removed', async () => {
    const platform = { kind: 'platform', accountId: null, fromName: 'Sunday' };
    expect((await owner.get(senderPath())).body).toMatchObject({
      ...platform,
      address: expect.stringMatching(/^studio-sunday-.*@mail\.cueline\.test$/),
    });
    const first = await create();
    const second = await create({ address: 'team@sunday.test', isDefault: true });
    expect(second.isDefault).toBe(true);
    expect((await owner.put(senderPath(), { accountId: first.id })).body).toMatchObject({
      kind: 'smtp',
      accountId: first.id,
      address: 'hello@sunday.test',
      fromName: 'Sunday Studio',
    });
    const { items } = (await owner.get<{ items: smtpAccounts.SmtpAccountView[] }>(PATH)).body;
    expect(items.map(({ address, isDefault }) => [address, isDefault])).toEqual([
      ['hello@sunday.test', true],
      ['team@sunday.test', false],
    ]);
    expect(await remove(first.id, first.revision)).toMatchObject({
      status: 200,
      body: { released: 0, waiting: 0, from: expect.stringMatching(/^studio-sunday-/) },
    });
    expect((await owner.get(senderPath())).body).toMatchObject(platform);
    expect(await count('credentials')).toBe(await count('smtp_accounts'));
    await owner.put(senderPath(), { accountId: second.id });
    expect((await owner.put(senderPath(), { accountId: null })).body).toMatchObject(platform);
  });

  it('is no account of another studio', async () => {
    const { id } = await create();
    const other = await api.studio('Monday');
    const stranger = await other.person('owner');
    expect((await stranger.get(`${PATH}/${id}`)).status).toBe(404);
    expect(await stranger.put(`/api/v1/brands/${other.brandId}/sender`, { accountId: id })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/accountId' }] },
    });
    expect((await stranger.get(PATH)).body).toEqual({ items: [] });
  });
});

const count = async (table: string) =>
  (await api.rows<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]!.n;
