import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { SendOutcome } from '@cueline/email/smtp';
import type { RunActivities } from '@cueline/workflows/messages';
import { until } from '@cueline/testkit/until';
import { dispatchBatch } from '../dispatcher/dispatch-batch.js';
import { WorkflowCache } from '../dispatcher/workflow-cache.js';
import { TestStudio } from '../../studio.fixture.js';
import { activitiesOf } from './effects/run.fixture.js';

let studio: TestStudio;
beforeEach(async () => {
  studio = await TestStudio.open();
});
afterEach(() => studio.close());

/** A worker's activities with a mail server that does with a mail, once handed over, what the test says. */
const activities = (server: () => SendOutcome | Promise<SendOutcome>): RunActivities =>
  activitiesOf(studio, {
    deliver: async ({ onHandOver }) => ((await onHandOver()) ? server() : { type: 'calledOff' }),
    close: () => undefined,
  });

/** A run of "weddings get a mail, others a mail to the archive". */
async function startedRun() {
  const mail = (id: string, address: string) => ({
    id,
    kind: 'sendMail' as const,
    template: studio.templateId,
    to: { role: 'address' as const, address },
    from: { type: 'brand' as const },
    category: 'transactional' as const,
  });
  const wedding = { field: 'booking.kind', op: 'is', value: 'wedding' } as const;
  await studio.workflow({
    trigger: { event: 'booking.created', reentry: 'every-time' },
    steps: [
      {
        id: 'which',
        kind: 'decide',
        paths: [
          { id: 'wedding', when: wedding, steps: [mail('couple', 'couple@clients.test')] },
          { id: 'otherwise', steps: [mail('others', 'others@clients.test')] },
        ],
      },
    ],
  });
  const bookingId = await studio.booking({ kind: 'wedding' });
  await studio.event('booking.created', bookingId);
  await dispatchBatch(studio.pool, new WorkflowCache(), 10);
  const [run] = await studio.rows<{ id: string }>('SELECT id FROM runs WHERE subject_id = $1', bookingId);
  return { bookingId, runId: run!.id };
}

const first = (runId: string) => ({
  studioId: studio.id,
  runId,
  stepId: 'which',
  visit: 1,
  kind: 'decide' as const,
  last: false,
  journal: [],
});
const steps = () =>
  studio.rows<{ step_id: string; status: string; outcome: string | null }>(
    'SELECT step_id, status, outcome FROM run_steps ORDER BY step_id DESC',
  );

describe('a decision and the mail that it leads to', () => {
  it('are carried out in one call, and end the run', async () => {
    const { runId } = await startedRun();
    const performed = await activities(() => ({ type: 'accepted', reply: '250 ok' })).perform(first(runId));
    expect(performed).toEqual([
      { stepId: 'which', visit: 1, result: { type: 'done', outcome: 'wedding' } },
      { stepId: 'couple', visit: 1, result: { type: 'done', closed: true } },
    ]);
    expect(await steps()).toEqual([
      { step_id: 'which', status: 'done', outcome: 'wedding' },
      { step_id: 'couple', status: 'done', outcome: null },
    ]);
    expect(await studio.rows('SELECT status::text FROM runs')).toEqual([{ status: 'completed' }]);
    expect(await studio.rows('SELECT to_address, state::text FROM sends')).toEqual([
      { to_address: 'couple@clients.test', state: 'sent' },
    ]);
  });

  it('are carried out apart when a step ahead is to be skipped', async () => {
    const { runId } = await startedRun();
    const server = () => Promise.reject(new Error('It was to be skipped.'));
    expect(await activities(server).perform({ ...first(runId), alone: true })).toEqual([
      { stepId: 'which', visit: 1, result: { type: 'done', outcome: 'wedding' } },
    ]);
    expect(await steps()).toEqual([{ step_id: 'which', status: 'done', outcome: 'wedding' }]);
  });

  it('go the same way when the worker dies with the mail on the wire and the record changes', async () => {
    const { runId, bookingId } = await startedRun();
    void activities(() => new Promise(() => undefined)).perform(first(runId));
    await until('the mail is on the wire', async () => (await studio.rows('SELECT 1 FROM sends')).length > 0);
    expect(await steps()).toEqual([{ step_id: 'which', status: 'done', outcome: 'wedding' }]);
    await studio.rows(`UPDATE bookings SET kind = 'portrait' WHERE id = $1`, bookingId);
    const again = await activities(() => ({ type: 'accepted', reply: '250 ok' })).perform(first(runId));
    expect(again.map(({ stepId, result }) => [stepId, result.type])).toEqual([
      ['which', 'done'],
      ['couple', 'pending'],
    ]);
    // The first one's mail is the ledger's to settle; nobody else got one.
    expect(await studio.rows('SELECT to_address, state::text, notify_run FROM sends')).toEqual([
      { to_address: 'couple@clients.test', state: 'sending', notify_run: true },
    ]);
  });

  it('leave the mail to the ledger when nobody knows what became of it', async () => {
    const { runId } = await startedRun();
    const breaks = activities(() => Promise.reject(new Error('out of its mind')));
    const performed = await breaks.perform(first(runId));
    expect(performed.map(({ stepId, result }) => [stepId, result.type])).toEqual([
      ['which', 'done'],
      ['couple', 'pending'],
    ]);
    expect(await studio.rows('SELECT state::text, notify_run FROM sends')).toEqual([
      { state: 'sending', notify_run: true },
    ]);
  });

  it('send the template as it is at that moment', async () => {
    const server = activities(() => ({ type: 'accepted', reply: '250 ok' }));
    const subjects: string[] = [];
    for (const subject of ['First', 'Second']) {
      await studio.rows('UPDATE templates SET subject = $1', subject);
      const { runId } = await startedRun();
      await server.perform(first(runId));
      subjects.push(
        (
          await studio.rows<{ subject: string }>('SELECT subject FROM messages WHERE subject = $1', subject)
        )[0]!.subject,
      );
    }
    expect(subjects).toEqual(['First', 'Second']);
  });
});
