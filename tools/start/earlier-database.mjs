/** A database that an unreleased version made is named before anything is tried on it. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Sentence } from '../provision/sentence.mjs';

const UNKNOWN_DATABASE = '3D000';
const UNDEFINED_TABLE = '42P01';

/** The migrations that a database has seen, each with the SHA-256 of its text. None where no database is there yet, or Prisma has not touched it. */
async function appliedTo(url) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query(
      'SELECT migration_name AS name, checksum FROM _prisma_migrations ORDER BY started_at',
    );
    return rows;
  } catch (error) {
    if ([UNKNOWN_DATABASE, UNDEFINED_TABLE].includes(error.code)) return [];
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** As Prisma takes it. */
function checksumOf(root, name) {
  const file = path.join(root, 'prisma', 'migrations', name, 'migration.sql');
  return existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex') : undefined;
}

/**
 * @param {string} root @param {string} url of the database
 * @param {{ state: string, external: { database?: string } }} settings
 * @throws {Sentence} where the database has seen a migration that this version does not have, or has with another text
 */
export async function refuseEarlierDatabase(root, url, { state, external }) {
  const strange = (await appliedTo(url)).find(({ name, checksum }) => checksumOf(root, name) !== checksum);
  if (strange === undefined) return;
  throw new Sentence(
    `The database was made by another version of Cueline, which had the migration ${strange.name}: this version cannot bring it along.`,
    external.database
      ? 'Give DATABASE_URL the name of an empty database, or start the version that made this one.'
      : `Move ${state} away, or set CUELINE_STATE to another folder, and start again; or start the version that made it.`,
  );
}
