import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { handMails, timeline } from '@cueline/contracts';
import type { ApiClient } from '@cueline/testkit/api-client';
import { TestApi, type TestTenant } from '@cueline/testkit/test-api';

type Page = { items: timeline.TimelineEntry[]; nextCursor: string | null };

let api: TestApi;
let studio: TestTenant;
let lena: ApiClient;
beforeAll(async () => {
  api = await TestApi.open();
  studio = await api.studio('Sunday');
  lena = await studio.person('member');
});
afterAll(() => api.close());

const made = async (path: string, body: object) => {
  const answer = await lena.post<{ id: string }>(`/api/v1/${path}`, body);
  expect(answer.status).toBeLessThan(300);
  return answer.body.id;
};
const page = async (type: string, id: string, more = '') =>
  (await lena.get<Page>(`/api/v1/timeline?type=${type}&id=${id}${more}`)).body;
const written = ({ items }: Page) =>
  items.map(({ kind, title, person, text }) => [kind, title, person, text]);

/** A client with a booking, and what was written, planned and noted about the two. */
async function records() {
  const mara = await made('clients', { firstName: 'Mara', email: 'mara@clients.test' });
  const day = { startsAt: '2031-06-12T13:00:00Z', endsAt: '2031-06-12T21:00:00Z' };
  const booking = await made('bookings', { clientId: mara, title: 'Garden', kind: 'wedding', ...day });
  await made('notes', { about: { type: 'booking', id: booking }, text: 'No flash in the church' });
  await made('tasks', { clientId: mara, title: 'Call the venue' });
  const letter = (subject: string) => ({
    id: randomUUID(),
    about: { type: 'booking', id: booking },
    to: [{ address: 'mara@clients.test' }],
    content: { subject, html: '<p>Hello</p>' },
    sendAt: '2031-01-01T10:00:00Z',
  });
  const mail = async (subject: string) =>
    (await lena.post<handMails.LetterView>('/api/v1/mails', letter(subject))).body.mails[0]!.id;
  await mail('See you soon');
  await lena.post('/api/v1/sends/skip', { ids: [await mail('Taken back')] });
  return { mara, booking };
}

describe('the time line of a record', () => {
  it('has what happened about it and all that belongs to it, and what is to come apart', async () => {
    const { mara, booking } = await records();
    const person = expect.any(String);
    const ofBooking = [
      ['notSent', 'Taken back', 'Mara', null],
      ['note', '', person, 'No flash in the church'],
    ];
    expect(written(await page('booking', booking))).toEqual(ofBooking);
    expect(written(await page('client', mara))).toEqual([
      ofBooking[0],
      ['task', 'Call the venue', null, null],
      ofBooking[1],
    ]);
    for (const [type, id] of [
      ['booking', booking],
      ['client', mara],
    ]) {
      const { body } = await lena.get<timeline.UnderWay>(`/api/v1/timeline/under-way?type=${type}&id=${id}`);
      expect(body).toMatchObject({ emails: [{ subject: 'See you soon', state: 'queued' }], runs: [] });
    }
  });

  it('comes page after page, each entry once', async () => {
    const { mara } = await records();
    const whole = await page('client', mara);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const next = await page('client', mara, `&limit=1${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      seen.push(...next.items.map(({ key }) => key));
      cursor = next.nextCursor;
    }
    expect(seen).toEqual(whole.items.map(({ key }) => key));
  });

  it('is that of no record of another studio, nor is a note', async () => {
    const { mara } = await records();
    const [note] = (await page('client', mara)).items.filter(({ kind }) => kind === 'note');
    const stranger = await (await api.studio('Monday')).person('owner');
    const statuses = [
      (await stranger.get(`/api/v1/timeline?type=client&id=${mara}`)).status,
      (await stranger.post('/api/v1/notes', { about: { type: 'client', id: mara }, text: 'Mine' })).status,
      (await stranger.delete(`/api/v1/notes/${note!.noteId}`)).status,
    ];
    expect(statuses).toEqual([404, 404, 404]);
    expect((await lena.delete(`/api/v1/notes/${note!.noteId}`)).status).toBe(204);
    expect(written(await page('client', mara)).map(([kind]) => kind)).not.toContain('note');
  });
});
