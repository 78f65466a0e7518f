import { afterAll, beforeAll } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@cueline/testkit/test-database';
import { openDatabase, type Database } from './client/database.js';

/** Gives all tests of a suite one migrated database, which is theirs alone. */
export function databaseSuite(): { readonly database: Database } {
  const suite = {} as { database: Database };
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
    suite.database = openDatabase({ url: test.url });
  });
  afterAll(async () => {
    await suite.database.close();
    await test.drop();
  });
  return suite;
}
