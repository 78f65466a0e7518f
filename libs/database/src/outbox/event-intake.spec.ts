import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@cueline/testkit/test-database';
import type { Queryable } from '../client/statement.js';
import { openDatabase, type Database } from '../client/database.js';
import { EventIntake } from './event-intake.js';
import { answerOf } from './new-event.fixture.js';
import { UnknownSubjectsError, type NewEvent } from './outbox.js';
import { makeStudio } from '../studio.fixture.js';

/** SQLSTATE 54000: among others, of an entry that is too large for its index. */
const PROGRAM_LIMIT_EXCEEDED = '54000';

let test: TestDatabase;
let database: Database;
let studioId: string;
let clientId: string;
let statements: number;
let intake: EventIntake;

beforeAll(async () => {
  test = await createTestDatabase();
  database = openDatabase({ url: test.url });
  const made = await makeStudio(database.prisma, 'intake');
  studioId = made.studio.id;
  clientId = made.client.id;
});
beforeEach(() => {
  statements = 0;
  const counting: Queryable = { query: (query) => (statements++, database.pool.query(query)) };
  intake = new EventIntake(counting);
});
afterAll(async () => {
  await database.close();
  await test.drop();
});

const event = (sourceId?: string, change?: Partial<NewEvent>): NewEvent =>
  answerOf(clientId, sourceId, change);
const record = (...events: NewEvent[]) => intake.record(studioId, events);

describe('the intake of events', () => {
  it('answers a hundred callers at once, each with its own events in their order, with few statements', async () => {
    const keys = Array.from({ length: 100 }, (_, i) => [`many-${i}-a`, `many-${i}-b`]);
    const answers = await Promise.all(keys.map((own) => record(...own.map((key) => event(key)))));
    expect(answers.map((answer) => answer.map(({ sourceId }) => sourceId))).toEqual(keys);
    expect(answers.flat().every(({ duplicate }) => !duplicate)).toBe(true);
    expect(statements).toBeLessThan(10);
    const written = await database.prisma.event.findMany({ where: { sourceId: { startsWith: 'many-' } } });
    expect(written.map(({ id }) => id).sort()).toEqual(
      answers
        .flat()
        .map(({ id }) => id)
        .sort(),
    );
  });

  it('answers the repeats among them as repeats', async () => {
    const key = randomUUID();
    const answers = (await Promise.all(Array.from({ length: 20 }, () => record(event(key), event())))).flat();
    const ofKey = answers.filter(({ sourceId }) => sourceId === key);
    expect(ofKey.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    expect(new Set(ofKey.map(({ id }) => id)).size).toBe(1);
  });

  it.each<[string, Partial<NewEvent>, object]>([
    ['names a record that is not there', { subjectId: randomUUID() }, new UnknownSubjectsError([1])],
    [
      'has a source that no index holds',
      { source: randomBytes(6_000).toString('hex') },
      { code: PROGRAM_LIMIT_EXCEEDED },
    ],
  ])('refuses the one that %s, whole, and takes all others', async (_, change, error) => {
    const [good, bad] = [randomUUID(), randomUUID()];
    const answers = await Promise.allSettled([
      ...Array.from({ length: 4 }, () => record(event())),
      record(event(good), event(bad, change)),
      ...Array.from({ length: 4 }, () => record(event())),
    ]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(8);
    expect(answers[4]).toMatchObject({ status: 'rejected', reason: error });
    expect(await database.prisma.event.count({ where: { sourceId: { in: [good, bad] } } })).toBe(0);
  });

  it('stores text that PostgreSQL would refuse as what it can stand for', async () => {
    const key = randomUUID();
    await record(event(key, { data: { text: 'a\u0000b\ud83d' } }));
    const stored = await database.prisma.event.findFirst({ where: { sourceId: key } });
    expect(stored?.data).toEqual({ text: 'a\ufffdb\ufffd' });
  });

  it('says at once to all that the database is away, and takes events when it is back', async () => {
    let away = true;
    intake = new EventIntake({
      query: (query) => {
        statements++;
        if (!away) return database.pool.query(query);
        return Promise.reject(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }));
      },
    });
    const answers = await Promise.allSettled(Array.from({ length: 50 }, () => record(event())));
    expect(answers.every(({ status }) => status === 'rejected')).toBe(true);
    expect(statements).toBeLessThan(5);
    away = false;
    await expect(record(event())).resolves.toMatchObject([{ duplicate: false }]);
  });
});
