import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@cueline/testkit/test-database';
import { openDatabase, type Database } from '../client/database.js';
import { onPrisma, type Queryable } from '../client/statement.js';
import { forStudio } from '../client/for-studio.js';
import { answerOf } from './new-event.fixture.js';
import { recordEvents, UnknownSubjectsError, type NewEvent } from './outbox.js';
import { makeStudio } from '../studio.fixture.js';

let test: TestDatabase;
let database: Database;
let studioId: string;
let clientId: string;
let brandId: string;

beforeAll(async () => {
  test = await createTestDatabase();
  database = openDatabase({ url: test.url });
  const made = await makeStudio(database.prisma, 'outbox');
  studioId = made.studio.id;
  clientId = made.client.id;
  brandId = made.brand.id;
});
afterAll(async () => {
  await database.close();
  await test.drop();
});

const event = (sourceId: string): NewEvent => answerOf(clientId, sourceId);

const stored = (sourceId: string) => database.prisma.event.count({ where: { sourceId } });

describe('recordEvents', () => {
  it('keeps the first of two deliveries and answers both with its id', async () => {
    const writer = database.pool;
    const [first] = await recordEvents(writer, studioId, [event('twice')]);
    const [second] = await recordEvents(writer, studioId, [event('twice')]);
    expect(first!.duplicate).toBe(false);
    expect(second).toEqual({ ...first, duplicate: true });
    expect(await stored('twice')).toBe(1);
  });

  it('keeps one of many deliveries at the same moment, and every one gets its id', async () => {
    const all = await Promise.all(
      Array.from({ length: 20 }, () => recordEvents(database.pool, studioId, [event('race')])),
    );
    expect(new Set(all.flat().map(({ id }) => id)).size).toBe(1);
    expect(all.flat().filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    expect(await stored('race')).toBe(1);
  });

  it('answers a batch in its order', async () => {
    const rows = await recordEvents(database.pool, studioId, ['a', 'b', 'a'].map(event));
    expect(rows.map(({ sourceId }) => sourceId)).toEqual(['a', 'b', 'a']);
    expect(rows[0]!.id).toBe(rows[2]!.id);
  });

  it('gives each the brand of its record', async () => {
    await recordEvents(database.pool, studioId, [event('branded')]);
    const row = await database.prisma.event.findFirst({ where: { sourceId: 'branded' } });
    const client = await database.prisma.client.findUnique({ where: { id: clientId } });
    expect(row!.brandId).toBe(client!.brandId);
  });

  it('writes none of a batch that names a record the studio does not have, and says which', async () => {
    const other = await makeStudio(database.prisma, 'other-outbox');
    const batch = [
      event('good'),
      { ...event('theirs'), subjectId: other.client.id },
      { ...event('nowhere'), subjectId: randomUUID().toUpperCase() },
      { ...event('wrong'), subjectType: 'booking' },
    ];
    const refused = recordEvents(database.pool, studioId, batch);
    await expect(refused).rejects.toEqual(new UnknownSubjectsError([1, 2, 3]));
    expect(await stored('good')).toBe(0);
  });

  it('commits with the change it reports, or not at all', async () => {
    const db = forStudio(database.prisma, studioId);
    const attempt = db.$transaction(async (tx) => {
      await recordEvents(onPrisma(tx), studioId, [event('rolled back')]);
      throw new Error('the change failed');
    });
    await expect(attempt).rejects.toThrow('the change failed');
    expect(await stored('rolled back')).toBe(0);
  });

  it('looks records up by their ids, when a studio has more than a few too', async () => {
    const texts = new Set<string>();
    const listening: Queryable = {
      query: (query) => (texts.add(query.text), database.pool.query(query)),
    };
    const nowhere = { ...event('planned'), subjectId: randomUUID() };
    await expect(recordEvents(listening, studioId, [nowhere])).rejects.toThrow(UnknownSubjectsError);
    await database.prisma.client.createMany({
      data: Array.from({ length: 2_000 }, () => ({ studioId, brandId, firstName: 'one of many' })),
    });
    await database.pool.query('ANALYZE clients');
    for (const text of texts) {
      const { rows } = await database.pool.query<{ 'QUERY PLAN': string }>(`EXPLAIN (GENERIC_PLAN) ${text}`);
      const scans = rows.flatMap((row) => /[A-Z][a-z A-Z_]* on clients/.exec(row['QUERY PLAN']) ?? []);
      expect(scans.map(String)).toEqual(['Index Scan using clients_pkey on clients']);
    }
    expect(texts.size).toBe(2);
  });
});
