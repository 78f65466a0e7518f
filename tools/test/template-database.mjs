/** One migrated database that suites copy in milliseconds: `CREATE DATABASE x TEMPLATE cueline_template`. */
import { spawnSync } from 'node:child_process';
import pg from 'pg';

export const TEMPLATE = 'cueline_template';

/** Drops and makes the template anew from prisma/migrations. `adminUrl`: a superuser's URL of the database `postgres`. */
export async function makeTemplateDatabase({ root, adminUrl }) {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`DROP DATABASE IF EXISTS ${TEMPLATE} WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${TEMPLATE}`);
  await admin.end();
  const url = new URL(adminUrl);
  url.pathname = `/${TEMPLATE}`;
  const done = spawnSync(process.execPath, ['node_modules/prisma/build/index.js', 'migrate', 'deploy'], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: url.href },
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(`prisma migrate deploy failed:\n${done.stdout}\n${done.stderr}`);
}
