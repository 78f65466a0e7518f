import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { files, ProblemDocument, templates } from '@cueline/contracts';
import { blankDocument } from '@cueline/email/blocks';
import type { ApiClient } from '@cueline/testkit/api-client';
import { TestApi } from '@cueline/testkit/test-api';

let api: TestApi;
let ask: ApiClient;
let others: ApiClient;
beforeAll(async () => ({ api, ask, others } = await TestApi.withTwoStudios()));
afterAll(() => api.close());

/** One brown pixel. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGOoitEDAAJYAQU2V3wRAAAAAElFTkSuQmCC';
const upload = <T = files.FileView>(data: string, by = ask) =>
  by.post<T>('/api/v1/files', { name: 'hill.svg', data });
const served = (id: string) => fetch(`${api.urls.api}/api/v1/files/${id}`);

describe('an image for mails', () => {
  it('is known by its octets, kept once and served to everybody who has its address', async () => {
    const { status, body } = await upload(PIXEL);
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: 'hill.svg', type: 'image/png', width: 1, height: 1 });
    expect((await upload(PIXEL)).body.id).toBe(body.id);
    expect((await upload(PIXEL, others)).body.id).not.toBe(body.id);
    expect(body.url.endsWith(`/api/v1/files/${body.id}`)).toBe(true);
    const answer = await served(body.id);
    expect(Buffer.from(await answer.arrayBuffer()).toString('base64')).toBe(PIXEL);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'cross-origin',
    });
  });

  it('stands in the mails of templates by its public address', async () => {
    const { body: file } = await upload(PIXEL);
    const image = { id: 'hill', type: 'image', source: { file: file.id }, alt: 'A hill' };
    const { body } = await ask.post<templates.TemplatePreview>('/api/v1/templates/preview', {
      blocks: { ...blankDocument(), blocks: [image] },
    });
    expect(body.html).toContain(`<img src="${file.url}" alt="A hill"`);
  });

  it.each<[string, string, string]>([
    [
      'a drawing with scripts',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      'image.svg',
    ],
    ['a page', '<html><script>alert(1)</script>', 'image.unknown'],
    ['a picture that ends early', '\\u0089PNG', 'image.unknown'],
  ])('is refused: %s', async (_, content, code) => {
    const { status, body } = await upload<ProblemDocument>(Buffer.from(content).toString('base64'));
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ pointer: '/data', code }]);
  });

  it('is refused: one that is too large', async () => {
    const large = Buffer.concat([Buffer.from(PIXEL, 'base64'), Buffer.alloc(700_000)]);
    const { status } = await upload(large.toString('base64'));
    expect(status).toBe(422);
  });

  it('has an address that leads nowhere, where there is none', async () => {
    expect((await served('0199c1de-7c00-4000-8000-000000000001')).status).toBe(404);
    expect((await served('..%2f..%2fetc%2fpasswd')).status).toBe(422);
  });
});

describe('a file that mails carry', () => {
  const attach = <T = files.FileView>(content: string | Buffer, name = 'prices.pdf', by = ask) =>
    by.post<T>('/api/v1/files', { name, use: 'attachment', data: Buffer.from(content).toString('base64') });
  const pdf = (octets: number) => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(octets)]);
  const template = (attachments: object[]) =>
    ask.post<templates.TemplateView & ProblemDocument>('/api/v1/templates', {
      ...{ name: 'Prices', subject: 'Prices', html: '<p>Here they are</p>', attachments },
    });

  it('is shown to people of its studio alone, and never inline', async () => {
    const { status, body } = await attach('%PDF-1.7 prices');
    expect([status, body.type, body.width]).toEqual([201, 'application/pdf', null]);
    expect(body.url.endsWith(`/api/v1/files/${body.id}/content`)).toBe(true);
    expect((await served(body.id)).status).toBe(404);
    expect((await served(`${body.id}/content`)).status).toBe(401);
    expect((await others.get(`/api/v1/files/${body.id}/content`)).status).toBe(404);
    expect(await ask.firstBytes(`/api/v1/files/${body.id}/content`)).toMatchObject({
      ...{ status: 200, type: 'application/pdf', body: '%PDF-1.7 prices' },
    });
  });

  it('is carried by templates, and shown in their preview', async () => {
    const { body: file } = await attach('%PDF-1.7 prices');
    const attachments = [{ type: 'file', file: file.id }];
    expect((await template(attachments)).body.attachments).toEqual(attachments);
    const { body } = await ask.post<templates.TemplatePreview>('/api/v1/templates/preview', {
      ...{ subject: 'Prices', html: '<p>Here they are</p>', attachments },
    });
    const { id, name, octets } = file;
    expect(body.attachments).toEqual([
      { type: 'file', file: id, name, mediaType: 'application/pdf', octets },
    ]);
  });

  it('is refused where it is another studio’s, too large, or of a kind that runs', async () => {
    const { body: theirs } = await attach('%PDF-1.7 theirs', 'theirs.pdf', others);
    expect((await template([{ type: 'file', file: theirs.id }])).body.errors).toMatchObject([
      { pointer: '/attachments/0/file', code: 'attachment.missing' },
    ]);
    const large = await attach<ProblemDocument>(pdf(5_000_000));
    expect(large.body.errors).toMatchObject([
      { pointer: '/data', detail: expect.stringContaining('more than 5 MB') },
    ]);
    const macros = await attach<ProblemDocument>('PK\u0003\u0004[Content_Types].xml vbaProject.bin');
    expect(macros.body.errors).toMatchObject([{ pointer: '/data', code: 'attachment.macros' }]);
  });

  it('is counted with the others of its mail', async () => {
    const [one, two] = [await attach(pdf(4_000_000), 'one.pdf'), await attach(pdf(3_500_000), 'two.pdf')];
    const attachments = [one, two].map(({ body }) => ({ type: 'file', file: body.id }));
    expect((await template(attachments)).body.errors).toMatchObject([
      { pointer: '/attachments', code: 'attachment.tooMuch', detail: expect.stringContaining('7.6 MB') },
    ]);
    expect((await template(attachments.slice(0, 1))).status).toBe(201);
  });
});
