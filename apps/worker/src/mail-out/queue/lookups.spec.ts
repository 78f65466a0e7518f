import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import '@cueline/database';
import { writtenStatements } from '@cueline/database/sql';
import { TestStudio } from '../../studio.fixture.js';

let studio: TestStudio;
beforeAll(async () => {
  studio = await TestStudio.open();
});
afterAll(() => studio.close());

/** Through what the ledger's and the run's own rows are reached, by a plan that is made now and kept. */
async function reachedBy(name: string): Promise<string[]> {
  const plan = await studio.rows<{ 'QUERY PLAN': string }>(
    `EXPLAIN (GENERIC_PLAN) ${writtenStatements.get(name)!.text}`,
  );
  const scans = plan.flatMap(
    (line) => /(?:(?:Seq|Index|Bitmap).* on (?:runs|sends)\b|Bitmap Index.*)/.exec(line['QUERY PLAN']) ?? [],
  );
  return scans.map((scan) => scan.replace(/ on .*| *\(cost.*/, ''));
}

describe.each([0, 3])('plans made with %d mails in the ledger', (mails) => {
  beforeAll(() =>
    studio.rows(
      `INSERT INTO sends (studio_id, key, purpose, brand_id, to_address, to_name, message_id, id, state, attempts, category, updated_at)
       SELECT $1, n::text, 'step', $2, 'a@b.test', '', n::text, gen_random_uuid(), 'sending', 1, 'transactional', now() FROM generate_series(1, $3) n`,
      studio.id,
      studio.brandId,
      mails,
    ),
  );

  it('find a mail that was taken, and its run, by their keys', async () => {
    expect(await reachedBy('accepted-and-done')).toEqual([
      'Index Scan using sends_key_key',
      'Index Scan using runs_pkey',
    ]);
  });

  it('find what a hand-over goes by, by the keys', async () => {
    const scans = await reachedBy('hand-over');
    expect([...new Set(scans)].toSorted()).toEqual([
      'Index Scan using runs_pkey',
      'Index Scan using sends_delayed',
      'Index Scan using sends_key_key',
    ]);
  });
});
