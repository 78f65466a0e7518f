import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { limits, describeReason, type StartWorkflowStep } from '@cueline/workflows';
import { activitiesOf, decideAll, runOf } from '../activities/effects/run.fixture.js';
import { TestStudio } from '../../studio.fixture.js';
import { lockChains } from './chain-bounds.sql.js';

let studio: TestStudio;
beforeEach(async () => {
  studio = await TestStudio.open();
});
afterEach(() => studio.close());

const start = (id: string, workflow: string): StartWorkflowStep => ({ id, kind: 'startWorkflow', workflow });
const count = async (sql: string, ...values: unknown[]): Promise<number> =>
  (await studio.rows<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`, ...values))[0]!.n;
const decideByThree = () => Promise.all([decideAll(studio), decideAll(studio), decideAll(studio)]);

/** Requests for a workflow that go back to one event, as runs make them, each about a booking of its own. */
async function requests(root: string, workflowId: string, many: number): Promise<void> {
  const clientId = await studio.client();
  await studio.rows(
    `WITH b AS (
       INSERT INTO bookings (id, studio_id, brand_id, client_id, title, kind, starts_at, ends_at, updated_at)
       SELECT gen_random_uuid(), $1, $2, $3, 'The day', 'wedding', '2027-06-12T13:00Z', '2027-06-12T21:00Z', now()
       FROM generate_series(1, $6) RETURNING id)
     INSERT INTO events (id, studio_id, source, source_id, type, subject_type, subject_id, occurred_at, chain, root_event_id, data)
     SELECT gen_random_uuid(), $1, 'cueline/run', id::text, 'workflow.requested', 'booking', id, now(), 1, $4, jsonb_build_object('workflowId', $5::text)
     FROM b`,
    ...[studio.id, studio.brandId, clientId, root, workflowId, many],
  );
}
const rootEvent = async () => studio.event('booking.rescheduled', await studio.booking());
const target = () => studio.workflow({ trigger: { event: 'booking.confirmed', reentry: 'every-time' } });

describe('runs that one event leads to', () => {
  it('end at the bound when a workflow starts itself twice, and each no says why', async () => {
    const step = start('one', randomUUID());
    const runId = await runOf(studio, step, {
      event: 'booking.cancelled',
      subjectId: await studio.booking(),
    });
    const [{ id: workflowId }] = (await studio.rows('SELECT workflow_id AS id FROM runs')) as [
      { id: string },
    ];
    const steps = [start('one', workflowId), start('two', workflowId)];
    await studio.rows(
      `UPDATE workflow_versions SET definition = jsonb_set(definition, '{steps}', $1::jsonb)`,
      JSON.stringify(steps),
    );
    const activities = activitiesOf(studio);
    const done = new Set<string>();
    for (let open = [runId]; open.length > 0;) {
      for (const id of open) {
        const call = {
          studioId: studio.id,
          runId: id,
          visit: 1,
          kind: 'startWorkflow',
          journal: [],
        } as const;
        await activities.perform({ ...call, stepId: 'one', last: false });
        await activities.perform({ ...call, stepId: 'two', last: true });
        done.add(id);
      }
      await decideByThree();
      open = (await studio.rows<{ id: string }>('SELECT id FROM runs')).flatMap(({ id }) =>
        done.has(id) ? [] : [id],
      );
    }
    expect(done.size).toBe(1 + limits.chainRuns);
    const reasons = await studio.rows<{ reason: { code: string }; n: number }>(
      'SELECT reason, count(*)::int AS n FROM event_matches WHERE run_id IS NULL GROUP BY reason',
    );
    expect(reasons.map(({ reason }) => reason)).toEqual([
      { code: 'match.chainTooBroad', params: { limit: limits.chainRuns } },
    ]);
    // Each run asks twice: what was not granted has its no, and nothing is left over.
    expect(reasons[0]!.n).toBe(2 * done.size - limits.chainRuns);
    expect(await count('events WHERE dispatched_at IS NULL')).toBe(0);
    expect(describeReason(reasons[0]!.reason, 'en')).toEqual([
      'One event has led to 200 runs by workflows that start others, the most that are started for it.',
    ]);
  }, 120_000);

  it('are counted for each event by itself, by however many dispatchers', async () => {
    const workflowId = await target();
    const [broad, other] = [await rootEvent(), await rootEvent()];
    await requests(broad, workflowId, limits.chainRuns + 60);
    await requests(other, workflowId, 30);
    await decideByThree();
    const startedFor = (root: string) =>
      count('runs r JOIN events e ON e.id = r.event_id WHERE e.root_event_id = $1', root);
    expect(await startedFor(broad)).toBe(limits.chainRuns);
    expect(await startedFor(other)).toBe(30);
    // Later ones of the same event find the bound as well.
    await requests(broad, workflowId, 5);
    await decideByThree();
    expect(await startedFor(broad)).toBe(limits.chainRuns);
    expect(await count(`event_matches WHERE reason->>'code' = 'match.chainTooBroad'`)).toBe(65);
  });

  it('are counted by dispatchers that begin with the same event at the same moment', async () => {
    for (let round = 0; round < 400; round++) {
      const root = await rootEvent();
      const lock = () => lockChains.rows(studio.pool, { studioId: studio.id, roots: [root] });
      const locked = await Promise.all(Array.from({ length: 6 }, lock));
      expect(locked.map((rows) => rows.map((row) => row.root))).toEqual(Array(6).fill([root]));
    }
  }, 60_000);

  it('are not counted when a trigger says no, nor when a person’s own event starts them', async () => {
    const workflowId = await studio.workflow({
      trigger: {
        event: 'booking.confirmed',
        reentry: 'every-time',
        when: { field: 'booking.kind', op: 'is', value: 'portrait' },
      },
    });
    const root = await rootEvent();
    await requests(root, workflowId, 12);
    await decideByThree();
    expect(await count('chained_runs WHERE runs > 0')).toBe(0);
    await studio.event('booking.confirmed', await studio.booking({ kind: 'portrait' }));
    await decideByThree();
    expect(await count('runs')).toBe(1);
    expect(await count('chained_runs WHERE runs > 0')).toBe(0);
  });
});
