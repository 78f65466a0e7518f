import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { TestStudio } from '../studio.fixture.js';
import { IdempotencyKeys } from './idempotency-keys.js';

let studio: TestStudio;
beforeAll(async () => {
  studio = await TestStudio.open();
});
afterAll(() => studio.close());

it('forgets what was answered more than a week ago', async () => {
  await studio.rows(
    `INSERT INTO idempotency_keys (studio_id, caller_id, key, fingerprint, created_at)
     SELECT $1, $1, day, '', day::timestamptz FROM unnest($2::text[]) AS day`,
    studio.id,
    ['2027-03-01T11:59:59Z', '2027-03-01T12:00:01Z'],
  );
  await new IdempotencyKeys(studio.pool).sweep(new Date('2027-03-08T12:00:00Z'));
  expect(await studio.rows(`SELECT key FROM idempotency_keys`)).toEqual([{ key: '2027-03-01T12:00:01Z' }]);
});
