import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { refuseEarlierDatabase } from '../../tools/start/earlier-database.mjs';
import { createTestDatabase, type TestDatabase } from '@cueline/testkit/test-database';

const root = fileURLToPath(new URL('../..', import.meta.url));
const embedded = { state: '/home/mara/.cueline', external: {} };
let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

async function sql(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(text);
  await client.end();
}
const start = (settings: { state: string; external: { database?: string } } = embedded) =>
  refuseEarlierDatabase(root, database.url, settings);

describe('the database of a start', () => {
  it('is taken as this version made it, before its first migration, and before it is there', async () => {
    await start();
    await sql('DROP TABLE _prisma_migrations');
    await start();
    await refuseEarlierDatabase(root, database.url.replace(/[^/]+$/, 'not_there_yet'), embedded);
  });

  it('is refused as another version made it, with the folder to move', async () => {
    await sql(`UPDATE _prisma_migrations SET migration_name = '20261124122751_init'`);
    await expect(start()).rejects.toThrow(
      'The database was made by another version of Cueline, which had the migration 20261124122751_init: this version cannot bring it along.\n' +
        '  Move /home/mara/.cueline away, or set CUELINE_STATE to another folder, and start again; or start the version that made it.',
    );
    await sql(
      `UPDATE _prisma_migrations SET migration_name = '20261130140000_init', checksum = repeat('0', 64)`,
    );
    await expect(start()).rejects.toThrow('which had the migration 20261130140000_init');
    await expect(start({ ...embedded, external: { database: database.url } })).rejects.toThrow(
      'Give DATABASE_URL the name of an empty database',
    );
  });
});
