import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@cueline/testkit/test-database';
import { openDatabase, type Database } from './database.js';
import { forStudio, StudioScopeError, type StudioClient } from './for-studio.js';
import { makeStudio } from '../studio.fixture.js';

let test: TestDatabase;
let database: Database;
let mine: Awaited<ReturnType<typeof makeStudio>>;
let theirs: Awaited<ReturnType<typeof makeStudio>>;
let db: StudioClient;

beforeAll(async () => {
  test = await createTestDatabase();
  database = openDatabase({ url: test.url });
  mine = await makeStudio(database.prisma, 'mine');
  theirs = await makeStudio(database.prisma, 'theirs');
  db = forStudio(database.prisma, mine.studio.id);
});
afterAll(async () => {
  await database.close();
  await test.drop();
});

const theirClient = () => database.prisma.client.findUniqueOrThrow({ where: { id: theirs.client.id } });

describe('a studio’s client', () => {
  it('reads its own rows alone', async () => {
    const foreign = { id: theirs.client.id };
    expect(await db.client.findMany()).toHaveLength(1);
    expect(await db.client.count()).toBe(1);
    expect(await db.client.findUnique({ where: foreign })).toBeNull();
    expect(await db.client.findFirst({ where: foreign })).toBeNull();
    expect(await db.client.findMany({ where: { OR: [foreign] } })).toEqual([]);
    expect((await db.client.aggregate({ _count: true }))._count).toBe(1);
    expect(await db.client.groupBy({ by: ['studioId'] })).toEqual([{ studioId: mine.studio.id }]);
    await expect(db.client.findUniqueOrThrow({ where: foreign })).rejects.toThrow();
    expect(await db.client.findMany({ cursor: foreign })).toEqual([]);
    expect(await db.client.findMany({ cursor: { id: mine.client.id } })).toHaveLength(1);
  });

  it('changes and deletes its own rows alone', async () => {
    const where = { id: theirs.client.id };
    await expect(db.client.update({ where, data: { firstName: 'x' } })).rejects.toThrow();
    await expect(db.client.delete({ where })).rejects.toThrow();
    expect((await db.client.updateMany({ where, data: { firstName: 'x' } })).count).toBe(0);
    expect((await db.client.deleteMany({ where })).count).toBe(0);
    expect((await theirClient()).firstName).toBe('theirs');
  });

  it('creates rows in its own studio, whatever the data say', async () => {
    const data = { studioId: theirs.studio.id, brandId: mine.brand.id, firstName: 'new' };
    expect((await db.client.create({ data })).studioId).toBe(mine.studio.id);
    expect(await db.client.createManyAndReturn({ data: [data], select: { studioId: true } })).toEqual([
      { studioId: mine.studio.id },
    ]);
    const moved = await db.client.update({
      where: { id: mine.client.id },
      data: { studioId: theirs.studio.id },
    });
    expect(moved.studioId).toBe(mine.studio.id);
  });

  it('cannot refer to another studio’s row', async () => {
    const data = { studioId: mine.studio.id, brandId: theirs.brand.id, firstName: 'new' };
    await expect(db.client.create({ data })).rejects.toThrow(/Foreign key/i);
  });

  it('refuses what belongs to no studio', async () => {
    await expect(db.user.findMany()).rejects.toThrow(StudioScopeError);
    await expect(db.studio.findMany()).rejects.toThrow(StudioScopeError);
  });

  it('is sealed inside a transaction too', async () => {
    const found = await db.$transaction((tx) => tx.client.findUnique({ where: { id: theirs.client.id } }));
    expect(found).toBeNull();
  });
});
