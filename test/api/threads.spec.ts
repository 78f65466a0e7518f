import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { threads } from '@cueline/contracts';
import type { ApiClient } from '@cueline/testkit/api-client';
import { TestApi, type TestTenant } from '@cueline/testkit/test-api';

const PATH = '/api/v1/threads';
let api: TestApi;
let studio: TestTenant;
let lena: ApiClient;
let mara: string;
beforeAll(async () => {
  api = await TestApi.open();
  studio = await api.studio('Sunday');
  lena = await studio.person('member');
  const client = { firstName: 'Mara', lastName: 'Lindqvist', email: 'mara@clients.test' };
  mara = (await lena.post<{ id: string }>('/api/v1/clients', client)).body.id;
});
afterAll(() => api.close());

interface Arrived {
  readonly subject: string;
  readonly text: string;
  readonly question?: object;
}

/** A mail that came in, as it is filed. @returns its thread and itself */
async function arrived({ subject, text, question }: Arrived): Promise<[thread: string, message: string]> {
  const [thread, message] = [randomUUID(), randomUUID()];
  await api.rows(
    `INSERT INTO threads (id, studio_id, brand_id, subject, base_subject, started_at, last_at, last_in_at, message_count, unread_count, question)
     VALUES ($1, $2, $3, $4, $4, now(), now(), now(), 1, 1, $5)`,
    thread,
    studio.id,
    studio.brandId,
    subject,
    question && JSON.stringify(question),
  );
  await api.rows(
    `WITH m AS (INSERT INTO messages (id, studio_id, brand_id, thread_id, direction, kind, message_id, from_address, to_addresses, subject, text, reply_text, html, occurred_at)
       VALUES ($1, $2, $3, $4, 'incoming', 'human', '<m@clients.test>', 'elis@clients.test', '{}', $5, $6, $6, '', now()) RETURNING id),
     p AS (INSERT INTO message_people (studio_id, message_id, role, n, name, address, key)
       SELECT $2, id, 'from', 0, 'Elis', 'elis@clients.test', 'elis@clients.test' FROM m)
     INSERT INTO message_search (studio_id, message_id, at, people, files, words) SELECT $2, id, now(), 'elis', '', to_tsvector('simple', lower($6)) FROM m`,
    message,
    studio.id,
    studio.brandId,
    thread,
    subject,
    text,
  );
  return [thread, message];
}
const listed = async (query: string) =>
  (await lena.get<{ items: threads.Thread[] }>(`${PATH}?${query}`)).body.items.map(({ id }) => id);
const one = async (id: string) => (await lena.get<threads.ThreadDetail>(`${PATH}/${id}`)).body;

describe('conversations', () => {
  it('are listed with who wrote, found by a word that is begun, and read in full', async () => {
    const [thread] = await arrived({ subject: 'The barn', text: 'Light in the barn at noon' });
    expect(await listed('box=inbox')).toContain(thread);
    expect(await listed('search=noo')).toEqual([thread]);
    expect(await listed('search=evening')).toEqual([]);
    expect(await listed('box=sent')).not.toContain(thread);
    expect(await one(thread)).toMatchObject({
      subject: 'The barn',
      people: [{ name: 'Elis', address: 'elis@clients.test' }],
      unread: 1,
      needsAnswer: true,
      items: [{ kind: 'human', from: [{ name: 'Elis' }], text: 'Light in the barn at noon' }],
    });
    expect((await lena.get<threads.ThreadCounts>(`${PATH}/counts`)).body).toMatchObject({ unread: 1 });
  });

  it('belong to whom a person says, and not to whom a person says not', async () => {
    const candidates = [{ type: 'client', id: mara }];
    const [thread] = await arrived({ subject: 'Who', text: 'Hi', question: { about: 'who', candidates } });
    expect((await one(thread)).question?.candidates).toEqual([
      { type: 'client', id: mara, label: 'Mara Lindqvist' },
    ]);
    expect(await listed('box=unlinked')).toEqual([thread]);
    await lena.post(`${PATH}/${thread}/question`, { record: candidates[0] });
    expect(await one(thread)).toMatchObject({
      question: null,
      links: [{ type: 'client', id: mara, label: 'Mara Lindqvist', source: 'hand', state: 'on' }],
    });
    expect(await listed(`box=all&recordId=${mara}`)).toEqual([thread]);
    await lena.delete(`${PATH}/${thread}/links/${mara}`);
    expect((await one(thread)).links).toEqual([]);
    expect(await listed(`box=all&recordId=${mara}`)).toEqual([]);
  });

  it('are answered to who wrote, with what is answered below', async () => {
    const [thread, message] = await arrived({ subject: 'Re: 13:30', text: 'Can we?\nPlease' });
    await lena.post(`${PATH}/${thread}/links`, { record: { type: 'client', id: mara } });
    const { body } = await lena.get<threads.AnswerStart>(`/api/v1/messages/${message}/answer?kind=reply`);
    expect(body).toMatchObject({
      to: [{ name: 'Elis', address: 'elis@clients.test' }],
      subject: 'Re: 13:30',
      about: { type: 'client', id: mara },
    });
    expect(body.quoted).toMatch(/Elis.*:\n> Can we\?\n> Please$/);
    const forwarded = await lena.get<threads.AnswerStart>(`/api/v1/messages/${message}/answer?kind=forward`);
    expect(forwarded.body).toMatchObject({ to: [], subject: 'Fwd: 13:30' });
  });

  it('are merged and split by a person, and keep their records', async () => {
    const [older, first] = await arrived({ subject: 'The day', text: 'Which vans fit' });
    const [newer, second] = await arrived({ subject: 'Vans', text: 'Four of them' });
    await lena.post(`${PATH}/${newer}/links`, { record: { type: 'client', id: mara } });
    expect((await lena.post(`${PATH}/${older}/merge`, { into: older })).status).toBe(422);
    expect(
      (await lena.post<threads.ThreadDetail>(`${PATH}/${newer}/merge`, { into: older })).body,
    ).toMatchObject({
      id: older,
      messages: 2,
      items: [{ id: first }, { id: second }],
      links: [{ id: mara, source: 'hand' }],
    });
    expect((await one(newer)).mergedInto).toBe(older);
    expect(await listed('box=all&search=four')).toEqual([older]);
    expect((await lena.post(`${PATH}/${older}/split`, { messageId: first })).body).toMatchObject({
      errors: [{ pointer: '/messageId', code: 'thread.firstMessage' }],
    });
    const { body: split } = await lena.post<threads.ThreadDetail>(`${PATH}/${older}/split`, {
      messageId: second,
    });
    expect(split).toMatchObject({
      subject: 'Vans',
      messages: 1,
      items: [{ id: second }],
      links: [{ id: mara }],
      related: { id: older },
    });
    expect(await one(older)).toMatchObject({ messages: 1, items: [{ id: first }] });
  });

  it('have their emails with the record, as long as nobody says that they are not its', async () => {
    const [thread, message] = await arrived({ subject: 'Flowers', text: 'Peonies' });
    const ofMara = async () =>
      (await lena.get<{ items: { id: string }[] }>(`/api/v1/messages?recordId=${mara}`)).body.items.map(
        ({ id }) => id,
      );
    expect(await ofMara()).not.toContain(message);
    await lena.post(`${PATH}/${thread}/links`, { record: { type: 'client', id: mara } });
    expect(await ofMara()).toContain(message);
    await lena.delete(`${PATH}/${thread}/links/${mara}`);
    expect(await ofMara()).not.toContain(message);
  });

  it('give the files of an email, and the email as it came, for saving', async () => {
    const [, message] = await arrived({ subject: 'Plan', text: 'See below' });
    const mailbox = randomUUID();
    const mail = [
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x',
      '',
      'See below',
      '--x',
      'Content-Type: text/html; name=plan.html',
      'Content-Disposition: attachment; filename=plan.html',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from('<script>alert(1)</script>').toString('base64'),
      '--x--',
    ].join('\r\n');
    await api.rows(
      `INSERT INTO mailboxes (id, studio_id, brand_id, address, host, port, security, auth, username, state)
       VALUES ($1, $2, $3, 'hello@studio.test', 'imap.studio.test', 993, 'tls', 'password', 'hello', 'paused')`,
      ...[mailbox, studio.id, studio.brandId],
    );
    await api.rows(
      `WITH i AS (INSERT INTO intake (studio_id, mailbox_id, sha256, header_sha256, content, is_news, state) VALUES ($1, $2, 'a', 'a', $3, true, 'parsed')),
       p AS (INSERT INTO message_parts (studio_id, message_id, number, file_name, type, size, kind) VALUES ($1, $4, '2', 'plan.html', 'text/html', 25, 'file'))
       UPDATE messages SET mailbox_id = $2, sha256 = 'a' WHERE studio_id = $1 AND id = $4`,
      ...[studio.id, mailbox, Buffer.from(mail), message],
    );
    const answered = await lena.raw(`/api/v1/messages/${message}/parts/2`);
    expect(answered.body).toBe('<script>alert(1)</script>');
    expect(Object.fromEntries(answered.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': "attachment; filename*=UTF-8''plan.html",
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
    expect((await lena.raw(`/api/v1/messages/${message}/raw`)).body).toBe(mail);
    expect((await lena.get(`/api/v1/messages/${message}/parts/7`)).status).toBe(404);
  });
});
