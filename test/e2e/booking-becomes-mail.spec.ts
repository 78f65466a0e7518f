import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { ApiClient, caughtMails } from '@cueline/testkit/api-client';
import { Stack } from '@cueline/testkit/stack';
import { until } from '@cueline/testkit/until';

jest.setTimeout(240_000);

interface WithId {
  readonly id: string;
}
interface Problem {
  readonly status: number;
  readonly code: string;
  readonly errors?: readonly { readonly pointer: string }[];
}

let stack: Stack;
let api: ApiClient;
let database: pg.Pool;

beforeAll(async () => {
  stack = await Stack.start({ ownServers: true });
  api = new ApiClient(stack);
  database = new pg.Pool({ connectionString: stack.urls.database, max: 2 });
  database.on('error', () => undefined);
});
afterAll(async () => {
  await database.end();
  await stack.stop();
});

const one = async <T>(sql: string, ...values: unknown[]): Promise<T> =>
  (await database.query<{ value: T }>(sql, values)).rows[0]!.value;

async function newClient(firstName: string): Promise<string> {
  const { status, body } = await api.post<WithId>('/api/v1/clients', {
    firstName,
    email: `${firstName.toLowerCase()}@clients.test`,
  });
  expect(status).toBe(201);
  return body.id;
}

const bookingOf = (clientId: string, title: string, kind = 'wedding') => ({
  clientId,
  title,
  kind,
  startsAt: '2027-06-12T13:00:00Z',
  endsAt: '2027-06-12T21:00:00Z',
});

const cloudEvent = (id: string, bookingId: string) => ({
  specversion: '1.0',
  id,
  source: 'calendar',
  type: 'booking.confirmed',
  subject: `booking/${bookingId}`,
});

describe('a booking', () => {
  it('becomes one mail with what the record says', async () => {
    const before = (await caughtMails(stack)).total;
    const clientId = await newClient('Alma');
    const named = { 'idempotency-key': 'alma-and-jo' };
    const book = () =>
      api.send<WithId>('POST', '/api/v1/bookings', bookingOf(clientId, 'Wedding of Alma & Jo'), named);
    const booking = await book();
    expect(booking.status).toBe(201);
    await until('the mail is there', async () => (await caughtMails(stack)).total === before + 1);
    const [mail] = (await caughtMails(stack)).items;
    expect(mail).toMatchObject({
      subject: 'Your wedding on 12 June 2027 is in our book',
      to: 'Alma <alma@clients.test>',
    });
    const { text, html } = (await (await fetch(`${stack.urls.catcher}/messages/${mail!.id}`)).json()) as {
      text: string;
      html: string;
    };
    expect(text).toContain('Saturday, 12 June 2027, 15:00');
    expect(html).toContain('Wedding of Alma &amp; Jo');
    // The same request again, as after an answer that got lost: no event, so nothing that could send another.
    expect(await book()).toEqual(booking);
    expect(
      await one<number>('SELECT count(*)::int AS value FROM bookings WHERE client_id = $1', clientId),
    ).toBe(1);
    expect(
      await one<number>('SELECT count(*)::int AS value FROM events WHERE subject_id = $1', booking.body.id),
    ).toBe(1);
  });

  it('that is cancelled while its mail waits gets none, and the run says why', async () => {
    const clientId = await newClient('Cora');
    const booking = await api.post<WithId>('/api/v1/bookings', bookingOf(clientId, 'Cancelled', 'portrait'));
    expect((await api.post(`/api/v1/bookings/${booking.body.id}/cancel`, {})).status).toBe(200);
    const status = () =>
      one<string | undefined>(
        'SELECT max(status::text) AS value FROM runs WHERE subject_id = $1',
        booking.body.id,
      );
    await until('the run has ended', async () => (await status()) === 'exited');
    expect(await one<number>('SELECT count(*)::int AS value FROM sends WHERE client_id = $1', clientId)).toBe(
      0,
    );
    expect(
      await one<string>(`SELECT reason->>'code' AS value FROM runs WHERE subject_id = $1`, booking.body.id),
    ).toMatch(/^exit\./);
  });
});

describe('an event', () => {
  it('delivered twice is one event, and starts nothing the second time', async () => {
    const { body } = await api.post<WithId>('/api/v1/bookings', bookingOf(await newClient('Dana'), 'Twice'));
    const event = cloudEvent('evt-1', body.id);
    type Accepted = { events: { id: string; duplicate: boolean }[] };
    const first = await api.send<Accepted>('POST', '/api/v1/events', event, {
      'content-type': 'application/cloudevents+json',
    });
    const second = await api.post<Accepted>('/api/v1/events', event);
    const batch = await api.send<Accepted>('POST', '/api/v1/events', [event], {
      'content-type': 'application/cloudevents-batch+json',
    });
    expect(first).toMatchObject({ status: 202, body: { events: [{ duplicate: false }] } });
    for (const again of [second, batch])
      expect(again.body.events).toEqual([{ ...first.body.events[0], duplicate: true }]);
    expect(await one<number>(`SELECT count(*)::int AS value FROM events WHERE source_id = 'evt-1'`)).toBe(1);
  });

  it('is accepted while Temporal is away, and carried out when it is back', async () => {
    await stack.kill('temporal');
    const clientId = await newClient('Enno');
    const booking = await api.post<WithId>('/api/v1/bookings', bookingOf(clientId, 'While Temporal is away'));
    expect(booking.status).toBe(201);
    const status = () =>
      one<string | undefined>(
        'SELECT max(status::text) AS value FROM runs WHERE subject_id = $1',
        booking.body.id,
      );
    await until('the run is written down', async () => (await status()) === 'starting');
    await stack.begin('temporal');
    await until('the run is over', async () => (await status()) === 'completed');
    expect(
      await one<number>(
        `SELECT count(*)::int AS value FROM sends WHERE client_id = $1 AND state = 'sent'`,
        clientId,
      ),
    ).toBe(1);
  });
});

describe('bad input', () => {
  const nowhere = '01890000-0000-7000-8000-000000000000';
  const bad: [string, string, unknown, number, string][] = [
    [
      'a malformed event',
      '/api/v1/events',
      { specversion: '0.3', id: 'x', source: 's', type: 'booking.created', subject: `booking/${nowhere}` },
      422,
      '/specversion',
    ],
    [
      'an unknown event',
      '/api/v1/events',
      { ...cloudEvent('x', nowhere), type: 'booking.exploded' },
      422,
      '/type',
    ],
    ['an unknown subject', '/api/v1/events', cloudEvent('x', nowhere), 422, '/subject'],
    [
      'wrong data of an event',
      '/api/v1/events',
      { ...cloudEvent('x', nowhere), data: { surprise: 1 } },
      422,
      '/data',
    ],
    [
      'a bad event in a batch',
      '/api/v1/events',
      [{ ...cloudEvent('y', nowhere), type: 'nothing.known' }],
      422,
      '/0/type',
    ],
    ['wrong types', '/api/v1/bookings', bookingOf(5 as never, 'x'), 422, '/clientId'],
    [
      'an end before the start',
      '/api/v1/bookings',
      { ...bookingOf(nowhere, 'x'), endsAt: '2020-01-01T00:00:00Z' },
      422,
      '/endsAt',
    ],
    ['a client that is not there', '/api/v1/bookings', bookingOf(nowhere, 'x'), 422, ''],
  ];

  it.each(bad)(
    '%s is answered with its place, and nothing is written',
    async (_name, path, body, status, pointer) => {
      const before = await one<string>(
        'SELECT (SELECT count(*) FROM events) || $$/$$ || (SELECT count(*) FROM bookings) AS value',
      );
      const answer = await api.post<Problem>(path, body);
      expect(answer.type).toMatch(/^application\/problem\+json/);
      expect(answer).toMatchObject({ status, body: { status } });
      if (pointer)
        expect(answer.body.errors!.map((error) => error.pointer)).toContainEqual(
          expect.stringContaining(pointer),
        );
      expect(
        await one<string>(
          'SELECT (SELECT count(*) FROM events) || $$/$$ || (SELECT count(*) FROM bookings) AS value',
        ),
      ).toBe(before);
    },
  );

  it('that is no JSON, or five megabytes of it, is refused', async () => {
    expect(await api.send<Problem>('POST', '/api/v1/clients', '{')).toMatchObject({
      status: 400,
      body: { code: 'request.unreadable' },
    });
    const huge = { firstName: 'x'.repeat(5_000_000) };
    expect(await api.post<Problem>('/api/v1/clients', huge)).toMatchObject({
      status: 413,
      body: { code: 'request.tooLarge' },
    });
  });
});
