import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { TestStudio } from '../studio.fixture.js';
import { AnsweredRequests } from './answered-requests.js';

let studio: TestStudio;
beforeAll(async () => {
  studio = await TestStudio.open();
});
afterAll(() => studio.close());

it('forgets what was answered more than a week ago', async () => {
  await studio.rows(
    `INSERT INTO answered_requests (studio_id, caller_id, key, fingerprint, created_at)
     SELECT $1, $1, day, '', day::timestamptz FROM unnest($2::text[]) AS day`,
    studio.id,
    ['2027-03-01T11:59:59Z', '2027-03-01T12:00:01Z'],
  );
  await new AnsweredRequests(studio.pool).look(new Date('2027-03-08T12:00:00Z'));
  expect(await studio.rows(`SELECT key FROM answered_requests`)).toEqual([{ key: '2027-03-01T12:00:01Z' }]);
});
