import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@cueline/testkit/test-database';
import { openDatabase, type Database } from './database.js';
import { StudioClients } from './studio-clients.js';
import { makeStudio } from '../studio.fixture.js';

let test: TestDatabase;
let database: Database;
let studios: string[];

beforeAll(async () => {
  test = await createTestDatabase();
  database = openDatabase({ url: test.url });
  studios = [];
  for (const name of ['one', 'two', 'three'])
    studios.push((await makeStudio(database.prisma, name)).studio.id);
});
afterAll(async () => {
  await database.close();
  await test.drop();
});

const namesIn = async (clients: StudioClients, studioId: string) =>
  (await clients.of(studioId).client.findMany()).map(({ firstName }) => firstName);

// Compared here, not by the matcher: to print what differs it would walk through all that a client can reach.
describe('the clients of studios', () => {
  it('give a studio the one made for it before', () => {
    const clients = new StudioClients(database.prisma);
    expect(clients.of(studios[0]!) === clients.of(studios[0]!)).toBe(true);
  });

  it('read their own studio each, however they are mixed', async () => {
    const clients = new StudioClients(database.prisma);
    const [one, two] = studios as [string, string];
    const read = await Promise.all([one, two, one, two].map((id) => namesIn(clients, id)));
    expect(read).toEqual([['one'], ['two'], ['one'], ['two']]);
  });

  it('are kept for the studios that asked last, and made again for the others', async () => {
    const clients = new StudioClients(database.prisma, 2);
    const [one, two, three] = studios as [string, string, string];
    const ofOne = clients.of(one);
    const ofTwo = clients.of(two);
    expect(clients.of(one) === ofOne).toBe(true);
    clients.of(three);
    expect(clients.of(one) === ofOne).toBe(true);
    expect(clients.of(two) === ofTwo).toBe(false);
    expect(await namesIn(clients, two)).toEqual(['two']);
  });
});
