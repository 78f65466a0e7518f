import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { required } from '@cueline/testkit/required-env';
import { createTestDatabase } from '@cueline/testkit/test-database';

const root = fileURLToPath(new URL('../..', import.meta.url));
let checkout: string;

/** A checkout's database part, to be written to. */
beforeEach(() => {
  checkout = mkdtempSync(path.join(tmpdir(), 'cueline-migrate-'));
  for (const name of ['prisma', 'prisma.config.ts', 'package.json'])
    cpSync(path.join(root, name), path.join(checkout, name), { recursive: true });
  for (const name of ['node_modules', 'tools']) symlinkSync(path.join(root, name), path.join(checkout, name));
});
afterEach(() => rmSync(checkout, { recursive: true, force: true }));

async function migrateDev(url: string, name: string): Promise<void> {
  const args = ['node_modules/prisma/build/index.js', 'migrate', 'dev', '--name', name];
  const env = { ...process.env, DATABASE_URL: url };
  await promisify(execFile)(process.execPath, args, { cwd: checkout, env });
}

function addNickname(): void {
  const file = path.join(checkout, 'prisma', 'schema', 'records.prisma');
  const schema = readFileSync(file, 'utf8');
  writeFileSync(file, schema.replace('model Client {', 'model Client {\n  nickname String?'));
}

function migrationNamed(name: string): string {
  const folder = path.join(checkout, 'prisma', 'migrations');
  const one = readdirSync(folder).find((entry) => entry.endsWith(`_${name}`));
  return readFileSync(path.join(folder, one!, 'migration.sql'), 'utf8');
}

async function firstColumn(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<unknown[]>({ text: sql, rowMode: 'array' })).rows.map(([value]) => value);
  } finally {
    await client.end();
  }
}

const nicknames = `SELECT table_name FROM information_schema.columns WHERE column_name = 'nickname'`;
const shadows = `SELECT datname FROM pg_database WHERE datname LIKE 'prisma_migrate_shadow%'`;

describe('prisma migrate dev', () => {
  it('writes and applies the migration of a changed schema', async () => {
    const database = await createTestDatabase();
    try {
      addNickname();
      await migrateDev(database.url, 'nicknames');
      expect(migrationNamed('nicknames')).toContain('ALTER TABLE "clients" ADD COLUMN     "nickname" TEXT;');
      expect(await firstColumn(database.url, nicknames)).toEqual(['clients']);
      expect(await firstColumn(database.url, shadows)).toEqual([]);
    } finally {
      await database.drop();
    }
  });

  it('does so on a database that is still to be made', async () => {
    const admin = required('TEST_DATABASE_ADMIN_URL');
    const url = new URL(admin);
    url.pathname = `/migrate_dev_${process.pid}`;
    try {
      addNickname();
      await migrateDev(url.href, 'nicknames');
      expect(await firstColumn(url.href, nicknames)).toEqual(['clients']);
      expect(await firstColumn(url.href, shadows)).toEqual([]);
    } finally {
      await firstColumn(admin, `DROP DATABASE IF EXISTS ${url.pathname.slice(1)} WITH (FORCE)`);
    }
  });
});
