import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Credentials, credentialKeysSchema, keyRingOf } from '@cueline/database';
import { createTestDatabase, type TestDatabase } from '@cueline/testkit/test-database';
import pg from 'pg';
import { runCueline } from './cueline.fixture.js';

const CUELINE_SECRET = 'a secret of more than thirty-two characters';
const hex = (digit: string) => digit.repeat(64);
let database: TestDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 2 });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const credentials = (keys: string) =>
  new Credentials(pool, keyRingOf({ CREDENTIAL_KEYS: credentialKeysSchema.parse(keys), CUELINE_SECRET }));
const rotate = (keys: string, ...words: string[]) =>
  runCueline(['keys', 'rotate', ...words], {
    env: { DATABASE_URL: database.url, CUELINE_SECRET, CREDENTIAL_KEYS: keys },
  });

it('seals all secrets with the newest key, says how many, and opens none of a key that it lacks', async () => {
  const studioId = randomUUID();
  await pool.query(`INSERT INTO studios (id, slug, name, updated_at) VALUES ($1, 'keys', 'Keys', now())`, [
    studioId,
  ]);
  const secret = { kind: 'password', secret: 'correct horse', expiresAt: null } as const;
  const id = await credentials('').create(studioId, secret);
  await credentials(`old=${hex('1')}`).create(studioId, secret);
  const keys = `new=${hex('2')},old=${hex('1')}`;
  expect(await rotate(keys)).toEqual({
    code: 0,
    err: '',
    out: '2 secrets sealed anew. All that can be opened is sealed with the key “new” now.\n',
  });
  expect((await credentials(`new=${hex('2')}`).open(studioId, id))?.secret).toBe('correct horse');
  const [, lost] = [await rotate(keys), await rotate(`newer=${hex('3')}`, '--json')];
  expect(lost.code).toBe(1);
  expect(JSON.parse(lost.out)).toEqual({ newest: 'newer', resealed: 0, unopened: { new: 2 } });
});

it('says which variable is wrong, and repeats none of its keys', async () => {
  const ended = await rotate(`new=${hex('2').slice(1)}`);
  expect(ended).toMatchObject({ code: 2, out: '', err: expect.stringContaining('CREDENTIAL_KEYS') });
  expect(ended.err).not.toContain('2222');
});
