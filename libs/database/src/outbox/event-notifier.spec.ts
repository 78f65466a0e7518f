import { EventEmitter, on } from 'node:events';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '@cueline/testkit/test-database';
import { EventNotifier } from './event-notifier.js';
import { EVENTS_CHANNEL } from './notify.sql.js';

let test: TestDatabase;
let pool: pg.Pool;
let listener: pg.Client;
const heard = new EventEmitter();

beforeAll(async () => {
  test = await createTestDatabase();
  pool = new pg.Pool({ connectionString: test.url, max: 2 });
  listener = new pg.Client({ connectionString: test.url });
  await listener.connect();
  await listener.query(`LISTEN ${EVENTS_CHANNEL}`);
  listener.on('notification', ({ payload }) => heard.emit('payload', payload));
});
afterAll(async () => {
  await listener.end();
  await pool.end();
  await test.drop();
});

const refuse = (error: unknown) => {
  throw error;
};

it('tells of the first that asks at once, and of all that ask meanwhile together', async () => {
  const payloads = on(heard, 'payload')[Symbol.asyncIterator]();
  const next = async () => ((await payloads.next()).value as [string])[0];
  const notifier = new EventNotifier(pool, refuse);
  for (let i = 0; i < 50; i++) notifier.notify();
  expect(await next()).toBe('');
  expect(await next()).toBe('');
  await pool.query(`SELECT pg_notify('${EVENTS_CHANNEL}', 'nothing else')`);
  expect(await next()).toBe('nothing else');
});

it('goes on after a notification that failed', async () => {
  const errors: unknown[] = [];
  let down = true;
  const flaky = {
    query: (query: pg.QueryConfig) => (down ? Promise.reject(new Error('away')) : pool.query(query)),
  } as pg.Pool;
  const payloads = on(heard, 'payload')[Symbol.asyncIterator]();
  const notifier = new EventNotifier(flaky, (error) => {
    errors.push(error);
    down = false;
    notifier.notify();
  });
  notifier.notify();
  expect(((await payloads.next()).value as [string])[0]).toBe('');
  expect(errors).toHaveLength(1);
});
