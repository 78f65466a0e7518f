import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { clients, mailReports, messages, suppressions, vendors } from '@cueline/contracts';
import { returnTag, unsubscribeToken } from '@cueline/database';
import {
  feedbackReport,
  plainBounce,
  statusReport,
} from '../../libs/email/src/message/reports/samples.fixture.js';
import type { ApiClient } from '@cueline/testkit/api-client';
import { TestApi, type TestTenant } from '@cueline/testkit/test-api';

const PATH = '/api/v1/suppressions';
const CUELINE_SECRET = randomBytes(32).toString('hex');
type Page = { items: suppressions.SuppressionView[] };

let api: TestApi;
let studio: TestTenant;
let owner: ApiClient;

beforeAll(async () => {
  api = await TestApi.open({ CUELINE_SECRET });
});
afterAll(() => api.close());
beforeEach(async () => {
  studio = await api.studio('Sunday');
  owner = await studio.person('owner');
});

const newClient = async (body: object) => (await owner.post<clients.Client>('/api/v1/clients', body)).body;
const clientNow = async (id: string) => (await owner.get<clients.Client>(`/api/v1/clients/${id}`)).body;
const listed = async (query = '') => (await owner.get<Page>(`${PATH}?${query}`)).body.items;
const events = () =>
  api.rows<{ subject_id: string }>(
    `SELECT subject_id::text FROM events WHERE studio_id = $1 AND type = 'client.unsubscribed' ORDER BY subject_id`,
    studio.id,
  );

/** A marketing mail that has left. @returns the address of its unsubscribe page */
async function mailed(address: string, clientId: string | null = null): Promise<string> {
  const key = randomBytes(32).toString('hex');
  await api.rows(
    `INSERT INTO sends (id, studio_id, key, purpose, brand_id, client_id, category, to_address, state, message_id, sent_at)
     VALUES (gen_random_uuid(), $1, $2, 'step', $3, $4, 'marketing', $5, 'sent', $2, now())`,
    studio.id,
    key,
    studio.brandId,
    clientId,
    address,
  );
  return `${api.urls.api}/unsubscribe/${unsubscribeToken(CUELINE_SECRET, { studioId: studio.id, sendKey: key })}`;
}
const oneClick = (url: string, headers: Record<string, string> = {}) =>
  fetch(url, { method: 'POST', headers, body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) });
const button = (html: string) =>
  /<form method="post" action="([^"]+)"><button [^>]*>([^<]+)</.exec(html)?.slice(1);

describe('the page of an unsubscribe link', () => {
  it('changes nothing for a scanner that opens it, and stays valid', async () => {
    const { id } = await newClient({ firstName: 'Mara', email: 'mara@clients.test' });
    const url = await mailed('mara@clients.test', id);
    for (const method of ['GET', 'HEAD', 'GET', 'HEAD', 'GET', 'HEAD'])
      expect((await fetch(`${url}?utm_source=scan`, { method })).status).toBe(200);
    const page = await fetch(url);
    const html = await page.text();
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(button(html)).toEqual([new URL(url).pathname, 'Unsubscribe']);
    expect(html).not.toMatch(/<script|mara/i);
    expect((await clientNow(id)).marketingOptOutAt).toBeNull();
    expect(await listed()).toEqual([]);
  });

  it('takes one click of a mail program, without a cookie and from any page, once', async () => {
    const { id } = await newClient({ firstName: 'Mara', email: 'Mara@clients.test' });
    const other = await newClient({ firstName: 'Mara’s firm', email: 'mara@clients.test' });
    const url = await mailed('Mara@Clients.test', id);
    expect((await oneClick(url)).status).toBe(200);
    expect((await oneClick(url, { origin: 'https://webmail.example' })).status).toBe(200);
    const form = new FormData();
    form.set('List-Unsubscribe', 'One-Click');
    expect((await fetch(url, { method: 'POST', body: form })).status).toBe(200);
    expect((await fetch(url, { method: 'POST' })).status).toBe(200);
    expect(await listed()).toMatchObject([
      { address: 'mara@clients.test', scope: 'marketing', reason: 'unsubscribed', addedBy: null },
    ]);
    for (const one of [id, other.id])
      expect(await clientNow(one)).toMatchObject({
        marketingOptOutAt: expect.any(String),
        suppressed: { scope: 'marketing', reason: 'unsubscribed' },
      });
    expect((await events()).map(({ subject_id }) => subject_id)).toEqual([id, other.id].sort());
  });

  it('takes it back, but not what the studio said', async () => {
    const { id } = await newClient({ firstName: 'Mara', email: 'mara@clients.test' });
    const url = await mailed('mara@clients.test', id);
    const done = await (await oneClick(url)).text();
    const [undo, label] = button(done)!;
    expect([undo, label]).toEqual([`${new URL(url).pathname}/undo`, 'Undo']);
    expect((await fetch(new URL(undo!, url), { method: 'POST' })).status).toBe(200);
    expect((await clientNow(id)).marketingOptOutAt).toBeNull();
    expect(await listed()).toEqual([]);
    expect(await listed('removed=true')).toMatchObject([{ reason: 'unsubscribed', removedBy: null }]);
    await owner.patch(`/api/v1/clients/${id}`, { marketingOptOut: true });
    await fetch(new URL(undo!, url), { method: 'POST' });
    expect((await clientNow(id)).marketingOptOutAt).not.toBeNull();
  });

  it('speaks the reader’s language', async () => {
    const { id } = await newClient({ firstName: 'Mara', email: 'mara@clients.test', locale: 'de-AT' });
    const html = await (await fetch(await mailed('mara@clients.test', id))).text();
    expect(html).toContain('<html lang="de-AT">');
    expect(button(html)?.[1]).toBe('Abbestellen');
  });

  it('knows no link that was changed, and lets nobody try many', async () => {
    const url = await mailed('mara@clients.test');
    const wrong = `${url.slice(0, -3)}AAA`;
    const answers = [];
    for (let i = 0; i < 45; i++) answers.push((await fetch(wrong, { method: 'POST' })).status);
    expect(answers[0]).toBe(404);
    expect(answers.at(-1)).toBe(429);
    expect((await oneClick(url)).status).toBe(200);
  });
});

describe('the Don’t-email list', () => {
  it('has who added an address and who removed it, and is found by it', async () => {
    const person = await studio.person('member');
    const { id } = await newClient({ firstName: 'Mara', lastName: 'Berg', email: 'mara@clients.test' });
    const body = { address: 'Mara@Clients.test', note: 'Asked by phone' };
    const { status, body: entry } = await person.post<suppressions.SuppressionView>(PATH, body);
    expect([status, entry]).toMatchObject([
      201,
      {
        address: 'mara@clients.test',
        scope: 'all',
        reason: 'manual',
        note: 'Asked by phone',
        addedBy: expect.any(String),
        clientId: id,
        clientName: 'Mara Berg',
      },
    ]);
    expect((await clientNow(id)).suppressed).toMatchObject({ scope: 'all', reason: 'manual' });
    expect((await person.post(PATH, body)).body).toMatchObject({ id: entry.id });
    await person.post(PATH, { address: 'jo@clients.test', scope: 'marketing' });
    expect((await listed('search=MARA@')).map(({ address }) => address)).toEqual(['mara@clients.test']);
    expect((await listed('reason=bounced')).length).toBe(0);
    for (let i = 0; i < 2; i++)
      expect(await owner.post(`${PATH}/${entry.id}/remove`, {})).toMatchObject({
        status: 200,
        body: { removedBy: expect.any(String), removedAt: expect.any(String) },
      });
    expect((await listed()).map(({ address }) => address)).toEqual(['jo@clients.test']);
    expect(await clientNow(id)).toMatchObject({ suppressed: null, marketingOptOutAt: null });
  });

  it('warns before an address is removed whose reader reported spam', async () => {
    await api.rows(
      `INSERT INTO suppressions (id, studio_id, address, scope, reason) VALUES (gen_random_uuid(), $1, 'mara@clients.test', 'marketing', 'complained')`,
      studio.id,
    );
    const [entry] = await listed();
    const remove = (body: object) => owner.post(`${PATH}/${entry!.id}/remove`, body);
    expect(await remove({})).toMatchObject({ status: 409, body: { code: 'suppression.complained' } });
    expect(await remove({ acknowledgeComplaint: true })).toMatchObject({ status: 200 });
  });

  it('is one with what a client’s record says', async () => {
    const { id } = await newClient({ firstName: 'Mara', email: 'mara@clients.test' });
    const say = (marketingOptOut: boolean) =>
      owner.patch<clients.Client>(`/api/v1/clients/${id}`, { marketingOptOut });
    await say(true);
    expect(await listed()).toMatchObject([
      { address: 'mara@clients.test', scope: 'marketing', reason: 'manual' },
    ]);
    expect(await events()).toHaveLength(1);
    expect((await say(false)).body).toMatchObject({ marketingOptOutAt: null, suppressed: null });
    expect(await listed()).toEqual([]);
    await owner.post(PATH, { address: 'mara@clients.test' });
    expect((await clientNow(id)).marketingOptOutAt).not.toBeNull();
    expect(await say(false)).toMatchObject({ status: 409, body: { code: 'suppression.listed' } });
  });

  it('is seen at vendors and staff, and is nobody else’s', async () => {
    const vendor = await owner.post<vendors.Vendor>('/api/v1/vendors', {
      name: 'Flora',
      email: 'flora@vendors.test',
    });
    const { body: entry } = await owner.post<suppressions.SuppressionView>(PATH, {
      address: 'flora@vendors.test',
    });
    expect((await owner.get(`/api/v1/vendors/${vendor.body.id}`)).body).toMatchObject({
      suppressed: { scope: 'all', reason: 'manual' },
    });
    const stranger = await (await api.studio('Monday')).person('owner');
    expect((await stranger.get<Page>(PATH)).body.items).toEqual([]);
    expect((await stranger.post(`${PATH}/${entry.id}/remove`, {})).status).toBe(404);
    const reader = await studio.key('records:read');
    expect((await reader.post(PATH, { address: 'a@b.test' })).status).toBe(403);
    for (const body of [{}, { address: 'no address' }, { address: 'a@b.test', scope: 'some' }])
      expect((await owner.post(PATH, body)).status).toBe(422);
  });
});

describe('a report of a mail server', () => {
  const report = async (source: string) =>
    (await studio.key('mail:report')).post<mailReports.MailReportAnswer>('/api/v1/mail-reports', { source });
  /** A mail that has left, with its message. @returns its Message-ID */
  async function sent(address: string): Promise<string> {
    const key = randomBytes(32).toString('hex');
    const messageId = `<${key.slice(0, 40)}@mail.test>`;
    await api.rows(
      `WITH send AS (
         INSERT INTO sends (id, studio_id, key, purpose, brand_id, category, to_address, state, message_id, handed_over_at, sent_at)
         VALUES (gen_random_uuid(), $1, $2, 'step', $3, 'transactional', $4, 'sent', $5, now(), now()) RETURNING id)
       INSERT INTO messages (id, studio_id, brand_id, direction, send_id, message_id, from_address, to_addresses, subject, text, html, occurred_at)
       SELECT gen_random_uuid(), $1, $3, 'outgoing', id, $5, 'a@mail.test', ARRAY[$4], 'Hello', '', '', now() FROM send`,
      studio.id,
      key,
      studio.brandId,
      address,
      messageId,
    );
    return messageId;
  }

  it('marks the mail and its address once, and is an event', async () => {
    await newClient({ firstName: 'Mara', email: 'mara@clients.test' });
    const bounce = statusReport({ id: await sent('mara@clients.test') });
    expect(await report(bounce)).toMatchObject({
      status: 200,
      body: { type: 'bounced', matchedBy: 'messageId', isNew: true, suppressed: ['mara@clients.test'] },
    });
    expect((await report(bounce)).body).toMatchObject({ isNew: false, suppressed: [] });
    const { items } = (await owner.get<{ items: messages.MessageView[] }>('/api/v1/messages')).body;
    expect(items).toMatchObject([{ state: 'bounced' }]);
    expect(await listed('reason=bounced')).toMatchObject([
      { scope: 'all', note: expect.stringMatching(/^550 5\.1\.1/) },
    ]);
    const types = await api.rows(
      `SELECT 1 FROM events WHERE studio_id = $1 AND type = 'mail.bounced'`,
      studio.id,
    );
    expect(types).toHaveLength(1);
  });

  it('that names no mail is known by the address that it came back to', async () => {
    const key = (await sent('mara@clients.test')).slice(1, 17);
    await sent('mara@clients.test');
    const tag = returnTag(CUELINE_SECRET, { studioId: studio.id, sendKey: key });
    const nameless = plainBounce('550 5.1.1 unknown user')
      .replace(/^Message-ID: <one@mail\.test>\r\n/m, '')
      .replace('To: studio-sunday@', `To: studio-sunday+${tag}@`);
    expect((await report(nameless)).body).toMatchObject({
      ...{ type: 'bounced', matchedBy: 'returnPath', isNew: true },
      suppressed: ['mara@clients.test'],
    });
    expect(
      (
        await report(
          nameless.replace(
            tag,
            tag.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a')),
          ),
        )
      ).body,
    ).toMatchObject({
      matchedBy: 'recipient',
      suppressed: [],
    });
  });

  it('of a complaint keeps marketing from its reader', async () => {
    const { body } = await report(feedbackReport('abuse', await sent('mara@clients.test')));
    expect(body).toMatchObject({ type: 'complained', isNew: true, suppressed: ['mara@clients.test'] });
    expect(await listed()).toMatchObject([{ scope: 'marketing', reason: 'complained' }]);
  });

  it('takes a request to unsubscribe by mail as one', async () => {
    const token = (await mailed('mara@clients.test')).split('/').at(-1)!;
    const request = `From: mara@clients.test\r\nSubject: unsubscribe ${token}\r\n\r\n`;
    expect((await report(request)).body).toMatchObject({ type: 'unsubscribed', isNew: true });
    expect(await listed()).toMatchObject([{ reason: 'unsubscribed' }]);
  });

  it('changes nothing when it is none, or about no mail of the studio; and only a key that may tells of it', async () => {
    const nothing = { sendIds: [], matchedBy: null, isNew: false, suppressed: [] };
    expect((await report('Subject: Hello\r\n\r\nHello')).body).toEqual({ type: null, ...nothing });
    expect((await report(statusReport())).body).toEqual({ type: 'bounced', ...nothing });
    const reader = await studio.key('records:write');
    expect((await reader.post('/api/v1/mail-reports', { source: 'x' })).status).toBe(403);
  });
});
