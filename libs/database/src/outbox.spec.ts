import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openDatabase, type Database } from './database.js';
import { forStudio } from './for-studio.js';
import { recordEvents, writerInTransaction, writerOn, type NewEvent } from './outbox.js';
import { makeStudio } from './studio.fixture.js';

let test: TestDatabase;
let database: Database;
let studioId: string;

beforeAll(async () => {
  test = await createTestDatabase();
  database = openDatabase({ url: test.url });
  studioId = (await makeStudio(database.prisma, 'outbox')).studio.id;
});
afterAll(async () => {
  await database.close();
  await test.drop();
});

const event = (sourceId: string): NewEvent => ({
  source: 'spec',
  sourceId,
  type: 'booking.created',
  subjectType: 'booking',
  subjectId: randomUUID(),
  brandId: null,
  data: {},
  occurredAt: new Date('2027-01-01T00:00:00Z'),
});

const stored = (sourceId: string) => database.prisma.event.count({ where: { sourceId } });

describe('recordEvents', () => {
  it('keeps the first of two deliveries and answers both with its id', async () => {
    const writer = writerOn(database.pool);
    const [first] = await recordEvents(writer, studioId, [event('twice')]);
    const [second] = await recordEvents(writer, studioId, [event('twice')]);
    expect(first!.duplicate).toBe(false);
    expect(second).toEqual({ ...first, duplicate: true });
    expect(await stored('twice')).toBe(1);
  });

  it('keeps one of many deliveries at the same moment, and every one gets its id', async () => {
    const all = await Promise.all(
      Array.from({ length: 20 }, () => recordEvents(writerOn(database.pool), studioId, [event('race')])),
    );
    expect(new Set(all.flat().map(({ id }) => id)).size).toBe(1);
    expect(all.flat().filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    expect(await stored('race')).toBe(1);
  });

  it('answers a batch in its order', async () => {
    const rows = await recordEvents(writerOn(database.pool), studioId, ['a', 'b', 'a'].map(event));
    expect(rows.map(({ sourceId }) => sourceId)).toEqual(['a', 'b', 'a']);
    expect(rows[0]!.id).toBe(rows[2]!.id);
  });

  it('commits with the change it reports, or not at all', async () => {
    const db = forStudio(database.prisma, studioId);
    const attempt = db.$transaction(async (tx) => {
      await recordEvents(writerInTransaction(tx), studioId, [event('rolled back')]);
      throw new Error('the change failed');
    });
    await expect(attempt).rejects.toThrow('the change failed');
    expect(await stored('rolled back')).toBe(0);
  });
});
