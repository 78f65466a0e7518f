import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApi } from '@cueline/testkit/test-api';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.open();
});
afterAll(() => api.close());

async function studioOf() {
  const studio = await api.studio();
  const owner = await studio.person('owner');
  const post = async (path: string, body: object = {}) => {
    const { status, body: answer } = await owner.post<{ id: string }>(`/api/v1/${path}`, body);
    expect([path, status < 300]).toEqual([path, true]);
    return answer.id;
  };
  const clientId = await post('clients', { firstName: 'Alma', email: 'alma@clients.test' });
  const events = () =>
    api.rows<{ type: string; taken_over: boolean | null; year: number }>(
      `SELECT type, taken_over, extract(year FROM occurred_at)::int AS year FROM events WHERE studio_id = $1 ORDER BY seq`,
      studio.id,
    );
  return { studio, owner, post, clientId, events };
}

describe('what is taken over from elsewhere', () => {
  it('is said of each record, and kept with it', async () => {
    const { post, clientId, studio } = await studioOf();
    const booking = {
      clientId,
      title: 'T',
      kind: 'wedding',
      startsAt: '2027-06-12T13:00:00Z',
      endsAt: '2027-06-12T21:00:00Z',
    };
    const said = async (table: string, id: string) =>
      (
        await api.rows<{ taken_over: boolean | null }>(
          `SELECT taken_over FROM ${table} WHERE studio_id = $1 AND id = $2`,
          studio.id,
          id,
        )
      )[0]!.taken_over;
    for (const takenOver of [true, false, undefined]) {
      const expected = takenOver ?? null;
      const invoice = { clientId, number: randomUUID(), currency: 'EUR', totalMinor: 100, takenOver };
      const inquiry = { name: 'Mara', email: 'mara@clients.test', message: 'Hello', takenOver };
      expect(await said('bookings', await post('bookings', { ...booking, takenOver }))).toBe(expected);
      expect(await said('invoices', await post('invoices', invoice))).toBe(expected);
      expect(await said('inquiries', await post('inquiries', inquiry))).toBe(expected);
      expect(await said('tasks', await post('tasks', { title: 'T', takenOver }))).toBe(expected);
      expect(await said('projects', await post('projects', { clientId, name: 'P', takenOver }))).toBe(
        expected,
      );
    }
  });

  it('is dated by when it was, where somebody says so', async () => {
    const { post, clientId, events } = await studioOf();
    await post('inquiries', {
      name: 'Mara',
      email: 'm@clients.test',
      message: 'Hi',
      receivedAt: '2019-03-01T08:00:00Z',
    });
    const id = await post('invoices', {
      clientId,
      number: '2019-1',
      currency: 'EUR',
      totalMinor: 100,
      dueOn: '2019-01-31',
    });
    await post(`invoices/${id}/issue`);
    await post(`invoices/${id}/payments`, {
      amountMinor: 100,
      receivedAt: '2019-02-01T08:00:00Z',
      takenOver: true,
    });
    expect(await events()).toEqual([
      { type: 'inquiry.received', taken_over: null, year: 2019 },
      { type: 'invoice.issued', taken_over: null, year: expect.any(Number) },
      { type: 'payment.received', taken_over: true, year: 2019 },
      { type: 'invoice.paid', taken_over: true, year: 2019 },
    ]);
  });

  it('is said of an event in the way of CloudEvents', async () => {
    const { owner, clientId, events } = await studioOf();
    const event = {
      specversion: '1.0',
      id: '1',
      source: 'forms',
      type: 'form.answered',
      subject: `client/${clientId}`,
      data: { form: 'F', answers: {} },
    };
    expect((await owner.post('/api/v1/events', { ...event, takenover: true })).status).toBeLessThan(300);
    const { status, body } = await owner.post<{ errors: { detail: string }[] }>('/api/v1/events', {
      ...event,
      id: '2',
      takenOver: true,
    });
    expect(status).toBe(422);
    expect(JSON.stringify(body)).toContain('in lower case');
    expect(await events()).toEqual([{ type: 'form.answered', taken_over: true, year: expect.any(Number) }]);
  });
});
