import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runOf } from '../activities/effects/run.fixture.js';
import { invoiceOf, projectOf, taskOf } from '../../records.fixture.js';
import { TestStudio, type Event } from '../../studio.fixture.js';
import { kinds } from '@cueline/workflows';

let studio: TestStudio;
beforeEach(async () => {
  studio = await TestStudio.open();
});
afterEach(() => studio.close());

const events: Readonly<Record<string, Event>> = {
  booking: 'booking.created',
  invoice: 'invoice.issued',
  task: 'task.assigned',
  project: 'project.stage_changed',
  other: 'booking.confirmed',
};

/** A client with two bookings, of which one has an invoice, a task and a project: each with a run of its own. */
async function twoBookings() {
  const clientId = await studio.client();
  const [bookingId, other] = [await studio.booking({ clientId }), await studio.booking({ clientId })];
  const records = {
    booking: bookingId,
    invoice: await invoiceOf(studio, clientId, bookingId),
    task: await taskOf(studio, clientId, bookingId),
    project: await projectOf(studio, clientId, bookingId),
    other,
  };
  const runs = new Map<string, string>();
  for (const [name, subjectId] of Object.entries(records)) {
    const subjectType = name === 'other' ? 'booking' : name;
    const start = { event: events[name]!, subjectId, subjectType };
    runs.set(await runOf(studio, kinds.wait.defaults('pause'), start), name);
  }
  return { clientId, records, runs };
}

describe('a date that moves is told to the runs that can see it, and to no others', () => {
  it.each<[string, string, string, string[]]>([
    [
      'a booking’s',
      'booking',
      `bookings SET starts_at = starts_at + interval '1 hour'`,
      ['booking', 'invoice', 'task'],
    ],
    ['an invoice’s', 'invoice', `invoices SET due_on = '2027-02-03'`, ['invoice']],
    ['a task’s', 'task', `tasks SET due_at = '2027-02-03'`, ['task']],
    [
      'a project’s',
      'project',
      `projects SET due_on = '2027-02-03'`,
      ['booking', 'invoice', 'project', 'task'],
    ],
  ])('%s', async (_, record, change, signals) => {
    const { records, runs } = await twoBookings();
    await studio.rows(`UPDATE ${change} WHERE id = $1`, records[record as keyof typeof records]);
    expect(await signalledRuns(runs)).toEqual(signals);
  });

  it('a client’s zone, to all of the client’s', async () => {
    const { clientId, runs } = await twoBookings();
    await studio.rows(`UPDATE clients SET zone = 'Asia/Tokyo' WHERE id = $1`, clientId);
    expect(await signalledRuns(runs)).toEqual(['booking', 'invoice', 'other', 'project', 'task']);
  });
});

async function signalledRuns(runs: ReadonlyMap<string, string>): Promise<string[]> {
  const signals = await studio.rows<{ run_id: string }>(
    `SELECT run_id FROM run_signals WHERE kind = 'recheck'`,
  );
  return signals.map(({ run_id }) => runs.get(run_id)!).sort();
}
