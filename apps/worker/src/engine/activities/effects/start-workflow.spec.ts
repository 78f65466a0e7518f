import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Definition, StartWorkflowStep } from '@cueline/workflows';
import { reasonToExit } from '../../record-context/guard.js';
import { RunContextRepository } from '../../record-context/run-context.repository.js';
import { TestStudio } from '../../../studio.fixture.js';
import { activitiesOf, decideAll, perform, runOf, stepsOf } from './run.fixture.js';

let studio: TestStudio;
beforeEach(async () => {
  studio = await TestStudio.open();
});
afterEach(() => studio.close());

const start = (workflow: string): StartWorkflowStep => ({ id: 'start', kind: 'startWorkflow', workflow });
const target = (trigger: Partial<Definition['trigger']> = {}) =>
  studio.workflow({ trigger: { event: 'booking.confirmed', reentry: 'every-time', ...trigger } });

/** Carries the step out in a run about a booking. @returns the runs of the asked workflow, and the reason for it */
async function carriedOut(
  workflowId: string,
  workers = 1,
  event: 'booking.created' | 'booking.cancelled' = 'booking.created',
) {
  const bookingId = await studio.booking();
  const step = start(workflowId);
  const runId = await runOf(studio, step, { event, subjectId: bookingId });
  const all = Array.from({ length: workers }, () => activitiesOf(studio));
  await Promise.all(all.map((worker) => perform(studio, step, runId, worker)));
  await decideAll(studio);
  const runs = await studio.rows<{ id: string; subject_id: string }>(
    'SELECT id, subject_id FROM runs WHERE workflow_id = $1',
    workflowId,
  );
  const [match] = await studio.rows<{ reason: { code: string } }>(
    'SELECT reason FROM event_matches WHERE workflow_id = $1',
    workflowId,
  );
  return { bookingId, runId, runs, reason: match?.reason };
}

describe('the step that starts a workflow', () => {
  it('asks once, and the dispatcher starts that workflow for the record and no other', async () => {
    const workflowId = await target();
    await target();
    const { bookingId, runId, runs, reason } = await carriedOut(workflowId, 3);
    expect(runs).toMatchObject([{ subject_id: bookingId }]);
    expect(reason).toEqual({ code: 'match.started' });
    expect(await studio.rows('SELECT 1 FROM runs')).toHaveLength(2);
    expect(
      await studio.rows(`SELECT type, source, source_id, chain FROM events WHERE source = 'cueline/run'`),
    ).toEqual([
      { type: 'workflow.requested', source: 'cueline/run', source_id: `${runId}/start/1`, chain: 1 },
    ]);
    expect(await stepsOf(studio, runId)).toMatchObject([
      { status: 'done', reason: { code: 'start.requested', params: { workflowId, name: 'W' } } },
    ]);
  });

  it.each<[string, Partial<Definition['trigger']>, string]>([
    [
      'its condition does not hold',
      { when: { field: 'booking.kind', op: 'is', value: 'portrait' } },
      'match.condition',
    ],
    ['it is for other brands', { brands: [randomUUID()] }, 'match.otherBrand'],
  ])('starts nothing when %s, and says so', async (_why, trigger, code) => {
    const { runs, reason } = await carriedOut(await target(trigger));
    expect(runs).toEqual([]);
    expect(reason).toMatchObject({ code });
  });

  it('starts nothing when the record has had its run', async () => {
    const workflowId = await target({ reentry: 'once-per-record' });
    const bookingId = await studio.booking();
    await studio.event('booking.confirmed', bookingId);
    const step = start(workflowId);
    const runId = await runOf(studio, step, { event: 'booking.created', subjectId: bookingId });
    await perform(studio, step, runId);
    await decideAll(studio);
    const reasons = await studio.rows<{ reason: { code: string } }>(
      'SELECT reason FROM event_matches WHERE workflow_id = $1 ORDER BY decided_at',
      workflowId,
    );
    expect(reasons.map(({ reason }) => reason.code)).toEqual(['match.started', 'match.reentry']);
  });

  it('starts nothing while the workflow is paused, and says so', async () => {
    const workflowId = await target();
    await studio.rows(`UPDATE workflows SET state = 'paused' WHERE id = $1`, workflowId);
    const { runs, reason } = await carriedOut(workflowId);
    expect(runs).toEqual([]);
    expect(reason).toEqual({ code: 'match.notPublished', params: { state: 'paused' } });
  });

  it('ends a workflow that starts itself without end', async () => {
    const workflowId = randomUUID();
    const step = start(workflowId);
    const runId = await runOf(studio, step, { event: 'booking.created', subjectId: await studio.booking() });
    const [made] = await studio.rows<{ id: string }>(
      'SELECT workflow_id AS id FROM runs WHERE id = $1',
      runId,
    );
    const again = start(made!.id);
    await studio.rows(
      `UPDATE workflow_versions SET definition = jsonb_set(definition, '{steps,0,workflow}', to_jsonb($1::text))`,
      made!.id,
    );
    const done = new Set<string>();
    for (let open = [runId]; open.length > 0;) {
      for (const id of open) await perform(studio, again, id);
      open.forEach((id) => done.add(id));
      await decideAll(studio);
      const all = await studio.rows<{ id: string }>('SELECT id FROM runs');
      open = all.map(({ id }) => id).filter((id) => !done.has(id));
    }
    expect(done.size).toBe(11);
  });

  it('gives a run about a cancellation on to another, which goes on as well', async () => {
    const workflowId = await target();
    await studio.rows(`UPDATE bookings SET status = 'cancelled'`);
    const { runs, bookingId } = await carriedOut(workflowId, 1, 'booking.cancelled');
    await studio.rows(`UPDATE bookings SET status = 'cancelled' WHERE id = $1`, bookingId);
    const context = await new RunContextRepository(studio.pool).load(studio.id, runs[0]!.id, 'pause', 1);
    expect(context.eventType).toBe('workflow.requested');
    expect(reasonToExit(context)).toBeUndefined();
  });
});
