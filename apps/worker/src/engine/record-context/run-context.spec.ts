import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { kinds } from '@cueline/workflows';
import { runOf } from '../activities/effects/run.fixture.js';
import { TestStudio } from '../../studio.fixture.js';
import { runContext } from '@cueline/database';

let studio: TestStudio;
beforeEach(async () => {
  studio = await TestStudio.open();
});
afterEach(() => studio.close());

/** A year of a busy studio: many events about many bookings, and a client with very many mails. */
async function aLotHappens(clientId: string): Promise<void> {
  const of = [studio.id, studio.brandId, clientId];
  await studio.rows(
    `INSERT INTO messages (id, studio_id, brand_id, client_id, direction, message_id, from_address, to_addresses, subject, text, html, occurred_at)
     SELECT gen_random_uuid(), $1, $2, $3, 'incoming', gen_random_uuid(), 'a@b.test', '{}', '', '', '', now() FROM generate_series(1, 3000)`,
    ...of,
  );
  await studio.rows(
    `WITH b AS (
       INSERT INTO bookings (id, studio_id, brand_id, client_id, title, kind, starts_at, ends_at, updated_at)
       SELECT gen_random_uuid(), $1, $2, $3, 'B', 'wedding', now(), now() + interval '1 hour', now() FROM generate_series(1, 500) RETURNING id)
     INSERT INTO events (id, studio_id, source, source_id, type, subject_type, subject_id, occurred_at, dispatched_at)
     SELECT gen_random_uuid(), $1, 'test', gen_random_uuid(), 'booking.confirmed', 'booking', b.id, now(), now() FROM b, generate_series(1, 20)`,
    ...of,
  );
  await studio.rows('ANALYZE');
}

interface Plan {
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
}

/** Pages that the statement reads for a run's facts, planned for any run. */
async function pagesReadFor(runId: string): Promise<number> {
  const connection = await studio.pool.connect();
  await connection.query('SET plan_cache_mode = force_generic_plan');
  await connection.query(`PREPARE facts AS ${runContext.text}`);
  const { rows } = await connection.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
    `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) EXECUTE facts ('${studio.id}', '${runId}', 'call', 1)`,
  );
  connection.release(true);
  const plan = rows[0]!['QUERY PLAN'][0].Plan;
  return plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
}

describe('the facts of a run', () => {
  it('are read without reading all that has happened in its studio since', async () => {
    const clientId = await studio.client();
    const runId = await runOf(
      studio,
      { ...kinds.createTask.defaults('call'), title: 'Call' },
      {
        event: 'booking.created',
        subjectId: await studio.booking({ clientId }),
        exitOn: [{ event: 'booking.cancelled' }],
      },
    );
    const before = await pagesReadFor(runId);
    await aLotHappens(clientId);
    expect(await pagesReadFor(runId)).toBeLessThan(before + 30);
  });
});
