import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { workflowIdOf } from '@cueline/workflows/messages';
import { until } from '@cueline/testkit/until';
import { TestStudio } from '../../studio.fixture.js';
import { Sweeps } from '../../clock/sweeps.js';
import { TestNamespace } from '@cueline/testkit/test-namespace';
import { dispatchBatch } from './dispatch-batch.js';
import { Dispatcher } from './dispatcher.js';
import { RunStarter } from './run-starter.js';
import { StartGate } from './start-gate.js';
import { StartsRepository } from './starts.repository.js';
import { WorkflowCache } from './workflow-cache.js';

const created = { event: 'booking.created', reentry: 'once-per-record' } as const;
type Parts = ConstructorParameters<typeof Sweeps>[0];
const noLedger = { sweep: () => Promise.resolve(), begin: () => Promise.resolve() } as Parts['ledger'];
const noDeliveryWorker: Parts['deliveryWorker'] = { sweep: () => Promise.resolve() };
const nothing: Parts['dates'] = { sweep: () => Promise.resolve() };
let temporal: TestNamespace;
let studio: TestStudio;

beforeAll(async () => {
  temporal = await TestNamespace.open();
}, 30_000);
afterAll(() => temporal.close());
beforeEach(async () => {
  studio = await TestStudio.open();
});
afterEach(() => studio.close());

/** Decides batch after batch, and starts nothing: a dispatcher that dies between its commit and Temporal. */
async function decideAll(limit = 50): Promise<number> {
  const cache = new WorkflowCache();
  for (let sum = 0; ;) {
    const { claimed } = await dispatchBatch(studio.pool, cache, limit);
    if (claimed === 0) return sum;
    sum += claimed;
  }
}

const starter = (client = () => temporal.client as typeof temporal.client | undefined) =>
  new RunStarter(new StartsRepository(studio.pool), client, new StartGate());
const sweeps = () =>
  new Sweeps({
    dispatcher: new Dispatcher(studio.pool, starter()),
    starter: starter(),
    ledger: noLedger,
    deliveryWorker: noDeliveryWorker,
    calendar: nothing,
    dates: nothing,
    reminders: nothing,
    holdNotices: nothing,
    mailboxNotices: nothing,
    idempotencyKeys: nothing,
    accountMails: { sweep: () => Promise.resolve(), forget: () => Promise.resolve() },
    putOff: noDeliveryWorker,
    receivedMails: noDeliveryWorker,
    intake: noDeliveryWorker,
  });

const runs = () =>
  studio.rows<{ id: string; subject_id: string; status: string }>(
    'SELECT id, subject_id, status FROM runs ORDER BY event_seq',
  );
const matchesOf = (eventId: string) =>
  studio.rows('SELECT run_id, reason FROM event_matches WHERE event_id = $1', eventId);
/** Events that wait, in their order. */
const undispatched = () =>
  studio.rows<{ id: string; dispatch_error: string | null }>(
    'SELECT id, dispatch_error FROM events WHERE dispatched_at IS NULL ORDER BY seq',
  );

describe('dispatchers that share the outbox', () => {
  it('take each event once, and leave none', async () => {
    await studio.workflow({ trigger: created });
    const clientId = await studio.client();
    for (let i = 0; i < 60; i++) await studio.event('booking.created', await studio.booking({ clientId }));
    const claimed = await Promise.all([decideAll(7), decideAll(7), decideAll(7)]);
    expect(claimed.reduce((sum, n) => sum + n)).toBe(60);
    expect(await runs()).toHaveLength(60);
    expect(await undispatched()).toEqual([]);
  });

  it('start every run, each once, with both at work at the same moment', async () => {
    await studio.workflow({ trigger: created });
    const clientId = await studio.client();
    for (let i = 0; i < 20; i++) await studio.event('booking.created', await studio.booking({ clientId }));
    const both = [new Dispatcher(studio.pool, starter()), new Dispatcher(studio.pool, starter())];
    for (const dispatcher of [...both, ...both]) dispatcher.wake();
    await until('no event waits', async () => (await undispatched()).length === 0);
    await Promise.all(both.map((dispatcher) => dispatcher.stop()));
    const begun = await Promise.all((await runs()).map(({ id }) => temporal.hasBegun(id)));
    expect(begun).toEqual(Array.from({ length: 20 }, () => true));
  });

  it('take all events of one record on being woken once, in their order', async () => {
    await studio.workflow({ trigger: { event: 'booking.confirmed', reentry: 'every-time' } });
    const bookingId = await studio.booking();
    const events: string[] = [];
    for (let i = 0; i < 5; i++) events.push(await studio.event('booking.confirmed', bookingId));
    const dispatcher = new Dispatcher(studio.pool, starter());
    dispatcher.wake();
    await until('none is left', async () => (await undispatched()).length === 0);
    await dispatcher.stop();
    const inOrder = await studio.rows('SELECT event_id FROM runs ORDER BY created_at');
    expect(inOrder).toEqual(events.map((event_id) => ({ event_id })));
  });

  it('take an event that came while the one before it was in hand', async () => {
    await studio.workflow({ trigger: created });
    const bookingId = await studio.booking();
    await studio.event('booking.created', bookingId);
    const dispatcher = new Dispatcher(studio.pool, starter());
    const holder = await studio.pool.connect();
    await holder.query('BEGIN; LOCK TABLE event_matches IN SHARE ROW EXCLUSIVE MODE');
    const heldUp = `SELECT 1 FROM pg_locks WHERE NOT granted`;
    dispatcher.wake();
    await until('it is held up', async () => (await studio.rows(heldUp)).length > 0);
    await studio.event('booking.confirmed', bookingId);
    dispatcher.wake();
    await holder.query('COMMIT');
    holder.release();
    await until('none is left', async () => (await undispatched()).length === 0);
    await dispatcher.stop();
  });

  it('start nothing by a workflow that somebody paused while it was decided on', async () => {
    const workflow = await studio.workflow({ trigger: created });
    await studio.event('booking.created', await studio.booking());
    // The pause is written, and not yet committed.
    const pausing = await studio.pool.connect();
    await pausing.query('BEGIN');
    await pausing.query('SELECT 1 FROM workflows WHERE id = $1 FOR UPDATE', [workflow]);
    await pausing.query(`UPDATE workflows SET state = 'paused' WHERE id = $1`, [workflow]);
    await pausing.query('UPDATE studios SET automation_revision = automation_revision + 1');
    const deciding = decideAll();
    await until(
      'it is held up',
      async () => (await studio.rows('SELECT 1 FROM pg_locks WHERE NOT granted')).length > 0,
    );
    await pausing.query('COMMIT');
    pausing.release();
    expect(await deciding).toBe(1);
    expect(await runs()).toEqual([]);
    expect(await undispatched()).toEqual([]);
  });

  it('start one run a contact, in whatever order they meet the same contacts', async () => {
    await studio.workflow({ trigger: { event: 'booking.created', reentry: 'once-per-contact' } });
    const people = await Promise.all(Array.from({ length: 12 }, (_, i) => studio.client(`Client${i}`)));
    for (const clients of [people, people.toReversed(), people, people.toReversed()])
      for (const clientId of clients)
        await studio.event('booking.created', await studio.booking({ clientId }));
    await Promise.all([decideAll(12), decideAll(12), decideAll(12), decideAll(12)]);
    expect(await undispatched()).toEqual([]);
    expect(await runs()).toHaveLength(12);
  });
});

describe('an event that cannot be dispatched', () => {
  const assigned = { event: 'staff.assigned', reentry: 'every-time' } as const;
  beforeEach(() =>
    studio.rows(
      `INSERT INTO staff (id, studio_id, first_name, updated_at) VALUES (gen_random_uuid(), $1, 'Jo', now())`,
      studio.id,
    ),
  );

  it('is put aside with its fault, and holds up no other record', async () => {
    await studio.workflow({ trigger: assigned });
    const poison = await studio.event('staff.assigned', await studio.booking(), { staffId: 'nobody' });
    for (let i = 0; i < 5; i++)
      await studio.event('staff.assigned', await studio.booking(), { staffId: randomUUID() });
    await decideAll();
    expect(await runs()).toHaveLength(5);
    expect(await undispatched()).toEqual([
      { id: poison, dispatch_error: expect.stringContaining('"nobody"') },
    ]);
  });

  it('keeps the later events of its record waiting, so that they come in their order', async () => {
    await studio.workflow({ trigger: assigned });
    await studio.workflow({ trigger: { event: 'booking.confirmed', reentry: 'every-time' } });
    const bookingId = await studio.booking();
    const first = await studio.event('staff.assigned', bookingId, { staffId: 'nobody' });
    const second = await studio.event('booking.confirmed', bookingId);
    const third = await studio.event('staff.assigned', bookingId, { staffId: randomUUID() });
    await decideAll();
    expect((await undispatched()).map(({ id }) => id)).toEqual([first, second, third]);
    await studio.rows(
      `UPDATE events SET data = '{}', dispatch_after = now() - interval '1 second' WHERE id = $1`,
      first,
    );
    await decideAll();
    const inOrder = await studio.rows('SELECT event_id FROM runs ORDER BY created_at');
    expect(inOrder).toEqual([first, second, third].map((event_id) => ({ event_id })));
  });
});

describe('the reason for a no', () => {
  it('is kept with the facts that were compared', async () => {
    const when = { all: [{ field: 'booking.kind', op: 'is', value: 'wedding' }] } as const;
    await studio.workflow({ trigger: { ...created, when } });
    const event = await studio.event('booking.created', await studio.booking({ kind: 'portrait' }));
    await decideAll();
    expect(await runs()).toEqual([]);
    const compared = { comparison: when.all[0], actual: 'portrait', result: false };
    const trace = { group: 'all', result: false, members: [compared] };
    expect(await matchesOf(event)).toEqual([{ run_id: null, reason: { code: 'match.condition', trace } }]);
  });

  it('names the brand when the workflow is for others', async () => {
    await studio.workflow({ trigger: { ...created, brands: [randomUUID()] } });
    const event = await studio.event('booking.created', await studio.booking());
    await decideAll();
    const reason = { code: 'match.otherBrand', params: { brand: 'Sunday' } };
    expect(await matchesOf(event)).toEqual([{ run_id: null, reason }]);
  });

  it('is the re-entry rule when the record has had its run', async () => {
    await studio.workflow({ trigger: created });
    await studio.workflow({ trigger: { ...created, reentry: 'every-time' } });
    const bookingId = await studio.booking();
    await studio.event('booking.created', bookingId);
    const again = await studio.event('booking.created', bookingId);
    await decideAll();
    expect(await runs()).toHaveLength(3);
    const matches = await matchesOf(again);
    expect(matches).toContainEqual({ run_id: null, reason: { code: 'match.reentry' } });
    expect(matches).toContainEqual({ run_id: expect.any(String), reason: { code: 'match.started' } });
  });
});

describe('a run whose dispatcher died between its commit and Temporal', () => {
  it('is started by the sweep, once', async () => {
    await studio.workflow({ trigger: created });
    await studio.event('booking.created', await studio.booking());
    await decideAll();
    const [run] = await runs();
    expect(run).toMatchObject({ status: 'starting' });
    expect(await temporal.hasBegun(run!.id)).toBe(false);
    const [one, other] = [sweeps(), sweeps()];
    await until('the run has begun', async () => {
      await Promise.all([one.starts(), other.starts()]);
      return temporal.hasBegun(run!.id);
    });
    const execution = () => temporal.client.workflow.getHandle(workflowIdOf(run!.id)).describe();
    const { runId } = await execution();
    await one.starts();
    expect((await execution()).runId).toBe(runId);
  }, 20_000);
});

describe('what an open run must be told', () => {
  const exitOn = [{ event: 'booking.rescheduled' }, { event: 'booking.cancelled' }] as const;

  async function openRun() {
    const bookingId = await studio.booking();
    await studio.event('booking.created', bookingId);
    await decideAll();
    return { bookingId, runId: (await runs()).at(-1)!.id };
  }
  const undelivered = () => studio.rows('SELECT 1 FROM run_signals WHERE delivered_at IS NULL');
  const signalsOf = async (runId: string) =>
    (await temporal.signals<{ eventId: string }>(runId)).map(({ eventId }) => eventId);

  it('is kept while Temporal is away, and delivered in order with the start', async () => {
    await studio.workflow({ trigger: created, exitOn });
    const { bookingId, runId } = await openRun();
    const moved = await studio.event('booking.rescheduled', bookingId);
    const cancelled = await studio.event('booking.cancelled', bookingId);
    await studio.event('booking.confirmed', bookingId);
    await decideAll();
    await starter(() => undefined).deliverSignals();
    expect(await undelivered()).toHaveLength(2);
    await sweeps().signals();
    expect(await signalsOf(runId)).toEqual([moved, cancelled]);
    expect(await undelivered()).toEqual([]);
  });

  it('is no event from before the run, and none of another record', async () => {
    const bookingId = await studio.booking();
    await studio.event('booking.cancelled', bookingId);
    await studio.workflow({ trigger: created, exitOn });
    await studio.event('booking.created', bookingId);
    await studio.event('booking.cancelled', await studio.booking());
    await decideAll();
    expect(await undelivered()).toEqual([]);
  });

  it('is told also of a client’s answer that was dispatched while its run was still being decided', async () => {
    await studio.workflow({ trigger: created, exitOn: [{ event: 'form.answered' }] });
    const clientId = await studio.client();
    await studio.event('booking.created', await studio.booking({ clientId }));
    // One dispatcher has written the run and not yet committed it, held up by a lock of somebody else's.
    const holder = await studio.pool.connect();
    await holder.query('BEGIN; LOCK TABLE event_matches IN SHARE ROW EXCLUSIVE MODE');
    const deciding = decideAll();
    await until(
      'it is held up',
      async () => (await studio.rows('SELECT 1 FROM pg_locks WHERE NOT granted')).length > 0,
    );
    const answered = await studio.event('form.answered', clientId, {}, 'client');
    const other = decideAll();
    await until(
      'the answer is dispatched or waits',
      async () =>
        (
          await studio.rows(
            `SELECT 1 FROM events WHERE id = $1 AND dispatched_at IS NOT NULL
        UNION ALL SELECT 1 FROM pg_locks WHERE NOT granted OFFSET 1`,
            answered,
          )
        ).length > 0,
    );
    await holder.query('COMMIT');
    holder.release();
    await Promise.all([deciding, other]);
    await starter().deliverSignals();
    expect(await signalsOf((await runs())[0]!.id)).toEqual([answered]);
  });

  it('is told of a client’s answer when the event of its run had to wait', async () => {
    await studio.workflow({ trigger: created, exitOn: [{ event: 'form.answered' }] });
    const clientId = await studio.client();
    const event = await studio.event('booking.created', await studio.booking({ clientId }));
    const answered = await studio.event('form.answered', clientId, {}, 'client');
    const putAside = `UPDATE events SET dispatch_after = now() + $2 * interval '1 minute' WHERE id = $1`;
    await studio.rows(putAside, event, 1);
    expect(await decideAll()).toBe(1);
    await studio.rows(putAside, event, -1);
    await decideAll();
    await starter().deliverSignals();
    expect(await signalsOf((await runs())[0]!.id)).toEqual([answered]);
  });

  it('is done with when the run is over meanwhile, and holds up no other run', async () => {
    await studio.workflow({ trigger: created, exitOn });
    const [over, other] = [await openRun(), await openRun()];
    await starter().startLeftBehind(0);
    await temporal.client.workflow.getHandle(workflowIdOf(over.runId)).terminate();
    const events: string[] = [];
    for (const { bookingId } of [over, other])
      events.push(await studio.event('booking.cancelled', bookingId));
    await decideAll();
    await starter().deliverSignals();
    expect(await undelivered()).toEqual([]);
    expect(await signalsOf(over.runId)).toEqual([]);
    expect(await signalsOf(other.runId)).toEqual([events[1]]);
  });
});
