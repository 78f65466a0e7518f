/** A database that an unreleased version made is named before anything is tried on it. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { Sentence } from '../provision/sentence.mjs';

const UNKNOWN_DATABASE = '3D000';
const UNDEFINED_TABLE = '42P01';

/** The migrations that a database has seen; none of one that is not there yet, or that Prisma has not touched. */
async function appliedTo(url) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query(
      'SELECT migration_name AS name FROM _prisma_migrations ORDER BY started_at',
    );
    return rows.map(({ name }) => name);
  } catch (error) {
    if ([UNKNOWN_DATABASE, UNDEFINED_TABLE].includes(error.code)) return [];
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * @param {string} root @param {string} url of the database
 * @param {{ state: string, external: { database?: string } }} settings
 * @throws {Sentence} where the database has seen a migration that this version does not have
 */
export async function refuseEarlierDatabase(root, url, { state, external }) {
  const known = readdirSync(path.join(root, 'prisma', 'migrations'));
  const strange = (await appliedTo(url)).find((name) => !known.includes(name));
  if (strange === undefined) return;
  throw new Sentence(
    `The database was made by another version of Cueline, which had the migration ${strange}: this version cannot bring it along.`,
    external.database
      ? 'Give DATABASE_URL the name of an empty database, or start the version that made this one.'
      : `Move ${state} away, or set CUELINE_STATE to another folder, and start again; or start the version that made it.`,
  );
}
