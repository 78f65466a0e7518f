import pg from 'pg';
import { z } from 'zod';
import { keyRingOf } from './credentials/key-ring.js';
import { rotateKeys, type Rotation } from './credentials/rotate-keys.js';
import { readEnvironment, sharedEnvironment } from './environment/environment.js';

const { DATABASE_URL, CUELINE_SECRET, CREDENTIAL_KEYS } = sharedEnvironment;
const schema = z.object({ DATABASE_URL, CUELINE_SECRET, CREDENTIAL_KEYS });

/** For the operator: seals all secrets with the newest key of the environment. @throws Error with one line per variable that is missing or wrong */
export async function rotateKeysOf(
  env: Readonly<Record<string, string | undefined>>,
): Promise<Rotation & { readonly newest: string }> {
  const environment = readEnvironment(schema, env, 'The operator’s');
  const ring = keyRingOf(environment);
  const pool = new pg.Pool({
    connectionString: environment.DATABASE_URL,
    max: 2,
    connectionTimeoutMillis: 5_000,
  });
  try {
    return { newest: ring.newest, ...(await rotateKeys(pool, ring)) };
  } finally {
    await pool.end();
  }
}
