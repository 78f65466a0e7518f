import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  bookings,
  clients,
  inquiries,
  projects,
  staff,
  tasks,
  vendors,
  events,
} from '@cueline/contracts';
import { RECORD_CHANGED } from '@cueline/workflows';
import type { ApiClient } from '@cueline/testkit/api-client';
import { TestApi, type TestTenant } from '@cueline/testkit/test-api';

let api: TestApi;
let studio: TestTenant;
let ask: ApiClient;

beforeAll(async () => ({ api, studio, ask } = await TestApi.withStudio()));
afterAll(() => api.close());

const made = async <T>(path: string, body: unknown): Promise<T> => {
  const answer = await ask.post<T>(`/api/v1/${path}`, body);
  expect(answer).toMatchObject({ status: 201 });
  return answer.body;
};
const client = (firstName = 'Mara') => made<clients.Client>('clients', { firstName });
const jo = () =>
  made<staff.StaffMember>('staff', { firstName: 'Jo', lastName: 'Albers', email: 'jo@s.test' });
const booking = async () =>
  made<bookings.Booking>('bookings', {
    clientId: (await client()).id,
    title: 'The day',
    kind: 'wedding',
    startsAt: '2027-06-12T13:00:00Z',
    endsAt: '2027-06-12T21:00:00Z',
  });

/** What happened to a record, in order, but for what no owner can pick. */
const happened = (subjectId: string) =>
  api.rows<{ type: string; data: object }>(
    'SELECT type, data FROM events WHERE studio_id = $1 AND subject_id = $2 AND type <> $3 ORDER BY seq',
    studio.id,
    subjectId,
    RECORD_CHANGED,
  );

describe('vendors and staff', () => {
  it('are made, found by a word, changed and archived', async () => {
    const fern = await made<vendors.Vendor>('vendors', { name: 'Fern & Stem', trade: 'Florist' });
    await made('vendors', { name: 'Gut Sonnenhof', trade: 'Venue' });
    const found = () => ask.get<{ items: vendors.Vendor[] }>('/api/v1/vendors?search=FLOR');
    expect((await found()).body.items).toEqual([fern]);
    const changed = await ask.patch<vendors.Vendor>(`/api/v1/vendors/${fern.id}`, {
      contact: 'Ida',
      archived: true,
    });
    expect(changed.body).toMatchObject({ name: 'Fern & Stem', contact: 'Ida' });
    expect((await found()).body.items).toEqual([]);
    const archived = await ask.get<{ items: vendors.Vendor[] }>('/api/v1/vendors?archived=true');
    expect(archived.body.items).toEqual([changed.body]);
    const again = await ask.patch<vendors.Vendor>(`/api/v1/vendors/${fern.id}`, { archived: true });
    expect(again.body.archivedAt).toBe(changed.body.archivedAt);
  });

  it('come in pages that leave nobody out', async () => {
    const tenant = await api.studio();
    const key = await tenant.key();
    for (const firstName of ['A', 'B', 'C']) await key.post('/api/v1/staff', { firstName });
    type Page = { items: staff.StaffMember[]; nextCursor: string | null };
    const first = (await key.get<Page>('/api/v1/staff?limit=2')).body;
    const second = (await key.get<Page>(`/api/v1/staff?limit=2&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...second.items].map(({ firstName }) => firstName)).toEqual(['C', 'B', 'A']);
    expect(second.nextCursor).toBeNull();
  });
});

describe('clients and inquiries', () => {
  it('keep where a client lives, what they read, and since when they want no marketing', async () => {
    const { id } = await client();
    const path = `/api/v1/clients/${id}`;
    const body = { zone: 'America/New_York', locale: 'en-US', tags: ['vip', 'vip'], marketingOptOut: true };
    const changed = (await ask.patch<clients.Client>(path, body)).body;
    expect(changed).toMatchObject({ zone: 'America/New_York', locale: 'en-US', tags: ['vip'] });
    expect(changed.marketingOptOutAt).not.toBeNull();
    expect((await ask.patch<clients.Client>(path, { phone: '1' })).body.marketingOptOutAt).toBe(
      changed.marketingOptOutAt,
    );
    const back = await ask.patch<clients.Client>(path, { marketingOptOut: false });
    expect(back.body.marketingOptOutAt).toBeNull();
    const happened = await ask.get<{ items: events.EventView[] }>(`/api/v1/events?subjectId=${id}`);
    expect(happened.body.items.map(({ type }) => type)).toEqual(['client.unsubscribed']);
    const byTag = await ask.get<{ items: clients.Client[] }>('/api/v1/clients?tag=vip');
    expect(byTag.body.items.map((one) => one.id)).toEqual([id]);
  });

  it('link an inquiry to the client that came of it', async () => {
    const inquiry = await made<inquiries.Inquiry>('inquiries', {
      name: 'Noor',
      email: 'noor@clients.test',
      message: 'A Saturday in May?',
      eventOn: '2027-05-08',
    });
    const { id: clientId } = await client('Noor');
    const answer = await ask.patch<inquiries.Inquiry>(`/api/v1/inquiries/${inquiry.id}`, {
      status: 'booked',
      clientId,
    });
    expect(answer.body).toEqual({ ...inquiry, status: 'booked', clientId });
    const open = await ask.get<{ items: inquiries.Inquiry[] }>('/api/v1/inquiries?status=open');
    expect(open.body.items).toEqual([]);
  });
});

describe('a project', () => {
  it('says from which stage it came to which, once', async () => {
    const project = await made<projects.Project>('projects', {
      clientId: (await client()).id,
      name: 'Lindqvist wedding',
      dueOn: '2027-07-30',
    });
    expect(project).toMatchObject({ stage: 'lead', dueOn: '2027-07-30', clientName: 'Mara' });
    const path = `/api/v1/projects/${project.id}`;
    const moves = Array.from({ length: 5 }, () => ask.patch(path, { stage: 'editing' }));
    expect((await Promise.all(moves)).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    await ask.patch(path, { name: 'Lindqvist', stage: 'editing', dueOn: null });
    expect(await happened(project.id)).toEqual([
      { type: 'project.stage_changed', data: { from: 'lead', to: 'editing' } },
    ]);
    expect((await ask.get(path)).body).toMatchObject({ name: 'Lindqvist', dueOn: null });
  });

  it('keeps the gallery that is delivered, and says so once', async () => {
    const project = await made<projects.Project>('projects', { clientId: (await client()).id, name: 'P' });
    const deliver = (url: string) =>
      ask.post<projects.Project>(`/api/v1/projects/${project.id}/deliver-gallery`, { url });
    const url = 'https://gallery.example.test/p';
    await deliver(url);
    expect((await deliver(url)).body.galleryUrl).toBe(url);
    expect(await deliver('javascript:alert(1)')).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/url' }] },
    });
    expect(await happened(project.id)).toEqual([{ type: 'gallery.delivered', data: { url } }]);
  });
});

describe('a task', () => {
  it('tells whoever gets it, and nobody twice', async () => {
    const [first, second] = [await jo(), await jo()];
    const task = await made<tasks.Task>('tasks', { title: 'Call the venue', assigneeId: first.id });
    expect(task).toMatchObject({ assigneeName: 'Jo Albers', status: 'open' });
    const path = `/api/v1/tasks/${task.id}`;
    await ask.patch(path, { assigneeId: first.id, notes: 'Ask about the rain' });
    await ask.patch(path, { assigneeId: second.id, dueAt: '2027-05-20T11:00:00+02:00' });
    await ask.patch(path, { assigneeId: null });
    expect((await happened(task.id)).map(({ data }) => data)).toEqual([
      { staffId: first.id },
      { staffId: second.id },
    ]);
    expect((await ask.get(path)).body).toMatchObject({ assigneeId: null, dueAt: '2027-05-20T09:00:00.000Z' });
  });

  it('says whom and what it is about', async () => {
    const client = await made<clients.Client>('clients', { firstName: 'Mara', lastName: 'Lindqvist' });
    const task = await made<tasks.Task>('tasks', { title: 'Call her', clientId: client.id });
    expect(task).toMatchObject({ clientName: 'Mara Lindqvist', bookingTitle: null, assigneeName: null });
  });

  it('is done, dropped and opened again', async () => {
    const { id } = await made<tasks.Task>('tasks', { title: 'T' });
    const open = async () =>
      (await ask.get<{ items: tasks.Task[] }>('/api/v1/tasks?status=open')).body.items.some(
        (task) => task.id === id,
      );
    for (const [verb, status, isOpen] of [
      ['done', 'done', false],
      ['drop', 'dropped', false],
      ['reopen', 'open', true],
    ] as const) {
      expect((await ask.post(`/api/v1/tasks/${id}/${verb}`, {})).body).toMatchObject({ status });
      expect(await open()).toBe(isOpen);
    }
  });
});

describe('a booking', () => {
  it('knows its vendors and its staff, who are assigned once', async () => {
    const { id } = await booking();
    const vendor = await made<vendors.Vendor>('vendors', { name: 'Fern' });
    const { id: staffId } = await jo();
    const [withVendor, withStaff] = [
      `/api/v1/bookings/${id}/vendors/${vendor.id}`,
      `/api/v1/bookings/${id}/staff/${staffId}`,
    ];
    await ask.put(withVendor, { service: 'Flowers' });
    await Promise.all([ask.put(withStaff, { duty: 'Light' }), ask.put(withStaff, { duty: 'Light' })]);
    const put = await ask.put<bookings.BookingDetail>(withVendor, {});
    expect(put.body).toMatchObject({
      vendors: [{ vendorId: vendor.id, name: 'Fern', service: 'Flowers' }],
      staff: [{ staffId, name: 'Jo Albers', duty: 'Light' }],
    });
    expect((await happened(id)).slice(1)).toEqual([
      { type: 'staff.assigned', data: { staffId, duty: 'Light' } },
    ]);
    await ask.delete(withVendor);
    const without = await ask.delete<bookings.BookingDetail>(withStaff);
    expect(without.body).toMatchObject({ id, vendors: [], staff: [] });
  });

  it('is confirmed, moved and cancelled once, however often and at once it is said', async () => {
    const { id } = await booking();
    const times = { startsAt: '2027-06-19T13:00:00Z', endsAt: '2027-06-19T21:00:00Z' };
    for (const [verb, body] of [
      ['confirm', {}],
      ['reschedule', times],
      ['cancel', { reason: 'The venue closed' }],
    ] as const) {
      const calls = [1, 2, 3].map(() => ask.post(`/api/v1/bookings/${id}/${verb}`, body));
      expect((await Promise.all(calls)).map(({ status }) => status)).toEqual([200, 200, 200]);
    }
    expect((await happened(id)).map(({ type }) => type)).toEqual([
      'booking.created',
      'booking.confirmed',
      'booking.rescheduled',
      'booking.cancelled',
    ]);
    expect((await ask.post(`/api/v1/bookings/${id}/confirm`, {})).status).toBe(409);
  });
});
