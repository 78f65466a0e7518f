import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CreateTaskStep } from '@cueline/workflows';
import { TestStudio } from '../../../studio.fixture.js';
import { activitiesOf, decideAll, perform, runOf, stepsOf } from './run.fixture.js';

let studio: TestStudio;
beforeEach(async () => {
  studio = await TestStudio.open();
});
afterEach(() => studio.close());

const task = (step: Partial<CreateTaskStep> = {}): CreateTaskStep => ({
  id: 'task',
  kind: 'createTask',
  title: 'Call {{ client.firstName }} about {{ booking.title }}',
  assignee: { role: 'owner' },
  ...step,
});

async function staffMember(firstName: string, archived = false): Promise<string> {
  const id = randomUUID();
  await studio.rows(
    `INSERT INTO staff (id, studio_id, first_name, archived_at, updated_at) VALUES ($1, $2, $3, $4, now())`,
    id,
    studio.id,
    firstName,
    archived ? new Date() : null,
  );
  return id;
}

const tasks = () => studio.rows('SELECT title, notes, assignee_id, client_id, booking_id FROM tasks');
const assigned = () =>
  studio.rows(`SELECT data, cause_run_id, chain, source FROM events WHERE type = 'task.assigned'`);

describe('the step that creates a task', () => {
  it('says it in the words of that moment, linked to the client and the booking, due in the brand’s days', async () => {
    const clientId = await studio.client('Mara');
    const bookingId = await studio.booking({ clientId });
    const step = task({ notes: 'At {{ booking.startsAt | time }}', due: { amount: 2, unit: 'days' } });
    const runId = await runOf(studio, step, { event: 'booking.created', subjectId: bookingId });
    await studio.rows(`UPDATE bookings SET title = 'The wedding'`);
    expect(await perform(studio, step, runId)).toEqual({ type: 'done', closed: true });
    expect(await tasks()).toEqual([
      {
        title: 'Call Mara about The wedding',
        notes: 'At 15:00',
        assignee_id: null,
        client_id: clientId,
        booking_id: bookingId,
      },
    ]);
    const days = `SELECT (due_at AT TIME ZONE 'Europe/Berlin')::date - (created_at AT TIME ZONE 'Europe/Berlin')::date AS days FROM tasks`;
    expect(await studio.rows(days)).toEqual([{ days: 2 }]);
    expect(await stepsOf(studio, runId)).toMatchObject([
      { status: 'done', reason: { code: 'task.created', params: { title: 'Call Mara about The wedding' } } },
    ]);
    expect(await studio.rows('SELECT status::text FROM runs')).toEqual([{ status: 'completed' }]);
    expect(await assigned()).toEqual([]);
  });

  it('makes one task and one event, carried out twice at once and again later', async () => {
    const staffId = await staffMember('Jo');
    const step = task({ assignee: { role: 'member', id: staffId } });
    const runId = await runOf(studio, step, {
      event: 'booking.created',
      subjectId: await studio.booking(),
    });
    const [one, other] = [activitiesOf(studio), activitiesOf(studio)];
    const results = await Promise.all([
      ...[one, other, one, other].map((worker) => perform(studio, step, runId, worker)),
    ]);
    results.push(await perform(studio, step, runId));
    expect(new Set(results.map(({ type }) => type))).toEqual(new Set(['done']));
    expect(await tasks()).toMatchObject([{ assignee_id: staffId }]);
    expect(await assigned()).toEqual([
      { data: { staffId }, cause_run_id: runId, chain: 1, source: 'cueline/run' },
    ]);
  });

  it('leaves nothing behind when its transaction fails', async () => {
    const step = task();
    const runId = await runOf(studio, step, {
      event: 'booking.created',
      subjectId: await studio.booking(),
    });
    await studio.rows('ALTER TABLE runs ADD CONSTRAINT never CHECK (ended_at IS NULL)');
    const reason = { code: 'failure.rule' };
    expect(await perform(studio, step, runId)).toEqual({ type: 'failed', reason });
    expect(await tasks()).toEqual([]);
    expect(await stepsOf(studio, runId)).toEqual([{ status: 'failed', reason: { ...reason, params: {} } }]);
    await studio.rows('ALTER TABLE runs DROP CONSTRAINT never');
    const [again] = await activitiesOf(studio).perform({
      ...{ studioId: studio.id, runId, stepId: step.id, visit: 2, kind: step.kind },
      ...{ last: true, journal: [] },
    });
    expect(again!.result).toEqual({ type: 'done', closed: true });
    expect(await tasks()).toHaveLength(1);
  });

  it.each([
    ['the staff of the booking', 'staff', false],
    ['one of the staff', 'member', false],
    ['nobody, and says so, when that one is archived', 'member', true],
  ] as const)('is for %s', async (_who, role, archived) => {
    const bookingId = await studio.booking();
    const staffId = await staffMember('Jo', archived);
    await studio.rows(
      `INSERT INTO booking_staff (studio_id, booking_id, staff_id) VALUES ($1, $2, $3)`,
      studio.id,
      bookingId,
      staffId,
    );
    const step = task({ assignee: role === 'staff' ? { role } : { role, id: staffId } });
    const runId = await runOf(studio, step, { event: 'booking.created', subjectId: bookingId });
    await perform(studio, step, runId);
    expect(await tasks()).toMatchObject([{ assignee_id: archived ? null : staffId }]);
    expect(await stepsOf(studio, runId)).toMatchObject([
      { reason: { code: archived ? 'task.createdForNobody' : 'task.created' } },
    ]);
  });

  it('fails with its reason when the title comes out empty', async () => {
    const step = task({ title: '{{ client.phone | default("") }}' });
    const runId = await runOf(studio, step, {
      event: 'booking.created',
      subjectId: await studio.booking(),
    });
    expect(await perform(studio, step, runId)).toEqual({
      type: 'failed',
      reason: { code: 'task.noTitle' },
    });
    expect(await tasks()).toEqual([]);
  });
});

describe('runs that lead to one another', () => {
  it('end after ten, with the reason beside the event', async () => {
    const staffId = await staffMember('Jo');
    const step = task({ title: 'Again', assignee: { role: 'member', id: staffId } });
    const workflowId = await studio.workflow({
      trigger: { event: 'task.assigned', reentry: 'every-time' },
      steps: [step],
    });
    const first = await runOf(
      studio,
      { ...step, id: 'first' },
      {
        event: 'booking.created',
        subjectId: await studio.booking(),
      },
    );
    await perform(studio, { ...step, id: 'first' }, first);
    const done = new Set([first]);
    for (let open: string[] = ['']; open.length > 0;) {
      await decideAll(studio);
      const runs = await studio.rows<{ id: string }>('SELECT id FROM runs');
      open = runs.map(({ id }) => id).filter((id) => !done.has(id));
      for (const id of open) await perform(studio, step, id);
      open.forEach((id) => done.add(id));
    }
    expect(done.size).toBe(11);
    const refused = await studio.rows<{ reason: object }>(
      'SELECT reason FROM event_matches WHERE workflow_id = $1 AND run_id IS NULL',
      workflowId,
    );
    expect(refused).toEqual([{ reason: { code: 'match.chainTooLong', params: { chain: 11, limit: 10 } } }]);
  });
});
