import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { recordEvents } from '@cueline/database';
import { RECORD_CHANGED, type DateTrigger } from '@cueline/workflows';
import { DateTriggers } from '../../clock/date-triggers/date-triggers.js';
import { DateTriggersRepository } from '../../clock/date-triggers/date-triggers.repository.js';
import { TestStudio } from '../../studio.fixture.js';
import { dispatchBatch } from './dispatch-batch.js';
import { WorkflowCache } from './workflow-cache.js';

const HOUR_MS = 3_600_000;
const dayBefore = (more: Partial<DateTrigger> = {}): DateTrigger => ({
  type: 'date',
  moment: { anchor: 'booking.startsAt', offset: { amount: 24, unit: 'hours', direction: 'before' } },
  reentry: 'every-time',
  ...more,
});
const confirmed = { when: { field: 'booking.status', op: 'is', value: 'confirmed' } } as const;

let studio: TestStudio;
beforeEach(async () => {
  studio = await TestStudio.open();
});
afterEach(() => studio.close());

const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS);
async function bookingIn(hours: number, id = ''): Promise<string> {
  const booking = id || (await studio.booking());
  const at = inHours(hours);
  await studio.rows('UPDATE bookings SET starts_at = $2, ends_at = $2 WHERE id = $1', booking, at);
  return booking;
}
const sweep = () => new DateTriggers(new DateTriggersRepository(studio.pool), () => undefined).sweep();
const changed = (id: string, subjectType: string) =>
  recordEvents(studio.pool, studio.id, [
    {
      source: 'test',
      sourceId: crypto.randomUUID(),
      type: RECORD_CHANGED,
      subjectType,
      subjectId: id,
      data: {},
      occurredAt: new Date(),
    },
  ]);

interface Line {
  readonly type: string;
  readonly code: string;
  readonly due: string | null;
}
async function lines(): Promise<Line[]> {
  const cache = new WorkflowCache();
  while ((await dispatchBatch(studio.pool, cache, 50)).claimed > 0);
  return studio.rows<Line>(
    `SELECT e.type, m.reason->>'code' AS code, m.reason->'params'->>'due' AS due
     FROM event_matches m JOIN events e ON e.id = m.event_id ORDER BY e.seq, m.workflow_id`,
  );
}
const codes = async () => (await lines()).map(({ type, code }) => `${type} ${code}`);

describe('a moment that was past when the record came', () => {
  it('leaves one line, however often the record is told of', async () => {
    await studio.workflow({ trigger: dayBefore() });
    const id = await bookingIn(2);
    await studio.event('booking.created', id);
    const [line, ...more] = await lines();
    expect(more).toEqual([]);
    expect(line).toMatchObject({ type: 'booking.created', code: 'match.past' });
    expect(Math.abs(Date.parse(line!.due!) - inHours(-22).getTime())).toBeLessThan(60_000);
    await studio.event('booking.confirmed', id);
    await changed(id, 'booking');
    expect(await codes()).toEqual(['booking.created match.past']);
  });

  it('leaves another where it moves to another date that is near as well', async () => {
    await studio.workflow({ trigger: dayBefore() });
    const id = await bookingIn(2);
    await studio.event('booking.created', id);
    await lines();
    await bookingIn(3, id);
    await studio.event('booking.rescheduled', id);
    expect(await codes()).toEqual(['booking.created match.past', 'booking.rescheduled match.past']);
  });

  it('leaves none where it is still to come, and starts then', async () => {
    await studio.workflow({ trigger: dayBefore() });
    await sweep();
    const id = await bookingIn(24);
    await studio.event('booking.created', id);
    expect(await lines()).toEqual([]);
    await studio.rows(`UPDATE date_trigger_sweeps SET swept_until = now() - interval '1 hour'`);
    await sweep();
    expect(await codes()).toEqual(['workflow.requested match.started']);
    // It has had its run for this date: what is told of the record later is no missed moment.
    await studio.rows(`UPDATE bookings SET starts_at = starts_at + interval '0 hours' WHERE id = $1`, id);
    await changed(id, 'booking');
    expect(await codes()).toEqual(['workflow.requested match.started']);
  });

  it('starts what came less than a minute late', async () => {
    await studio.workflow({ trigger: dayBefore() });
    await sweep();
    const id = await bookingIn(24 - 30 / 3_600);
    await studio.event('booking.created', id);
    expect(await lines()).toEqual([]);
    await sweep();
    await sweep();
    expect(await codes()).toEqual(['workflow.requested match.started']);
  });

  it('is not started by a worker that was away meanwhile', async () => {
    await studio.workflow({ trigger: dayBefore() });
    await sweep();
    await studio.rows(`UPDATE date_trigger_sweeps SET swept_until = now() - interval '2 days'`);
    const id = await bookingIn(2);
    await studio.event('booking.created', id);
    await sweep();
    expect(await codes()).toEqual(['booking.created match.past']);
  });

  it('is not missed by a worker that was away, where the record stood so in time', async () => {
    await studio.workflow({ trigger: dayBefore() });
    await sweep();
    await studio.rows(`UPDATE date_trigger_sweeps SET swept_until = now() - interval '2 days'`);
    const id = await bookingIn(2);
    const created = await studio.event('booking.created', id);
    await studio.rows(`UPDATE events SET recorded_at = now() - interval '2 days' WHERE id = $1`, created);
    await studio.event('booking.confirmed', id);
    expect(await lines()).toEqual([]);
    await sweep();
    expect(await codes()).toEqual(['workflow.requested match.started']);
  });

  it('counts for what matches: its condition, its brands, its status', async () => {
    await studio.workflow({ trigger: dayBefore(confirmed) });
    await studio.workflow({ trigger: dayBefore({ brands: [crypto.randomUUID()] }) });
    const id = await bookingIn(2);
    await studio.event('booking.created', id);
    expect(await lines()).toEqual([]);
    await studio.rows(`UPDATE bookings SET status = 'confirmed' WHERE id = $1`, id);
    await studio.event('booking.confirmed', id);
    expect(await codes()).toEqual(['booking.confirmed match.past']);
    const gone = await bookingIn(2);
    await studio.rows(`UPDATE bookings SET status = 'cancelled' WHERE id = $1`, gone);
    await studio.event('booking.cancelled', gone);
    expect(await codes()).toEqual(['booking.confirmed match.past']);
  });

  it('counts for every kind of record that has a date', async () => {
    const clientId = await studio.client();
    const { id: studioId, brandId } = studio;
    const made = async (table: string, columns: string, values: string, type: string, anchor: string) => {
      const [row] = await studio.rows<{ id: string }>(
        `INSERT INTO ${table} (id, studio_id, brand_id, client_id, updated_at, ${columns}) VALUES (gen_random_uuid(), $1, $2, $3, now(), ${values}) RETURNING id::text`,
        studioId,
        brandId,
        clientId,
      );
      const moment = {
        anchor: anchor as DateTrigger['moment']['anchor'],
        offset: { amount: 1, unit: 'weeks', direction: 'before' },
      } as const;
      await studio.workflow({ trigger: dayBefore({ moment }) });
      return { id: row!.id, type };
    };
    const soon = `(now() + interval '2 days')::date`;
    for (const { id, type } of [
      await made(
        'inquiries',
        'name, email, message, event_on',
        `'M', 'm@x.test', 'Hi', ${soon}`,
        'inquiry',
        'inquiry.eventOn',
      ),
      await made('projects', 'name, due_on', `'P', ${soon}`, 'project', 'project.dueOn'),
      await made('tasks', 'title, due_at', `'T', ${soon}`, 'task', 'task.dueAt'),
      await made(
        'invoices',
        'number, currency, total_minor, status, due_on',
        `'1', 'EUR', 100, 'issued', ${soon}`,
        'invoice',
        'invoice.dueOn',
      ),
    ])
      await changed(id, type);
    expect(await codes()).toEqual(Array(4).fill('record.changed match.past'));
  });
});

describe('a record that lay in the past when it came', () => {
  it('starts nothing by itself, and ends and wakes what is open', async () => {
    await studio.workflow({ trigger: { event: 'booking.created', reentry: 'every-time' } });
    await studio.workflow({
      trigger: { event: 'booking.confirmed', reentry: 'every-time' },
      exitOn: [{ event: 'booking.completed' }],
    });
    const id = await studio.booking();
    await studio.rows(
      `UPDATE bookings SET starts_at = '2019-06-15T13:00Z', ends_at = '2019-06-15T20:00Z' WHERE id = $1`,
      id,
    );
    await studio.event('booking.created', id);
    expect(await codes()).toEqual(['booking.created match.takenOver']);
    await studio.rows(`UPDATE bookings SET taken_over = false WHERE id = $1`, id);
    await studio.event('booking.confirmed', id);
    await lines();
    await studio.rows(`UPDATE bookings SET taken_over = NULL WHERE id = $1`, id);
    await studio.event('booking.completed', id);
    expect(await codes()).toEqual(['booking.created match.takenOver', 'booking.confirmed match.started']);
    expect(await studio.rows(`SELECT kind FROM run_signals`)).toEqual([{ kind: 'exit' }]);
  });
});
