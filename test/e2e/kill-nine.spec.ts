import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { ApiClient } from '@cueline/testkit/api-client';
import { Stack, type Part } from '@cueline/testkit/stack';
import { until } from '@cueline/testkit/until';

jest.setTimeout(3_600_000);

/** `npm run test:kills` tries more of them, with parts that stay away for longer than any claim lasts. */
const BOOKINGS = Number(process.env['KILL_BOOKINGS'] ?? 200);
const AWAY_MS = Number(process.env['KILL_AWAY_SECONDS'] ?? 0) * 1_000;
const pause = () => new Promise((resolve) => setTimeout(resolve, AWAY_MS));
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

/** Bookings become mails while `kill` strikes in the middle of the work: runs are starting, waiting and sending. */
async function round(name: string, strikes: number, kill: (strike: number) => Promise<void>): Promise<void> {
  const api = new ApiClient(stack);
  const clients = (await api.get<{ items: { id: string }[] }>('/api/v1/clients')).body.items;
  const every = Math.floor(BOOKINGS / strikes);
  for (let i = 0; i < BOOKINGS; i++) {
    await book(api, clients[i % clients.length]!.id, `${name} ${i}`);
    if (i % every === every - 10 && i < every * strikes) await kill(Math.floor(i / every));
  }
  const isOver = `SELECT count(*)::int AS n FROM runs r JOIN bookings b ON b.id = r.subject_id WHERE r.status = 'completed' AND b.title LIKE $1`;
  await until(
    'every run is over',
    async () => (await query<{ n: number }>(isOver, [`${name} %`]))[0]!.n === BOOKINGS,
    300_000 + 2_000 * BOOKINGS,
  );
}

interface Sent {
  readonly title: string;
  readonly messageId: string;
  readonly state: string;
  readonly reply: string | null;
}

/** The ledger's rows of a round beside what the mail server has. */
async function outcome(name: string) {
  const sends = await query<Sent>(
    `SELECT b.title, s.message_id AS "messageId", s.state::text, s.smtp_reply AS reply
     FROM sends s JOIN runs r ON r.id = s.run_id JOIN bookings b ON b.id = r.subject_id WHERE b.title LIKE $1`,
    [`${name} %`],
  );
  const ids = [...new Set(sends.map(({ messageId }) => messageId))];
  const arrived = await Promise.all(ids.map((id) => arrivals(id)));
  return {
    booked: new Set(sends.map(({ title }) => title)).size,
    ids: ids.length,
    states: [...new Set(sends.map(({ state }) => state))],
    arrived: arrived.filter((times) => times > 0).length,
    doubled: arrived.filter((times) => times > 1).length,
    settled: sends.filter(({ reply }) => reply === 'found at the provider').length,
  };
}

/** How often a mail is in the catcher. */
async function arrivals(messageId: string): Promise<number> {
  const found = await fetch(`${stack.urls.catcher}/messages?messageId=${encodeURIComponent(messageId)}`);
  return ((await found.json()) as { total: number }).total;
}

/** None lost, none doubled, none that arrived recorded as anything but sent. */
async function expectOneEach(name: string): Promise<void> {
  const { settled, ...found } = await outcome(name);
  process.stdout.write(
    `${name}: ${BOOKINGS} bookings, ${found.arrived} mails, ${found.doubled} twice, ${settled} settled by what the server had\n`,
  );
  expect(found).toEqual({
    booked: BOOKINGS,
    ids: BOOKINGS,
    states: ['sent'],
    arrived: BOOKINGS,
    doubled: 0,
  });
}

it(`kill -9 of every part in turn: ${BOOKINGS} bookings become as many mails, none lost, none doubled`, async () => {
  const victims: Part[] = ['worker', 'api', 'temporal', 'postgres', 'worker'];
  await round('In turn', victims.length, async (strike) => {
    await stack.kill(victims[strike]!);
    await pause();
    await stack.begin(victims[strike]!);
  });
  await expectOneEach('In turn');
});

it(`kill -9 of all parts at once: ${BOOKINGS} bookings become as many mails, none lost, none doubled`, async () => {
  const servers: Part[] = ['postgres', 'temporal', 'catcher'];
  const programs: Part[] = ['worker', 'api'];
  await round('At once', 2, async () => {
    await Promise.all([...servers, ...programs].map((part) => stack.kill(part)));
    await pause();
    for (const part of servers) await stack.begin(part);
    await Promise.all(programs.map((part) => stack.begin(part)));
  });
  await expectOneEach('At once');
});
