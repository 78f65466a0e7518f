import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemDocument } from '@cueline/contracts';
import { blankDefinition, kinds } from '@cueline/workflows';
import type { ApiClient } from '@cueline/testkit/api-client';
import { TestApi, type TestTenant } from '@cueline/testkit/test-api';

let api: TestApi;
let studio: TestTenant;
let owner: ApiClient;
beforeAll(async () => {
  api = await TestApi.open();
  studio = await api.studio();
  owner = await studio.person('owner');
});
afterAll(() => api.close());

interface Page {
  readonly items: readonly { readonly id: string; readonly name?: string; readonly title?: string }[];
  readonly nextCursor: string | null;
}

async function whole(path: string, query = 'limit=200'): Promise<Page['items']> {
  const items: Page['items'][number][] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const { status, body }: { status: number; body: Page } = await owner.get<Page>(
      `${path}?${query}${cursor && `&cursor=${cursor}`}`,
    );
    expect(status).toBe(200);
    items.push(...body.items);
    cursor = body.nextCursor;
  }
  return items;
}

const manyTemplates = (count: number) =>
  api.rows(
    `INSERT INTO templates (id, studio_id, name, subject, html, updated_at)
     SELECT gen_random_uuid(), $1, 'T' || to_char(n, 'FM0000'), 'Hello', '<p>{{ client.firstName }}</p>', now() FROM generate_series(1, $2::int) n`,
    studio.id,
    count,
  );
const manyWorkflows = (count: number) =>
  api.rows(
    `INSERT INTO workflows (id, studio_id, name, draft, updated_at)
     SELECT gen_random_uuid(), $1, 'W' || to_char(n, 'FM0000'), $3::jsonb, now() FROM generate_series(1, $2::int) n`,
    studio.id,
    count,
    JSON.stringify(blankDefinition()),
  );

describe('more than five hundred', () => {
  it('templates are all listed, once each, by name, and the last is as good as the first', async () => {
    await manyTemplates(521);
    const listed = await whole('/api/v1/templates', 'limit=100');
    expect(listed).toHaveLength(521);
    expect(new Set(listed.map(({ id }) => id)).size).toBe(521);
    expect(listed.map(({ name }) => name)).toEqual(listed.map(({ name }) => name).sort());
    const { body: workflow } = await owner.post<{ id: string }>('/api/v1/workflows', { name: 'Zed' });
    const step = { ...kinds.sendMail.defaults('mail'), template: listed.at(-1)!.id };
    const path = `/api/v1/workflows/${workflow.id}`;
    const headers = { 'if-match': '"1"' };
    const draft = { definition: { ...blankDefinition(), steps: [step] } };
    expect((await owner.send('PUT', `${path}/draft`, draft, headers)).body).toMatchObject({ problems: [] });
    const published = await owner.send('POST', `${path}/publish`, {}, { 'if-match': '"2"' });
    expect(published).toMatchObject({ status: 200, body: { publishedVersion: 1 } });
    const [row] = (await owner.get<Page>('/api/v1/templates?search=t0521')).body.items;
    expect(row).toMatchObject({ name: 'T0521', usedIn: 1, problems: 0 });
  });

  it('workflows are all listed', async () => {
    const before = (await whole('/api/v1/workflows')).length;
    await manyWorkflows(510);
    expect(await whole('/api/v1/workflows')).toHaveLength(before + 510);
    expect(await whole('/api/v1/workflows', 'limit=7&search=w051')).toHaveLength(1);
    expect((await owner.get<Page>('/api/v1/workflows?state=published&limit=2')).body.items).toHaveLength(1);
  });
});

const lists = [
  'api-keys',
  'approvals?state=waiting',
  'bookings',
  'clients',
  'events',
  'inquiries',
  'invoices',
  'messages',
  'projects',
  'runs',
  'staff',
  'tasks',
  'templates',
  'vendors',
  'workflows',
];
const at = (list: string, cursor: string) =>
  `/api/v1/${list}${list.includes('?') ? '&' : '?'}cursor=${cursor}`;

describe('a cursor', () => {
  it.each(lists)('that %s have never given is refused, and is no last page', async (list) => {
    for (const cursor of [randomUUID(), 'nonsense', '', studio.id]) {
      const { status, body } = await owner.get<ProblemDocument>(at(list, cursor));
      expect([cursor, status, body.errors?.[0]?.pointer]).toEqual([cursor, 422, '/cursor']);
    }
  });

  it('of another studio is refused', async () => {
    const other = await (await api.studio('Other')).key();
    const { body } = await other.post<{ id: string }>('/api/v1/clients', { firstName: 'Nora' });
    expect((await owner.get(at('clients', body.id))).status).toBe(422);
  });

  it('that ends the list gives an empty page', async () => {
    const clients = await whole('/api/v1/clients');
    const { body } = await owner.post<{ id: string }>('/api/v1/clients', { firstName: 'Last' });
    const oldest = clients.at(-1)?.id ?? body.id;
    expect((await owner.get<Page>(at('clients', oldest))).body).toEqual({ items: [], nextCursor: null });
  });
});

describe('a search', () => {
  const names = ['100% Foto', 'a_b Studio', 'back\\slash', 'plain', 'Äther GmbH'];

  it.each([
    ['%', ['100% Foto']],
    ['_', ['a_b Studio']],
    ['\\', ['back\\slash']],
    ['%25', []],
    ['a_b', ['a_b Studio']],
    ['axb', []],
    ['  PLAIN  ', ['plain']],
    ['äther', ['Äther GmbH']],
    ['ÄTHER', ['Äther GmbH']],
    ['%%', []],
    [`' OR 1=1 --`, []],
  ])('for %s finds what says so', async (search, found) => {
    const vendors = await whole('/api/v1/vendors');
    if (vendors.length === 0)
      for (const name of names) expect((await owner.post('/api/v1/vendors', { name })).status).toBe(201);
    const items = await whole('/api/v1/vendors', `search=${encodeURIComponent(search)}`);
    expect(items.map(({ name }) => name)).toEqual(found);
  });

  it.each([
    'bookings',
    'clients',
    'inquiries',
    'invoices',
    'projects',
    'staff',
    'tasks',
    'templates',
    'workflows',
  ])('of %s takes the signs of a pattern as letters', async (list) => {
    for (const sign of ['%', '_', '\\', '%_%'])
      expect(await whole(`/api/v1/${list}`, `search=${encodeURIComponent(sign)}`)).toEqual([]);
  });
});

describe('twenty at once', () => {
  let owner: ApiClient;
  beforeAll(async () => {
    owner = await (await api.studio('Busy')).person('owner');
  });

  const over = { definition: { ...blankDefinition(), steps: [kinds.end.defaults('over')] } };

  /** The path of a workflow whose draft, at revision 2, only ends. */
  async function drafted(name: string): Promise<string> {
    const { body } = await owner.post<{ id: string }>('/api/v1/workflows', { name });
    const path = `/api/v1/workflows/${body.id}`;
    await owner.send('PUT', `${path}/draft`, over, { 'if-match': '"1"' });
    return path;
  }

  it('publish one version', async () => {
    const path = await drafted('Once');
    const publish = () => owner.send<ProblemDocument>('POST', `${path}/publish`, {}, { 'if-match': '"2"' });
    const answers = await Promise.all(Array.from({ length: 20 }, publish));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const others = answers.filter(({ status }) => status !== 200);
    expect(new Set(others.map((one) => one.body.code))).toEqual(new Set(['workflow.unchanged']));
    const versions = await owner.get<{ items: unknown[] }>(`${path}/versions`);
    expect(versions.body.items).toHaveLength(1);
    // Another draft is another version; the same again is none.
    await owner.send('PUT', `${path}/draft`, { definition: blankDefinition() }, { 'if-match': '"2"' });
    await owner.send('PUT', `${path}/draft`, over, { 'if-match': '"3"' });
    const again = await owner.send<ProblemDocument>('POST', `${path}/publish`, {}, { 'if-match': '"4"' });
    expect(again).toMatchObject({ status: 409, body: { code: 'workflow.unchanged' } });
    // Records can be enrolled into what is live.
    const enrolled = await owner.send('POST', `${path}/publish`, { enrol: 'all' }, { 'if-match': '"4"' });
    expect(enrolled).toMatchObject({ status: 200, body: { publishedVersion: 1, enrolled: 0 } });
  });

  it('that pause, resume and archive leave one state, and an archived workflow archived', async () => {
    const path = await drafted('States');
    await owner.send('POST', `${path}/publish`, {}, { 'if-match': '"2"' });
    const verbs = Array.from({ length: 20 }, (_, i) => ['pause', 'resume', 'archive'][i % 3]!);
    const answers = await Promise.all(verbs.map((verb) => owner.post(`${path}/${verb}`, {})));
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    expect((await owner.get<{ state: string }>(path)).body.state).toBe('archived');
  });

  it('draft edits of one revision are one', async () => {
    const { body } = await owner.post<{ id: string }>('/api/v1/workflows', { name: 'Edits' });
    const put = () =>
      owner.send(
        'PUT',
        `/api/v1/workflows/${body.id}/draft`,
        { definition: blankDefinition() },
        { 'if-match': '"1"' },
      );
    const answers = await Promise.all(Array.from({ length: 20 }, put));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(19);
  });
});

describe('what is no JSON', () => {
  it.each([
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain',
    'application/json; charset=latin1',
  ])('%s is refused on every kind of route', async (type) => {
    for (const path of [
      '/api/v1/clients',
      '/api/v1/events',
      '/api/v1/templates/preview',
      '/api/auth/sign-in/email',
    ]) {
      const { status, body } = await owner.send<ProblemDocument>('POST', path, 'firstName=Eve', {
        'content-type': type,
      });
      expect([path, status, body.code]).toEqual([path, 415, 'request.mediaType']);
      expect(body.detail).toContain('Send');
    }
  });
});
