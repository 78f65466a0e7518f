import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openDatabase, type Database } from './database.js';
import { forStudio } from './for-studio.js';
import { statementNames, UNNAMED } from './statement-names.js';
import { makeStudio } from './studio.fixture.js';

const ask = (names: ReturnType<typeof statementNames>, sql: string, times = 1) =>
  Array.from({ length: times }, () => names({ sql })).at(-1);

describe('the names of statements', () => {
  it('are given to texts that come again, one to each', () => {
    const names = statementNames({ from: 3 });
    expect(ask(names, 'SELECT 1', 2)).toBe(UNNAMED);
    const first = ask(names, 'SELECT 1');
    const second = ask(names, 'SELECT 2', 3);
    expect([ask(names, 'SELECT 1'), ask(names, 'SELECT 2')]).toEqual([first, second]);
    expect(new Set([first, second, UNNAMED]).size).toBe(3);
  });

  it('run out, as a connection keeps each plan for as long as it lives', () => {
    const names = statementNames({ from: 2, atMost: 2 });
    for (const sql of ['a', 'b', 'c']) ask(names, sql, 2);
    expect([ask(names, 'a'), ask(names, 'b')]).not.toContain(UNNAMED);
    expect(ask(names, 'c', 10)).toBe(UNNAMED);
  });

  it('are not given to what comes again only after much else', () => {
    const names = statementNames({ from: 2, remembered: 3 });
    for (const sql of ['a', 'b', 'c', 'd']) ask(names, sql);
    expect(ask(names, 'a')).toBe(UNNAMED);
    expect(ask(names, 'd')).not.toBe(UNNAMED);
  });
});

describe('a connection', () => {
  let test: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    test = await createTestDatabase();
    database = openDatabase({ url: test.url, poolSize: 1 });
  });
  afterAll(async () => {
    await database.close();
    await test.drop();
  });

  it('plans what Prisma asks again and again once', async () => {
    const { studio, client } = await makeStudio(database.prisma, 'statements');
    const own = forStudio(database.prisma, studio.id);
    for (let i = 0; i < 20; i++) {
      await own.client.findUnique({ where: { id: client.id }, select: { email: true } });
      await own.client.findMany({ where: { id: { in: Array.from({ length: i }, () => client.id) } } });
    }
    const { rows } = await database.pool.query<{ statement: string }>(
      'SELECT statement FROM pg_prepared_statements WHERE generic_plans + custom_plans > 0',
    );
    expect(
      rows.filter(({ statement }) => statement.includes('"email" FROM "public"."clients"')),
    ).toHaveLength(1);
    expect(rows.filter(({ statement }) => statement.includes('IN ($1,$2,$3,$4,$5,'))).toEqual([]);
  });
});
