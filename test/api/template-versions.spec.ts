import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { brands, ProblemDocument, templates } from '@cueline/contracts';
import { blankDocument, type BlockDocument } from '@cueline/email/blocks';
import type { ApiClient } from '@cueline/testkit/api-client';
import { TestApi, type TestTenant } from '@cueline/testkit/test-api';

let api: TestApi;
let studio: TestTenant;
let ask: ApiClient;
beforeAll(async () => ({ api, studio, ask } = await TestApi.withStudio()));
afterAll(() => api.close());

const PATH = '/api/v1/templates';
const says = (text: string): BlockDocument => ({
  ...blankDocument(),
  subject: [
    { type: 'text', text: `${text}, ` },
    { type: 'field', field: 'client.firstName' },
  ],
  blocks: [
    { id: 'hello', type: 'heading', level: 1, content: [{ type: 'text', text }] },
    { id: 'sign', type: 'signature' },
  ],
});
const create = async (body: object) => {
  const { status, body: created } = await ask.post<templates.TemplateView>(PATH, body);
  expect(status).toBe(201);
  return created;
};
const change = <T = templates.TemplateView>(id: string, revision: number, body: object) =>
  ask.send<T>('PATCH', `${PATH}/${id}`, body, { 'if-match': `"${revision}"` });
const versions = async (id: string) =>
  (await ask.get<templates.TemplateVersionList>(`${PATH}/${id}/versions`)).body.items;

describe('a template in blocks', () => {
  it('is kept as it is written, is listed by its subject and previewed as the mail', async () => {
    const created = await create({ name: 'See you soon', blocks: says('Hello') });
    expect(created).toMatchObject({ blocks: says('Hello'), html: '', text: null, problems: [], version: 1 });
    const { body } = await ask.get<{ items: templates.TemplateRow[] }>(`${PATH}?search=See you soon`);
    expect(body.items).toMatchObject([
      { subject: 'Hello, {{ client.firstName }}', writtenIn: 'blocks', problems: 0 },
    ]);
    const { body: preview } = await ask.post<templates.TemplatePreview>(`${PATH}/preview`, {
      blocks: says('Hello'),
    });
    expect(preview.subject).toBe('Hello, Mara');
    expect(preview.html).toContain('>Hello</h1>');
    expect(preview.text).toContain('Hello\n');
  });

  it('keeps what its mails carry, in each version, and shows it', async () => {
    const attachments = [{ type: 'calendar' }];
    const { id, revision } = await create({ name: 'With a date', blocks: says('Hello'), attachments });
    const changed = await change(id, revision, { blocks: says('Hello again') });
    expect(changed.body).toMatchObject({ attachments, version: 1 });
    expect((await change(id, changed.body.revision, { attachments: [] })).body.attachments).toEqual([]);
    const { body: copy } = await ask.post<templates.TemplateView>(`${PATH}/${id}/copy`, { name: 'Copy' });
    expect(copy.attachments).toEqual([]);
    const body = { blocks: says('Hello'), attachments };
    const preview = await ask.post<templates.TemplatePreview>(`${PATH}/preview`, body);
    expect(preview.body.attachments).toMatchObject([
      { type: 'calendar', name: 'invite.ics', method: 'REQUEST' },
    ]);
    const unpaid = await ask.post<templates.TemplatePreview>(`${PATH}/preview`, {
      ...body,
      event: 'inquiry.received',
    });
    expect(unpaid.body.attachments).toEqual([]);
  });

  it('is archived and restored without another version, and is offered no more', async () => {
    const { id, revision } = await create({ name: 'Old price list', blocks: says('Prices') });
    const listed = async (archived: boolean) => {
      const { body } = await ask.get<{ items: templates.TemplateRow[] }>(
        `${PATH}?archived=${archived}&limit=200`,
      );
      return body.items.some((row) => row.id === id);
    };
    const archived = await change(id, revision, { archived: true });
    expect(archived.body).toMatchObject({ archivedAt: expect.any(String), version: 1 });
    expect([await listed(false), await listed(true)]).toEqual([false, true]);
    const again = await change(id, archived.body.revision, { archived: false });
    expect(again.body).toMatchObject({ archivedAt: null, version: 1, blocks: says('Prices') });
    expect([await listed(false), await listed(true)]).toEqual([true, false]);
  });

  it('names what is wrong by block, in words', async () => {
    const blocks = {
      ...says('Hello'),
      blocks: [
        {
          id: 'text',
          type: 'text',
          content: [
            { type: 'field', field: 'client.frstName' },
            { type: 'text', text: '!' },
          ],
        },
        {
          id: 'date',
          type: 'text',
          content: [
            { type: 'field', field: 'client.lastName', format: 'date:long' },
            { type: 'text', text: '!' },
          ],
        },
      ],
    };
    const { problems } = await create({ name: 'Mistaken', blocks });
    expect(problems.map(({ code, severity, block }) => [code, severity, block])).toEqual([
      ['unknownField', 'error', { id: 'text', pointer: '/blocks/0/content/0' }],
      ['mayBeEmpty', 'warning', { id: 'date', pointer: '/blocks/1/content/0' }],
      ['formatOfType', 'error', { id: 'date', pointer: '/blocks/1/content/0' }],
    ]);
    expect(problems[0]!.message).toContain('Did you mean "client.firstName"?');
  });

  it.each<[string, object]>([
    ['blocks and source at once', { name: 'x', blocks: blankDocument(), html: '<p>' }],
    ['neither', { name: 'x' }],
    [
      'a block that is none',
      { name: 'x', blocks: { ...blankDocument(), blocks: [{ id: 'a', type: 'html' }] } },
    ],
  ])('is refused: %s', async (_, body) => {
    const { status } = await ask.post<ProblemDocument>(PATH, body);
    expect(status).toBe(422);
  });

  it('goes on in source when it is wanted, and says the same', async () => {
    const { id, revision } = await create({ name: 'To source', blocks: says('Hello') });
    const refused = await change<ProblemDocument>(id, revision, { html: '<p>x</p>' });
    expect(refused.status).toBe(422);
    expect(refused.body.errors![0]!.detail).toContain('written in blocks');
    const { body: source } = await ask.get<templates.TemplateSourceView>(`${PATH}/${id}/source`);
    expect(source).toMatchObject({ subject: 'Hello, {{ client.firstName }}' });
    const { body } = await change(id, revision, { ...source, blocks: null });
    expect(body).toMatchObject({ blocks: null, html: source.html, problems: [] });
  });

  it('warns of a mail that is cut off by its readers', async () => {
    const text = 'A long story. '.repeat(1_400);
    const many = Array.from({ length: 6 }, (_, i) => ({
      id: `t${i}`,
      type: 'text',
      content: [{ type: 'text', text }],
    }));
    const { body } = await ask.post<templates.TemplatePreview>(`${PATH}/preview`, {
      blocks: { ...says('Hello'), blocks: many },
    });
    expect(body.problems).toMatchObject([{ code: 'size', severity: 'warning' }]);
  });

  it('shows the logo and the legal footer of its brand', async () => {
    const owner = await studio.person('owner');
    const style = {
      logoUrl: 'https://studio.example.test/logo.png',
      legalFooter: 'Sunday GmbH\nHof 1, Berlin',
    };
    const patched = await owner.patch<brands.Brand>(`/api/v1/brands/${studio.brandId}`, style);
    expect(patched.body).toMatchObject(style);
    const { body } = await ask.post<templates.TemplatePreview>(`${PATH}/preview`, { blocks: says('Hello') });
    expect(body.html).toContain('<img src="https://studio.example.test/logo.png"');
    expect(body.html).toContain('Sunday GmbH<br>Hof 1, Berlin');
    expect(body.text).toContain('Sunday GmbH\nHof 1, Berlin');
  });
});

describe('the versions of a template', () => {
  it('are written over as long as nobody has used them', async () => {
    const { id, revision } = await create({ name: 'Draft', blocks: says('One') });
    const { body } = await change(id, revision, { blocks: says('Two') });
    expect(body).toMatchObject({ version: 1, blocks: says('Two') });
    expect(await versions(id)).toMatchObject([{ number: 1, isUsed: false, liveRuns: 0 }]);
    const renamed = await change(id, body.revision, { name: 'Renamed' });
    expect(renamed.body).toMatchObject({ version: 1, name: 'Renamed' });
  });

  it('stay where a mail was written by one, can be read and restored', async () => {
    const { id, revision } = await create({ name: 'Used', blocks: says('One') });
    await api.rows('UPDATE template_versions SET used_at = now() WHERE template_id = $1', id);
    const { body } = await change(id, revision, { blocks: says('Two') });
    expect(body.version).toBe(2);
    expect(await versions(id)).toMatchObject([
      { number: 2, isUsed: false, subject: 'Two, {{ client.firstName }}' },
      { number: 1, isUsed: true },
    ]);
    const first = await ask.get<templates.TemplateVersionView>(`${PATH}/${id}/versions/1`);
    expect(first.body.content.blocks).toEqual(says('One'));
    const restored = await ask.send<templates.TemplateView>(
      'POST',
      `${PATH}/${id}/versions/1/restore`,
      {},
      { 'if-match': `"${body.revision}"` },
    );
    expect(restored.body).toMatchObject({ blocks: says('One'), version: 2 });
    expect((await ask.get(`${PATH}/${id}/versions/9`)).status).toBe(404);
  });

  it('are copied to another template, which begins anew', async () => {
    const { id } = await create({ name: 'Origin', blocks: says('One') });
    const { body } = await ask.post<templates.TemplateView>(`${PATH}/${id}/copy`, { name: 'Copy' });
    expect(body).toMatchObject({ name: 'Copy', blocks: says('One'), version: 1 });
    expect(body.id).not.toBe(id);
    const { body: use } = await ask.get<templates.TemplateUse>(`${PATH}/${id}/used-in`);
    expect(use).toEqual({ workflows: [], liveRuns: 0 });
  });
});
