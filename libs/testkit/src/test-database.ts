import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { required } from './required-env.js';
import { until } from './until.js';

/** What a suite leaves open for longer is ended. */
const LEAVING_MS = 1_000;

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A migrated database of one suite's own, copied from the template in some tens of milliseconds. */
export const createTestDatabase = (): Promise<TestDatabase> => copyOf('cueline_template');

/** A database that is a copy of a template, which nobody is connected to. */
export async function copyOf(template: string): Promise<TestDatabase> {
  const adminUrl = required('TEST_DATABASE_ADMIN_URL');
  const name = `suite_${randomUUID().replaceAll('-', '')}`;
  await onAdmin(adminUrl, (admin) =>
    admin.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`),
  );
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => drop(adminUrl, name) };
}

/** Deletes all rows, as if nothing had been: no trigger runs and no constraint is asked. Nobody else may be at work. */
export async function emptyDatabase(client: pg.ClientBase): Promise<void> {
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT format('%I', relname) AS name FROM pg_class
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> '_prisma_migrations'`,
  );
  const questions = tables.map(({ name }) => `SELECT '${name}' AS name WHERE EXISTS (SELECT 1 FROM ${name})`);
  const { rows: filled } = await client.query<{ name: string }>(questions.join(' UNION ALL '));
  const deletions = filled.map(({ name }) => `DELETE FROM ${name}`);
  await client.query(
    ['BEGIN', 'SET LOCAL session_replication_role = replica', ...deletions, 'COMMIT'].join('; '),
  );
}

/** A pool that has ended may still be saying goodbye: ended by force meanwhile, its connections throw into the suite. */
async function drop(adminUrl: string, name: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const isLeft = async () =>
      (await admin.query('SELECT 1 FROM pg_stat_activity WHERE datname = $1', [name])).rows.length === 0;
    await until('the suite has left its database', isLeft, LEAVING_MS).catch(() => false);
  } finally {
    await admin.end();
  }
  await onAdmin(adminUrl, (admin) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
}

/** Takes turns with all other suites. */
export async function onAdmin(url: string, work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // Two suites may copy the template at the same instant, and PostgreSQL refuses a template in use: take turns.
    await client.query(`SELECT pg_advisory_lock(hashtext('cueline test databases'))`);
    await work(client);
  } finally {
    await client.end();
  }
}
