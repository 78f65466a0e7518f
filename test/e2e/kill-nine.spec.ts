import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { ApiClient, caughtMails } from '@cueline/testkit/api-client';
import { Stack, type Part } from '@cueline/testkit/stack';
import { until } from '@cueline/testkit/until';

jest.setTimeout(600_000);

const BOOKINGS = 200;
let stack: Stack;

beforeAll(async () => {
  stack = await Stack.start({ ownServers: true });
  // Few clients get many mails here.
  await query('UPDATE studios SET mails_per_contact_and_day = NULL');
});
afterAll(() => stack.stop());

/** A booking, made however often the API dies under the request: one that was made without an answer is not made again. */
async function book(api: ApiClient, clientId: string, title: string): Promise<void> {
  const body = {
    clientId,
    title,
    kind: title.endsWith('7') ? 'wedding' : 'portrait',
    startsAt: '2027-06-12T13:00:00Z',
    endsAt: '2027-06-12T15:00:00Z',
  };
  await until(`${title} is made`, async () => {
    if (await isThere(title)) return true;
    return (await api.post('/api/v1/bookings', body)).status === 201;
  });
}

async function isThere(title: string): Promise<boolean> {
  return (
    (await query<{ n: number }>('SELECT count(*)::int AS n FROM bookings WHERE title = $1', [title]))[0]!.n >
    0
  );
}

async function query<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: stack.urls.database });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

it('kill -9 of every part in turn: 200 bookings become 200 mails, none lost, none doubled', async () => {
  const api = new ApiClient(stack);
  const clients = (await api.get<{ items: { id: string }[] }>('/api/v1/clients')).body.items;
  const victims: Part[] = ['worker', 'api', 'temporal', 'postgres', 'worker'];
  const every = BOOKINGS / victims.length;
  for (let i = 0; i < BOOKINGS; i++) {
    await book(api, clients[i % clients.length]!.id, `Booking ${i}`);
    if (i % every === every - 10) {
      // In the middle of the work: runs are starting, waiting and sending.
      const victim = victims[Math.floor(i / every)]!;
      await stack.kill(victim);
      await stack.begin(victim);
    }
  }
  await until(
    'every run is over',
    async () =>
      (await query<{ n: number }>(`SELECT count(*)::int AS n FROM runs WHERE status = 'completed'`))[0]!.n ===
      BOOKINGS,
    300_000,
  );
  const mails = await caughtMails(stack);
  expect(mails.total).toBe(BOOKINGS);
  expect(new Set(mails.items.map(({ messageId }) => messageId)).size).toBe(BOOKINGS);
  expect(await query('SELECT state, count(*)::int AS n FROM sends GROUP BY state')).toEqual([
    { state: 'sent', n: BOOKINGS },
  ]);
  const titles = await query<{ n: number }>(
    `SELECT count(DISTINCT b.title)::int AS n FROM messages m JOIN bookings b ON b.id = m.subject_id`,
  );
  expect(titles).toEqual([{ n: BOOKINGS }]);
});
