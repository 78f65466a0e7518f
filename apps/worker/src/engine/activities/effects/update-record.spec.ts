import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { RecordChange, UpdatableRecord, UpdateRecordStep } from '@cueline/workflows';
import { TestStudio } from '../../../studio.fixture.js';
import { activitiesOf, perform, runOf, stepsOf } from './run.fixture.js';

let studio: TestStudio;
beforeEach(async () => {
  studio = await TestStudio.open();
});
afterEach(() => studio.close());

const change = (field: string, value: string, op: RecordChange['op'] = 'set') => ({ field, op, value });
const update = (record: UpdatableRecord, ...set: RecordChange[]): UpdateRecordStep => ({
  id: 'update',
  kind: 'updateRecord',
  record,
  set,
});
const happened = () =>
  studio.rows(`SELECT type, data, chain FROM events WHERE source = 'cueline/run' ORDER BY seq`);

/** Carries the step out in a run about this booking. */
async function carriedOut(step: UpdateRecordStep, bookingId: string, times = 1) {
  const runId = await runOf(studio, step, { event: 'booking.created', subjectId: bookingId });
  const workers = Array.from({ length: times }, () => activitiesOf(studio));
  const results = await Promise.all(workers.map((worker) => perform(studio, step, runId, worker)));
  return { results, steps: await stepsOf(studio, runId) };
}
const reason = (code: string, params = {}) => [{ reason: { code, params } }];

describe('the step that updates a record', () => {
  it('confirms a booking with the event of a confirmation, once for two workers', async () => {
    const bookingId = await studio.booking();
    const { results, steps } = await carriedOut(
      update('booking', change('status', 'confirmed')),
      bookingId,
      3,
    );
    expect(results.map(({ type }) => type)).toEqual(['done', 'done', 'done']);
    expect(await studio.rows('SELECT status::text FROM bookings')).toEqual([{ status: 'confirmed' }]);
    expect(await happened()).toEqual([{ type: 'booking.confirmed', data: {}, chain: 1 }]);
    expect(steps).toMatchObject(reason('update.done', { record: 'booking', changed: ['status'] }));
  });

  it('answers as the first time when it is carried out again, and keeps what it said', async () => {
    const bookingId = await studio.booking();
    const step = update('booking', change('status', 'confirmed'), change('location', 'Here'));
    const runId = await runOf(studio, step, { event: 'booking.created', subjectId: bookingId });
    const first = await perform(studio, step, runId);
    const before = await stepsOf(studio, runId);
    await studio.rows(`UPDATE bookings SET location = 'Elsewhere'`);
    expect(await perform(studio, step, runId)).toEqual(first);
    expect(await stepsOf(studio, runId)).toEqual(before);
    expect(before).toMatchObject(
      reason('update.done', { record: 'booking', changed: ['status', 'location'] }),
    );
    expect(await studio.rows('SELECT location FROM bookings')).toEqual([{ location: 'Elsewhere' }]);
    expect(await happened()).toHaveLength(1);
  });

  it('says that it stood so already, and nothing happens', async () => {
    const bookingId = await studio.booking();
    await studio.rows(`UPDATE bookings SET status = 'confirmed', location = 'The old bridge'`);
    const step = update('booking', change('status', 'confirmed'), change('location', 'The old bridge'));
    const { results, steps } = await carriedOut(step, bookingId);
    expect(results).toEqual([{ type: 'done', closed: true }]);
    expect(steps).toMatchObject(reason('update.nothingChanged'));
    expect(await happened()).toEqual([]);
  });

  it('gives and takes tags, and fills texts in', async () => {
    const clientId = await studio.client('Mara');
    await studio.rows(`UPDATE clients SET tags = '{lead,vip}', phone = '1'`);
    const step = update(
      'client',
      change('tags', 'booked', 'add'),
      change('tags', 'vip', 'add'),
      change('tags', 'lead', 'remove'),
      change('company', '{{ client.firstName }} & Co'),
      change('phone', ''),
    );
    await carriedOut(step, await studio.booking({ clientId }));
    expect(await studio.rows('SELECT tags, company, phone FROM clients')).toEqual([
      { tags: ['vip', 'booked'], company: 'Mara & Co', phone: null },
    ]);
  });

  it('moves a project on, with where from and where to', async () => {
    const clientId = await studio.client();
    const [projectId, bookingId] = [randomUUID(), await studio.booking({ clientId })];
    await studio.rows(
      `INSERT INTO projects (id, studio_id, brand_id, client_id, name, updated_at) VALUES ($1, $2, $3, $4, 'P', now())`,
      projectId,
      studio.id,
      studio.brandId,
      clientId,
    );
    await studio.rows('UPDATE bookings SET project_id = $1', projectId);
    await carriedOut(update('project', change('stage', 'booked')), bookingId);
    expect(await studio.rows('SELECT stage FROM projects')).toEqual([{ stage: 'booked' }]);
    const data = { from: 'lead', to: 'booked' };
    expect(await happened()).toEqual([{ type: 'project.stage_changed', data, chain: 1 }]);
  });

  it('issues an invoice today, in the brand’s zone', async () => {
    const [clientId, invoiceId] = [await studio.client(), randomUUID()];
    await studio.rows(
      `INSERT INTO invoices (id, studio_id, brand_id, client_id, number, currency, total_minor, updated_at)
       VALUES ($1, $2, $3, $4, '1', 'EUR', 100, now())`,
      invoiceId,
      studio.id,
      studio.brandId,
      clientId,
    );
    const step = update('invoice', change('status', 'issued'));
    const start = { event: 'invoice.due', subjectId: invoiceId, subjectType: 'invoice' } as const;
    await perform(studio, step, await runOf(studio, step, start));
    const today = `issued_on = (now() AT TIME ZONE 'Europe/Berlin')::date AS today`;
    expect(await studio.rows(`SELECT status::text, ${today} FROM invoices`)).toEqual([
      { status: 'issued', today: true },
    ]);
    expect(await happened()).toEqual([{ type: 'invoice.issued', data: {}, chain: 1 }]);
  });

  it('makes none of its changes when the record’s rules refuse one', async () => {
    const bookingId = await studio.booking();
    await studio.rows(`UPDATE bookings SET status = 'cancelled'`);
    const step = update('booking', change('location', 'Elsewhere'), change('status', 'completed'));
    const start = { event: 'booking.cancelled', subjectId: bookingId } as const;
    const runId = await runOf(studio, step, start);
    expect(await perform(studio, step, runId)).toEqual({
      type: 'skipped',
      reason: { code: 'update.refused' },
    });
    expect(await stepsOf(studio, runId)).toMatchObject(
      reason('update.refused', { record: 'booking', from: 'cancelled', to: 'completed' }),
    );
    expect(await studio.rows('SELECT location, status::text FROM bookings')).toEqual([
      { location: '', status: 'cancelled' },
    ]);
  });

  it.each([
    [
      'there is no project',
      update('project', change('stage', 'x')),
      'update.noRecord',
      { record: 'project' },
    ],
    [
      'nothing is left to set',
      update('booking', change('kind', '{{ client.phone | default("") }}')),
      'update.emptyValue',
      { field: 'booking.kind' },
    ],
    [
      'the list is full',
      update('client', change('tags', 'one more', 'add')),
      'update.listFull',
      { field: 'client.tags', limit: 50 },
    ],
  ])('is skipped when %s', async (_why, step, code, params) => {
    const bookingId = await studio.booking();
    await studio.rows('UPDATE clients SET tags = ARRAY(SELECT n::text FROM generate_series(1, 50) n)');
    const { results, steps } = await carriedOut(step, bookingId);
    expect(results).toEqual([{ type: 'skipped', reason: { code } }]);
    expect(steps).toMatchObject(reason(code, params));
  });
});
