import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { catcherApi, MailStore } from './index.js';

let folder: string;
let store: MailStore;
let server: ReturnType<typeof catcherApi>;
let base: string;

const mail = (n: number, to = 'mara@example.test') =>
  store.add(
    { from: 'studio@example.test', to: [to] },
    Buffer.from(
      `From: Studio <studio@example.test>\r\nTo: ${to}\r\nSubject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?= ${n}\r\n` +
        `Message-ID: <${n}@example.test>\r\n__proto__: x\r\nContent-Type: text/html\r\n\r\n<p>Hello ${n}</p>\r\n`,
    ),
  );
const get = async (where: string) => {
  const response = await fetch(`${base}/${where}`);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'catcher-'));
  store = new MailStore(folder);
  server = catcherApi(store);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true });
});

describe('the catcher’s HTTP API', () => {
  it('lists the newest first, by page, by recipient and by Message-ID, doubles included', async () => {
    for (const n of [1, 2, 3, 3]) await mail(n);
    await mail(4, 'Jo@example.test');
    expect((await get('messages?limit=2')).body).toMatchObject({
      total: 5,
      items: [{ subject: 'Grüße 4' }, { subject: 'Grüße 3' }],
    });
    expect((await get('messages?limit=2&offset=3')).body).toMatchObject({
      items: [{ subject: 'Grüße 2' }, { subject: 'Grüße 1' }],
    });
    expect((await get('messages?to=JO@example.test')).body).toMatchObject({ total: 1 });
    expect((await get(`messages?messageId=${encodeURIComponent('<3@example.test>')}`)).body).toMatchObject({
      total: 2,
    });
    expect((await get(`messages?messageId=${encodeURIComponent('<9@example.test>')}`)).body).toMatchObject({
      total: 0,
    });
  });

  it('shows one mail, and its source', async () => {
    const { id } = await mail(1);
    expect((await get(`messages/${id}`)).body).toMatchObject({
      subject: 'Grüße 1',
      html: expect.stringContaining('<p>Hello 1</p>'),
      attachments: [],
    });
    expect(await (await fetch(`${base}/messages/${id}/raw`)).text()).toMatch(/^From: Studio/);
    await fetch(`${base}/messages`, { method: 'DELETE' });
    expect((await get(`messages/${id}`)).status).toBe(404);
    expect(new MailStore(folder).list({}).total).toBe(0);
  });

  it.each(['nowhere', 'messages/none', 'messages/..%2f..%2fetc%2fpasswd', 'messages/%ff'])(
    'knows no %s',
    async (where) => expect((await get(where)).status).toBe(404),
  );

  it('shows an operator the list and one mail as pages, whose links can be followed and in which nothing runs', async () => {
    const raw = `From: a@example.test\r\nTo: b@example.test\r\nSubject: <script>1</script>\r\nMessage-ID: <p@example.test>\r\n\r\nOpen https://cueline.test/invitation#token=a.b.c-_ or <img src=x>\r\n`;
    const { id } = await store.add({ from: 'a@example.test', to: ['b@example.test'] }, Buffer.from(raw));
    const page = async (where: string) => {
      const response = await fetch(`${base}/${where}`);
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
      return response.text();
    };
    for (const html of [await page(''), await page('mail'), await page(`mail/${id}`)])
      expect(html).not.toMatch(/<script|<img/);
    expect(await page('')).toContain(`href="/mail/${id}"`);
    expect(await page(`mail/${id}`)).toContain('href="https://cueline.test/invitation#token=a.b.c-_"');
    await mail(7);
    expect(await page(`mail/${store.list({}).items[0]!.id}`)).toContain('srcdoc="&lt;p&gt;Hello 7');
    expect((await fetch(`${base}/mail`, { method: 'DELETE' })).status).toBe(200);
    expect(store.list({}).total).toBe(2);
  });

  it('answers no page that reaches it under a name of its own', async () => {
    const status = await new Promise((resolve) =>
      request(`${base}/messages`, { headers: { host: 'evil.example.test' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).end(),
    );
    expect(status).toBe(403);
  });

  it('opens beside a file that is no mail', async () => {
    await mail(1);
    writeFileSync(path.join(folder, '00000000000001-torn.eml'), '');
    const torn: string[] = [];
    expect(new MailStore(folder, (file) => torn.push(path.basename(file))).list({}).total).toBe(1);
    expect(torn).toEqual(['00000000000001-torn.eml']);
  });
});
