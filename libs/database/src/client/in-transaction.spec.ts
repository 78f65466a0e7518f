import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '@cueline/testkit/test-database';
import { inTransaction, NotCommitted } from './in-transaction.js';

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 1 });
  pool.on('error', () => undefined);
  await pool.query('CREATE TABLE kept (n int PRIMARY KEY)');
});
beforeEach(() => pool.query('TRUNCATE kept'));
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const insert = (on: pg.Pool | pg.PoolClient, n: number) => on.query('INSERT INTO kept VALUES ($1)', [n]);
const kept = async () =>
  (await pool.query<{ n: number }>('SELECT n FROM kept ORDER BY n')).rows.map(({ n }) => n);
const process = async (on: pg.Pool | pg.PoolClient) =>
  (await on.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows[0]!.pid;

describe('work in a transaction', () => {
  it('is stored whole, and its result given', async () => {
    const result = await inTransaction(pool, async (on) => {
      await insert(on, 1);
      await insert(on, 2);
      return 'done';
    });
    expect(result).toBe('done');
    expect(await kept()).toEqual([1, 2]);
  });

  it.each<[string, (on: pg.PoolClient) => Promise<unknown>, RegExp]>([
    ['fails by itself', () => Promise.reject(new Error('of its own')), /of its own/],
    [
      'fails before its first statement',
      () => {
        throw new Error('at once');
      },
      /at once/,
    ],
    ['fails in a statement', (on) => on.query('SELECT 1 / 0'), /division by zero/],
  ])('that %s leaves nothing, and the connection to the next', async (_how, fails, message) => {
    const before = await process(pool);
    const failed = inTransaction(pool, async (on) => {
      await insert(on, 1);
      await fails(on);
    });
    await expect(failed).rejects.toThrow(message);
    expect(await kept()).toEqual([]);
    expect(await process(pool)).toBe(before);
    await inTransaction(pool, (on) => insert(on, 2));
    expect(await kept()).toEqual([2]);
  });

  it('is not said to be stored when a failure in it was passed over', async () => {
    const failed = inTransaction(pool, async (on) => {
      await insert(on, 1);
      await insert(on, 1).catch(() => undefined);
    });
    await expect(failed).rejects.toThrow(NotCommitted);
    expect(await kept()).toEqual([]);
  });

  it('gives no dead connection back', async () => {
    const other = new pg.Client({ connectionString: database.url });
    await other.connect();
    let gone = 0;
    const failed = inTransaction(pool, async (on) => {
      await insert(on, 1);
      gone = await process(on);
      await other.query('SELECT pg_terminate_backend($1, 10000)', [gone]);
      await insert(on, 2);
    });
    await expect(failed).rejects.toThrow();
    expect(await process(pool)).not.toBe(gone);
    expect(await kept()).toEqual([]);
    await other.end();
  });
});
