import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeAll, expect, it } from '@jest/globals';
import { ANY_ENUM, writtenStatements, type Written } from '@cueline/database/sql';
import { describeStatement, type ResultColumn } from '@cueline/testkit/describe-statement';
import { clientSuite } from './client-suite.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const files = ['libs/database/src', 'apps/api/src', 'apps/worker/src']
  .flatMap((room) =>
    readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' }).map((file) =>
      path.join(root, room, file),
    ),
  )
  .filter((file) => file.endsWith('.sql.ts'))
  .sort();

const suite = clientSuite();
beforeAll(async () => {
  for (const file of files) await import(pathToFileURL(file).href);
});

/** What is wrong between what a statement declares and what the database says of it. One that declares nothing is only counted. */
const differences = ({ columns }: Written, found: readonly ResultColumn[]): string[] => [
  ...[...columns.keys()]
    .filter((name) => !found.some((one) => one.name === name))
    .map((name) => `no ${name}`),
  ...found.flatMap(({ name, type, isEnum }) => {
    if (columns.size === 0) return [];
    const types = columns.get(name)?.types;
    if (!types) return [`${name} is not declared`];
    return types.includes(type) || (isEnum && types.includes(ANY_ENUM)) ? [] : [`${name} is ${type}`];
  }),
];

it('prepares every statement against the migrated schema, with the columns that it declares', async () => {
  const wrong: string[] = [];
  for (const written of writtenStatements.values())
    try {
      const found = differences(written, await describeStatement(suite.client, written));
      if (found.length > 0) wrong.push(`${written.name}: ${found.join('; ')}`);
    } catch (error) {
      wrong.push(`${written.name}: ${(error as Error).message}`);
    }
  expect(wrong).toEqual([]);
  expect(writtenStatements.size).toBeGreaterThan(10);
});

it('tells of a column that is renamed, of another type, or not declared', async () => {
  const [any] = writtenStatements.values();
  const found = await describeStatement(suite.client, {
    name: 'odd',
    text: `SELECT 1 AS id, 'a'::text AS renamed`,
  });
  const { text } = await import('@cueline/database/sql');
  const columns = new Map([
    ['id', text],
    ['name', text],
  ]);
  expect(differences({ ...any!, columns }, found)).toEqual([
    'no name',
    'id is integer',
    'renamed is not declared',
  ]);
});
