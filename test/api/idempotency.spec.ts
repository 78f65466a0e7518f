import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { bookings, ProblemDocument } from '@cueline/contracts';
import type { ApiClient } from '@cueline/testkit/api-client';
import { TestApi, type TestTenant } from '@cueline/testkit/test-api';

let api: TestApi;
let studio: TestTenant;
let program: ApiClient;
let clientId: string;

beforeAll(async () => {
  api = await TestApi.open();
});
beforeEach(async () => {
  studio = await api.studio('Sunday');
  program = await studio.key();
  clientId = (await program.post<{ id: string }>('/api/v1/clients', { firstName: 'Mara' })).body.id;
});
afterAll(() => api.close());

const booking = (change: object = {}) => ({
  clientId,
  title: 'Wedding of Mara',
  kind: 'wedding',
  startsAt: '2027-06-12T13:00:00Z',
  endsAt: '2027-06-12T21:00:00Z',
  ...change,
});
const post = <T = bookings.Booking>(body: object, key: string, by = program, path = '/api/v1/bookings') =>
  by.send<T>('POST', path, body, { 'idempotency-key': key });
const written = async () =>
  (
    await api.rows<{ bookings: number; events: number }>(
      `SELECT (SELECT count(*)::int FROM bookings WHERE studio_id = $1) AS bookings,
         (SELECT count(*)::int FROM events WHERE studio_id = $1 AND type = 'booking.created') AS events`,
      studio.id,
    )
  )[0];
const once = { bookings: 1, events: 1 };

describe('a request under an Idempotency-Key', () => {
  it('that is sent again is answered as it was at first, and nothing happens', async () => {
    const first = await post(booking(), 'monday-1');
    expect(first.status).toBe(201);
    expect(await program.patch(`/api/v1/bookings/${first.body.id}`, { title: 'Another' })).toMatchObject({
      status: 200,
    });
    expect(await post(booking(), 'monday-1')).toEqual(first);
    expect(await written()).toEqual(once);
  });

  it('that comes many times at once is carried out once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(booking(), 'many')));
    const ids = answers.flatMap(({ status, body }) => (status === 201 ? [body.id] : []));
    expect(new Set(ids).size).toBe(1);
    expect(answers.filter(({ status }) => status !== 201 && status !== 409)).toEqual([]);
    expect(await written()).toEqual(once);
    expect((await post(booking(), 'many')).body.id).toBe(ids[0]);
  });

  it('is refused when another request had the key, and writes nothing', async () => {
    await post(booking(), 'taken');
    expect(await post<ProblemDocument>(booking({ title: 'Other' }), 'taken')).toMatchObject({
      status: 422,
      body: { code: 'idempotency.otherRequest' },
    });
    expect(await written()).toEqual(once);
  });

  it('that was refused can be fixed and sent under the same key', async () => {
    expect((await post(booking({ endsAt: '2027-06-11T13:00:00Z' }), 'fixed')).status).toBe(422);
    expect((await post(booking({ clientId: studio.id }), 'fixed')).status).toBe(422);
    expect((await post(booking(), 'fixed')).status).toBe(201);
    expect(await written()).toEqual(once);
  });

  it('is not taken for that of another caller with the same key', async () => {
    const other = await studio.key();
    const [mine, theirs] = [await post(booking(), 'common'), await post(booking(), 'common', other)];
    expect(theirs.status).toBe(201);
    expect(theirs.body.id).not.toBe(mine.body.id);
  });

  it('whose answer was lost with the process says that it was carried out, and is not again', async () => {
    await post(booking(), 'lost');
    await api.rows(
      'UPDATE idempotency_keys SET status = NULL, answer = NULL WHERE studio_id = $1',
      studio.id,
    );
    expect(await post<ProblemDocument>(booking(), 'lost')).toMatchObject({
      status: 409,
      body: { code: 'idempotency.unanswered' },
    });
    expect(await written()).toEqual(once);
  });

  it.each(['', 'a b', 'x'.repeat(256), 'é'])('needs a proper key, not %p', async (key) => {
    expect(await post<ProblemDocument>(booking(), key)).toMatchObject({
      status: 422,
      body: { code: 'idempotency.badKey' },
    });
    expect(await written()).toEqual({ bookings: 0, events: 0 });
  });

  it('is carried out once for every kind of record', async () => {
    for (const [path, body] of Object.entries({
      clients: { firstName: 'Ada' },
      vendors: { name: 'Flowers' },
      staff: { firstName: 'Sam' },
      projects: { clientId, name: 'Album' },
      tasks: { title: 'Call' },
      inquiries: { name: 'Ada', email: 'ada@clients.test', message: 'Are you free?' },
      invoices: { clientId, number: 'R-1', totalMinor: 10_000, currency: 'EUR' },
    })) {
      const [first, second] = [
        await post<{ id: string }>(body, `one-${path}`, program, `/api/v1/${path}`),
        await post<{ id: string }>(body, `one-${path}`, program, `/api/v1/${path}`),
      ];
      expect({ path, answer: first }).toMatchObject({ path, answer: { status: 201 } });
      expect(second).toEqual(first);
    }
  });

  it('pays an invoice once', async () => {
    const invoice = { clientId, number: 'R-1', totalMinor: 10_000, currency: 'EUR' };
    const { id } = (await program.post<{ id: string }>('/api/v1/invoices', invoice)).body;
    expect((await program.post(`/api/v1/invoices/${id}/issue`, {})).status).toBe(200);
    const pay = () =>
      post<object>({ amountMinor: 4_000 }, 'paid', program, `/api/v1/invoices/${id}/payments`);
    const first = await pay();
    expect(first.status).toBe(201);
    expect(await pay()).toEqual(first);
    const sum = 'SELECT sum(amount_minor)::int AS paid FROM payments WHERE studio_id = $1';
    expect(await api.rows(sum, studio.id)).toEqual([{ paid: 4_000 }]);
  });

  it('says in its answer whether it is the first', async () => {
    const said = async () => {
      const response = await fetch(`${api.urls.api}/api/v1/vendors`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json', 'idempotency-key': 'notified' },
        body: JSON.stringify({ name: 'Flowers' }),
      });
      return [response.status, response.headers.get('idempotency-replayed')];
    };
    const authorization = `Bearer ${await studio.secret()}`;
    expect(await said()).toEqual([201, null]);
    expect(await said()).toEqual([201, 'true']);
  });
});
