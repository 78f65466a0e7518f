import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DateTrigger } from '@cueline/workflows';
import { dispatchBatch } from '../../engine/dispatcher/dispatch-batch.js';
import { WorkflowCache } from '../../engine/dispatcher/workflow-cache.js';
import { TestStudio } from '../../studio.fixture.js';
import { DateTriggers } from './date-triggers.js';
import { DateTriggersRepository } from './date-triggers.repository.js';

const MINUTE_MS = 60_000;
const threeDaysBefore: DateTrigger = {
  type: 'date',
  moment: {
    anchor: 'booking.startsAt',
    offset: { amount: 72, unit: 'hours', direction: 'before' },
  },
  reentry: 'once-per-record',
};

let studio: TestStudio;
beforeEach(async () => {
  studio = await TestStudio.open();
});
afterEach(() => studio.close());

const sweep = () => new DateTriggers(new DateTriggersRepository(studio.pool), () => undefined).sweep();
/** The last sweep was so many minutes ago. */
const noSweepFor = (minutes: number) =>
  studio.rows(`UPDATE date_trigger_sweeps SET swept_until = now() - $1 * interval '1 minute'`, minutes);
/** A booking whose moment was so many minutes ago; negative: is still to come. */
const startsAt = (minutes: number) => new Date(Date.now() + 3 * 24 * 60 * MINUTE_MS - minutes * MINUTE_MS);
const move = (id: string, minutes: number) =>
  studio.rows('UPDATE bookings SET starts_at = $2, ends_at = $2 WHERE id = $1', id, startsAt(minutes));
async function bookingDue(minutes: number): Promise<string> {
  const id = await studio.booking();
  await move(id, minutes);
  return id;
}
const requested = async () =>
  (
    await studio.rows<{ subject_id: string }>(
      `SELECT subject_id::text FROM events WHERE type = 'workflow.requested' ORDER BY seq`,
    )
  ).map(({ subject_id }) => subject_id);
async function dispatched() {
  const cache = new WorkflowCache();
  while ((await dispatchBatch(studio.pool, cache, 50)).claimed > 0);
  return studio.rows<{ started: boolean; code: string }>(
    `SELECT run_id IS NOT NULL AS started, reason->>'code' AS code FROM event_matches ORDER BY decided_at`,
  );
}

describe('a date trigger', () => {
  beforeEach(async () => {
    await studio.workflow({ trigger: threeDaysBefore });
    await sweep();
  });

  it('starts a run for every record whose moment came since the last sweep, also when there was none for long', async () => {
    const due = await bookingDue(5);
    await bookingDue(-5);
    await bookingDue(15);
    await noSweepFor(10);
    await sweep();
    expect(await requested()).toEqual([due]);
    expect(await dispatched()).toEqual([{ started: true, code: 'match.started' }]);
  });

  it('starts nothing for moments before it was published', async () => {
    await bookingDue(5);
    await sweep();
    expect(await requested()).toEqual([]);
  });

  it('starts once, however many workers sweep', async () => {
    const due = await bookingDue(5);
    await noSweepFor(10);
    await Promise.all([sweep(), sweep(), sweep()]);
    await sweep();
    expect(await requested()).toEqual([due]);
  });

  it('moves with the date of the record', async () => {
    const id = await bookingDue(5);
    await move(id, -60);
    await noSweepFor(10);
    await sweep();
    expect(await requested()).toEqual([]);
    await move(id, 1);
    await noSweepFor(10);
    await sweep();
    expect(await requested()).toEqual([id]);
  });

  it('keeps to its re-entry rule when a date comes again', async () => {
    const id = await bookingDue(5);
    await noSweepFor(10);
    await sweep();
    await move(id, 2);
    await noSweepFor(10);
    await sweep();
    expect(await dispatched()).toEqual([
      { started: true, code: 'match.started' },
      { started: false, code: 'match.reentry' },
    ]);
  });

  it('starts nothing for a cancelled booking', async () => {
    const id = await bookingDue(5);
    await studio.rows(`UPDATE bookings SET status = 'cancelled' WHERE id = $1`, id);
    await noSweepFor(10);
    await sweep();
    expect(await requested()).toEqual([]);
  });

  it('does not start later what came while the workflow was paused', async () => {
    await bookingDue(5);
    await studio.rows(`UPDATE workflows SET state = 'paused'`);
    await noSweepFor(10);
    await sweep();
    await studio.rows(`UPDATE workflows SET state = 'published'`);
    await sweep();
    expect(await requested()).toEqual([]);
  });
});

describe('a date trigger with a time of day', () => {
  it('counts calendar days of the brand, in its business hours, past records of other studios', async () => {
    const overdue: DateTrigger = {
      type: 'date',
      moment: { anchor: 'invoice.dueOn', offset: { amount: 1, unit: 'days', direction: 'after' } },
      reentry: 'once-per-record',
    };
    await studio.workflow({ trigger: overdue });
    await sweep();
    const clientId = await studio.client();
    await studio.rows(
      `INSERT INTO invoices (id, studio_id, brand_id, client_id, number, status, currency, total_minor, due_on, updated_at)
       SELECT gen_random_uuid(), $1, $2, $3, n::text, 'issued', 'EUR', 100, (now() AT TIME ZONE 'Europe/Berlin')::date - n, now()
       FROM generate_series(0, 4) n`,
      studio.id,
      studio.brandId,
      clientId,
    );
    // Two days reach over exactly two openings at nine o'clock, whatever time it is.
    await noSweepFor(2 * 24 * 60);
    await sweep();
    expect(await requested()).toHaveLength(2);
  });
});

describe('a date trigger that starts every time', () => {
  const dayBefore: DateTrigger = {
    type: 'date',
    moment: {
      anchor: 'booking.startsAt',
      offset: { amount: 1, unit: 'days', direction: 'before' },
      at: '09:00',
    },
    reentry: 'every-time',
  };
  /** Noon in Berlin, so many days from the given moment's day; moved by some minutes. */
  const session = (day: number, minutes = 0) =>
    new Date(Date.UTC(2026, 0, 10 + day, 11, 0) + minutes * MINUTE_MS);
  const moveTo = (id: string, at: Date) =>
    studio.rows('UPDATE bookings SET starts_at = $2, ends_at = $2 WHERE id = $1', id, at);
  const sweepSince2025 = async () => {
    await studio.rows(`UPDATE date_trigger_sweeps SET swept_until = '2025-12-01'`);
    await sweep();
    return (await dispatched()).filter(({ started }) => started).length;
  };

  it('starts once for each date that a record is moved to, and for none of them twice', async () => {
    await studio.workflow({ trigger: dayBefore });
    await sweep();
    const id = await studio.booking();
    await moveTo(id, session(0));
    expect(await sweepSince2025()).toBe(1);
    expect(await sweepSince2025()).toBe(1);
    await moveTo(id, session(7));
    expect(await sweepSince2025()).toBe(2);
    // The moment is the same one when the session moves within its day.
    await moveTo(id, session(7, 15));
    expect(await sweepSince2025()).toBe(2);
    // It goes back to a date of which the client was reminded.
    await moveTo(id, session(0));
    expect(await sweepSince2025()).toBe(2);
    await studio.rows(`UPDATE bookings SET status = 'cancelled'`);
    await moveTo(id, session(9));
    expect(await sweepSince2025()).toBe(2);
    await studio.rows(`UPDATE bookings SET status = 'confirmed'`);
    expect(await sweepSince2025()).toBe(3);
  });
});
