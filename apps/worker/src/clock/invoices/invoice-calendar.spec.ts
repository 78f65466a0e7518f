import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { TestStudio } from '../../studio.fixture.js';
import { InvoiceCalendar } from './invoice-calendar.js';
import { OpenInvoicesRepository } from './open-invoices.repository.js';

let studio: TestStudio;
let notified: number;
let calendar: InvoiceCalendar;

beforeAll(async () => {
  studio = await TestStudio.open();
});
afterAll(() => studio.close());
beforeEach(async () => {
  notified = 0;
  calendar = new InvoiceCalendar(new OpenInvoicesRepository(studio.pool), () => void notified++);
  await studio.pool.query(`UPDATE invoices SET status = 'void'`);
});

/** Issued in April for 1 May 2027, in Berlin, where business begins at 09:00: 07:00 in UTC. */
async function invoice({ status = 'issued', dueOn = '2027-05-01', issuedOn = '2027-04-01', paid = 0 } = {}) {
  const id = randomUUID();
  await studio.pool.query(
    `INSERT INTO invoices (id, studio_id, brand_id, client_id, number, status, currency, total_minor, paid_minor, issued_on, due_on,
       updated_at)
     VALUES ($1::uuid, $2, $3, $4, $1::text, $5::invoice_status, 'EUR', 1000, $6, $7, $8, now())`,
    [id, studio.id, studio.brandId, await studio.client(), status, paid, issuedOn, dueOn],
  );
  return id;
}
const sweep = (at: string) => calendar.sweep(new Date(at));
const facts = async (id: string) =>
  (
    await studio.rows<{ type: string; occurred_at: Date }>(
      'SELECT type, occurred_at FROM events WHERE subject_id = $1 ORDER BY seq',
      id,
    )
  ).map(({ type, occurred_at }) => `${type} ${occurred_at.toISOString()}`);
const statusOf = async (id: string) =>
  (await studio.rows<{ status: string }>('SELECT status::text FROM invoices WHERE id = $1', id))[0]!.status;

const due = 'invoice.due 2027-05-01T07:00:00.000Z';
const overdue = 'invoice.overdue 2027-05-02T07:00:00.000Z';

describe('an open invoice', () => {
  it('is due when business begins on its date, and overdue a day later, once each', async () => {
    const id = await invoice();
    await sweep('2027-05-01T06:59:59Z');
    expect(await facts(id)).toEqual([]);
    for (const at of ['2027-05-01T07:00:00Z', '2027-05-01T07:00:15Z', '2027-05-02T06:59:59Z'])
      await sweep(at);
    expect([await facts(id), await statusOf(id), notified]).toEqual([[due], 'issued', 1]);
    for (const at of ['2027-05-02T07:00:00Z', '2027-05-02T07:00:15Z']) await sweep(at);
    expect([await facts(id), await statusOf(id), notified]).toEqual([[due, overdue], 'overdue', 2]);
  });

  it('that came due while no worker ran is caught up with, as of when it was true', async () => {
    const id = await invoice();
    await sweep('2027-05-09T12:00:00Z');
    expect([await facts(id), await statusOf(id)]).toEqual([[due, overdue], 'overdue']);
  });

  it('is said once by any number of workers at once', async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, () => invoice()));
    await Promise.all(Array.from({ length: 6 }, () => sweep('2027-05-03T12:00:00Z')));
    // Who finds an invoice locked leaves it to the holder of the lock.
    await sweep('2027-05-03T12:00:15Z');
    for (const id of ids) expect(await facts(id)).toEqual([due, overdue]);
  });

  it('whose date is moved counts anew', async () => {
    const id = await invoice();
    await sweep('2027-05-02T12:00:00Z');
    await studio.pool.query(`UPDATE invoices SET due_on = '2027-06-01', status = 'issued' WHERE id = $1`, [
      id,
    ]);
    await sweep('2027-05-03T12:00:00Z');
    expect(await facts(id)).toEqual([due, overdue]);
    await sweep('2027-06-02T12:00:00Z');
    const [dueAgain, overdueAgain] = (await facts(id)).slice(2);
    expect(dueAgain).toBe('invoice.due 2027-06-01T07:00:00.000Z');
    expect(overdueAgain).toBe('invoice.overdue 2027-06-02T07:00:00.000Z');
  });

  it('issued after its date is overdue from its issue, and was never due', async () => {
    const id = await invoice({ issuedOn: '2027-05-05' });
    await sweep('2027-05-05T12:00:00Z');
    expect(await facts(id)).toEqual(['invoice.overdue 2027-05-05T07:00:00.000Z']);
  });
});

it.each([
  ['a draft', { status: 'draft' }],
  ['a paid one', { status: 'paid' }],
  ['a void one', { status: 'void' }],
  ['one that is paid in full', { paid: 1000 }],
  ['one without a date to come', { dueOn: '2027-12-01' }],
])('%s is left alone', async (_name, data) => {
  const id = await invoice(data);
  await sweep('2027-05-09T12:00:00Z');
  expect([await facts(id), notified]).toEqual([[], 0]);
});

describe('a brand', () => {
  const set = (zone: string, hours: object) =>
    studio.pool.query('UPDATE brands SET zone = $1, business_hours = $2 WHERE id = $3', [
      zone,
      JSON.stringify(hours),
      studio.brandId,
    ]);
  afterAll(() => set('Europe/Berlin', {}));

  it.each([
    ['Pacific/Auckland', {}, '2027-04-30T21:00:00.000Z'],
    ['Pacific/Honolulu', { from: '10:30' }, '2027-05-01T20:30:00.000Z'],
  ])('in %s has its own morning', async (zone, hours, since) => {
    await set(zone, hours);
    const id = await invoice();
    await sweep(new Date(Date.parse(since) - 1).toISOString());
    expect(await facts(id)).toEqual([]);
    await sweep(since);
    expect(await facts(id)).toEqual([`invoice.due ${since}`]);
  });

  it('whose hours cannot be read keeps nobody else from theirs', async () => {
    await set('Europe/Berlin', { from: 'early' });
    await invoice();
    const other = randomUUID();
    await studio.pool.query(
      `INSERT INTO brands (id, studio_id, name, slug, zone, locale, currency, updated_at)
       VALUES ($1, $2, 'Other', 'other', 'Europe/Berlin', 'en-GB', 'EUR', now())`,
      [other, studio.id],
    );
    const id = await invoice({ dueOn: '2027-05-01' });
    await studio.pool.query('UPDATE invoices SET brand_id = $1 WHERE id = $2', [other, id]);
    await sweep('2027-05-01T12:00:00Z');
    expect(await facts(id)).toEqual([due]);
  });
});

it('looks at more invoices than fit in one batch', async () => {
  const clientId = await studio.client();
  await studio.pool.query(
    `INSERT INTO invoices (id, studio_id, brand_id, client_id, number, status, currency, total_minor, due_on, updated_at)
     SELECT gen_random_uuid(), $1, $2, $3, 'many-' || n, 'issued', 'EUR', 1000, '2027-05-01', now() FROM generate_series(1, 450) n`,
    [studio.id, studio.brandId, clientId],
  );
  await sweep('2027-05-01T12:00:00Z');
  const [counted] = await studio.rows<{ count: number }>(
    `SELECT count(*)::int AS count FROM events e JOIN invoices i ON i.id = e.subject_id WHERE i.number LIKE 'many-%'`,
  );
  expect(counted!.count).toBe(450);
});
