import { afterAll, beforeAll } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '@cueline/testkit/test-database';

/** Gives all tests of a suite a connection to a migrated database of theirs. */
export function clientSuite(): { readonly client: pg.Client } {
  const suite = {} as { client: pg.Client };
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
    suite.client = new pg.Client({ connectionString: test.url });
    await suite.client.connect();
  });
  afterAll(async () => {
    await suite.client.end();
    await test.drop();
  });
  return suite;
}
