import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@cueline/testkit/test-database';
import { openDatabase, type Database } from './database.js';
import { forStudio } from './for-studio.js';
import { StatementNames, UNNAMED } from './statement-names.js';
import { makeStudio } from '../studio.fixture.js';

const ask = (names: StatementNames, sql: string, times = 1) =>
  Array.from({ length: times }, () => names.of(sql)).at(-1);

describe('the names of statements', () => {
  it('are given to texts that come again, one to each', () => {
    const names = new StatementNames({ from: 3 });
    expect(ask(names, 'SELECT 1', 2)).toBe(UNNAMED);
    const first = ask(names, 'SELECT 1');
    const second = ask(names, 'SELECT 2', 3);
    expect([ask(names, 'SELECT 1'), ask(names, 'SELECT 2')]).toEqual([first, second]);
    expect(new Set([first, second, UNNAMED]).size).toBe(3);
  });

  it('run out, as a connection keeps each plan for as long as it lives', () => {
    const names = new StatementNames({ from: 2, atMost: 2 });
    for (const sql of ['a', 'b', 'c']) ask(names, sql, 2);
    expect([ask(names, 'a'), ask(names, 'b')]).not.toContain(UNNAMED);
    expect(ask(names, 'c', 10)).toBe(UNNAMED);
  });

  it('are not given to what comes again only after much else', () => {
    const names = new StatementNames({ from: 2, remembered: 3 });
    for (const sql of ['a', 'b', 'c', 'd']) ask(names, sql);
    expect(ask(names, 'a')).toBe(UNNAMED);
    expect(ask(names, 'd')).not.toBe(UNNAMED);
  });
});

describe('the name of a statement that is written by hand', () => {
  it('is its own, also when Prisma runs it', () => {
    const names = new StatementNames();
    names.claim('find-it', 'SELECT 1');
    names.claim('find-it', 'SELECT 1');
    expect(names.of('SELECT 1')).toBe('find-it');
  });

  it('cannot be taken by another text, or be longer than PostgreSQL keeps', () => {
    const names = new StatementNames();
    names.claim('find-it', 'SELECT 1');
    expect(() => names.claim('find-it', 'SELECT 2')).toThrow('Two statements have the name find-it.');
    expect(() => names.claim('x'.repeat(64), 'SELECT 3')).toThrow('1 to 63 characters');
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
