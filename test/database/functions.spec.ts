import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { recordDatesMovedBody } from '@cueline/database/sql';
import { clientSuite } from './client-suite.js';

const folder = fileURLToPath(new URL('../../prisma/functions/', import.meta.url));

const suite = clientSuite();

/** The functions of the schema that no extension brings, by their names. */
async function functionsOf(): Promise<Record<string, string>> {
  const { rows } = await suite.client.query<{ name: string; body: string }>(
    `SELECT proname AS name, prosrc AS body FROM pg_proc p WHERE pronamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`,
  );
  return Object.fromEntries(rows.map(({ name, body }) => [name, body]));
}

it('finds in the database the functions of prisma/functions, and no others', async () => {
  const written = readdirSync(folder).map((file) => {
    const [, body] = readFileSync(`${folder}${file}`, 'utf8').split('$$');
    return [file.replace('.sql', ''), body];
  });
  expect(await functionsOf()).toEqual(Object.fromEntries(written));
});

it('tells runs of moved dates as the declared relations say', async () => {
  expect((await functionsOf())['record_dates_moved']).toBe(recordDatesMovedBody());
});
