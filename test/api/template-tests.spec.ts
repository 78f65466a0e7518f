import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ProblemDocument, sends, templates } from '@cueline/contracts';
import { unsubscribeToken } from '@cueline/database';
import type { ApiClient } from '@cueline/testkit/api-client';
import { TestApi, type TestTenant } from '@cueline/testkit/test-api';

const CUELINE_SECRET = randomBytes(32).toString('hex');
let api: TestApi;
let studio: TestTenant;
let lena: ApiClient & { readonly email: string };
let template: string;

beforeAll(async () => {
  api = await TestApi.open({ CUELINE_SECRET });
});
afterAll(() => api.close());
beforeEach(async () => {
  studio = await api.studio('Sunday');
  lena = await studio.person('member');
  template = await written({
    subject: 'Hello {{ client.firstName }}',
    html: '<p>See you at {{ booking.title }}</p>',
  });
});

const written = async (content: object) =>
  (await lena.post<{ id: string }>('/api/v1/templates', { name: 'Welcome', ...content })).body.id;
const test = <T = templates.TestMailView>(more: object = {}, by: ApiClient = lena, id = template) =>
  by.post<T>(`/api/v1/templates/${id}/tests`, { id: randomUUID(), ...more });
const sendOf = async (id: string) => (await lena.get<sends.SendDetail>(`/api/v1/sends/${id}`)).body;
const count = async () => (await api.rows('SELECT 1 FROM sends WHERE studio_id = $1', studio.id)).length;

describe('a test of a template', () => {
  it('goes to the one who wrote it, with the details of the client of the preview, and is nobody’s correspondence', async () => {
    const mara = await lena.post<{ id: string }>('/api/v1/clients', {
      firstName: 'Mara',
      email: 'mara@clients.test',
    });
    const { status, body } = await test({ clientId: mara.body.id });
    expect({ status, to: body.to }).toEqual({ status: 200, to: lena.email });
    expect(await sendOf(body.id)).toMatchObject({
      purpose: 'test',
      state: 'queued',
      to: lena.email,
      clientId: null,
      about: null,
      author: 'The member',
      template: 'Welcome',
      subject: '[Test] Hello Mara',
      text: expect.stringContaining('See you at'),
    });
  });

  it('carries the files of the template, and no calendar file, whose entry would stay', async () => {
    const data = Buffer.from('Plan of the day').toString('base64');
    const file = await lena.post<{ id: string }>('/api/v1/files', {
      use: 'attachment',
      name: 'plan.txt',
      data,
    });
    const attachments = [{ type: 'calendar' }, { type: 'file', file: file.body.id }];
    const id = await written({ subject: 'S', html: '<p>x</p>', attachments });
    const { body } = await test({}, lena, id);
    expect(await api.rows('SELECT attachments FROM hand_mails WHERE send_id = $1', body.id)).toEqual([
      { attachments: [{ type: 'file', file: file.body.id }] },
    ]);
  });

  it('is filled in with samples where no client is chosen', async () => {
    expect(await sendOf((await test()).body.id)).toMatchObject({
      subject: '[Test] Hello Mara',
      clientId: null,
    });
  });

  it('goes to another member who is named, and to nobody else', async () => {
    const noah = await studio.person('member', `noah-${randomUUID()}@people.test`);
    expect((await test({ to: noah.email.toUpperCase() })).body.to).toBe(noah.email);
    const stranger = await (await api.studio('Monday')).person('owner');
    for (const to of ['mara@clients.test', stranger.email])
      expect(await test<ProblemDocument>({ to })).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/to', code: 'mail.noMember' }] },
      });
    expect(await test({}, await studio.key('mail:write'))).toMatchObject({ status: 422 });
    expect(await test({ to: lena.email }, await studio.key('mail:write'))).toMatchObject({ status: 200 });
    expect(await test({}, stranger)).toMatchObject({ status: 404 });
    expect(await test({}, await studio.key('automation:write'))).toMatchObject({ status: 403 });
  });

  it('is sent once under its id, also when it is requested twice at the same moment', async () => {
    const id = randomUUID();
    const answers = await Promise.all([test({ id }), test({ id }), test({ id })]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await count()).toBe(1);
  });

  it('of a template with mistakes is refused with each of them', async () => {
    const broken = await written({ subject: '{{ client.firstName', html: '<p>{{ client.fistName }}</p>' });
    const { status, body } = await test<ProblemDocument>({}, lena, broken);
    expect(status).toBe(422);
    expect(body.errors!.map(({ pointer }) => pointer)).toContain('/subject');
    expect(await count()).toBe(0);
  });

  it('of many in a row is refused with the time to wait', async () => {
    const answers = [];
    for (let i = 0; i < 21; i++) answers.push((await test()).status);
    expect(answers.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 200));
    expect(answers.at(-1)).toBe(429);
  });

  it('has an unsubscribe link that changes nothing', async () => {
    const { body } = await test();
    const [row] = await api.rows<{ key: string }>('SELECT key FROM sends WHERE id = $1', body.id);
    const token = unsubscribeToken(CUELINE_SECRET, { studioId: studio.id, sendKey: row!.key });
    const url = `${api.urls.api}/unsubscribe/${token}`;
    for (const method of ['GET', 'POST']) {
      const page = await fetch(url, { method });
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('Here it changes nothing.');
    }
    expect(await api.rows('SELECT 1 FROM suppressions WHERE studio_id = $1', studio.id)).toEqual([]);
  });
});
