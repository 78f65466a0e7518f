import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { parseAddress } from '@cueline/email';
import type { EventType } from '@cueline/workflows';
import { simpleParser, type AddressObject } from 'mailparser';
import pg from 'pg';
import { automateAll, OddRecords } from '../odd/odd-studio.js';
import { oddSeed, oddTexts, oddTimes, someOf } from '../odd/odd-values.js';
import type { ApiClient } from '@cueline/testkit/api-client';
import { caughtMails } from '@cueline/testkit/api-client';
import { automationOf, type Automation } from '@cueline/testkit/automation';
import { pauseAll } from '@cueline/testkit/booked-runs';
import { Stack } from '@cueline/testkit/stack';
import { signIn } from '@cueline/testkit/test-api';
import { until } from '@cueline/testkit/until';

jest.setTimeout(600_000);

const CLIENTS = 20 * oddTimes;
/** By then each run has ended, or says what it waits for. */
const IN_TIME_MS = 90_000 * oddTimes;
const events = [
  'inquiry.received',
  'booking.created',
  'booking.confirmed',
  'staff.assigned',
  'project.stage_changed',
  'gallery.delivered',
  'invoice.issued',
  'payment.received',
  'task.assigned',
] as const satisfies readonly EventType[];

let stack: Stack;
let owner: ApiClient;
let automation: Automation;
let database: pg.Pool;
let odd: OddRecords;

beforeAll(async () => {
  stack = await Stack.start();
  owner = await signIn(stack, 'owner@sample.cueline.test', stack.ownerPassword);
  automation = automationOf(owner);
  database = new pg.Pool({ connectionString: stack.urls.database, max: 2 });
  database.on('error', () => undefined);
  odd = new OddRecords(owner);
  await pauseAll(automation);
  // Limits would hold what this is about.
  await automation.said('PATCH', 'studio', { mailsPerContactAndDay: null, firstContactsPerHour: null });
  for (const event of events) await automateAll(automation, event);
});
afterAll(async () => {
  await database.end();
  await stack.stop();
});

interface RunRow {
  readonly status: string;
  readonly type: string;
  readonly reason: string | null;
  readonly unexplained: number;
  readonly held: number;
}

/** How each run is, and whether a step of it that did not do its work says why. */
const runs = async () =>
  (
    await database.query<RunRow>(
      `SELECT r.status::text, e.type, r.reason::text,
         (SELECT count(*)::int FROM run_steps s WHERE s.run_id = r.id AND s.status IN ('skipped', 'failed') AND s.reason IS NULL) AS unexplained,
         (SELECT count(*)::int FROM sends s WHERE s.run_id = r.id AND s.state = 'held') AS held
       FROM runs r JOIN events e ON e.id = r.event_id`,
    )
  ).rows;

/** Of these events each record has its run. */
const recorded = async () =>
  (await database.query<{ id: string }>('SELECT id FROM events WHERE type = ANY($1)', [events])).rows.length;

const hasEnded = ({ status, held }: RunRow) =>
  ['completed', 'failed', 'exited', 'stopped'].includes(status) || (status === 'waiting' && held > 0);

/** One client with a record of each kind, in which every text, date and amount is odd. */
async function oddClient(n: number): Promise<void> {
  const own = `client${n}@clients.test`;
  const clientId = await odd.made(
    'clients',
    { firstName: 'Mara', email: own },
    {
      firstName: 'line',
      lastName: 'line',
      email: 'email',
      phone: 'line',
      company: 'name',
      zone: 'line',
      locale: 'line',
    },
  );
  await odd.made(
    'inquiries',
    { name: 'Mara', email: own, message: 'Hello', takenOver: false },
    { name: 'name', email: 'email', phone: 'line', kind: 'line', message: 'long', eventOn: 'day' },
  );
  const projectId = await odd.made(
    'projects',
    { clientId, name: 'P', takenOver: false },
    { name: 'name', stage: 'line', dueOn: 'day' },
  );
  const bookingId = await odd.made(
    'bookings',
    {
      clientId,
      projectId,
      title: 'The day',
      kind: 'wedding',
      startsAt: '2027-06-12T13:00:00Z',
      endsAt: '2027-06-12T21:00:00Z',
      takenOver: false,
    },
    { title: 'name', kind: 'line', startsAt: 'instant', endsAt: 'instant', location: 'name', notes: 'long' },
  );
  const vendor = await odd.made(
    'vendors',
    { name: 'Fern', email: `vendor${n}@vendors.test` },
    { name: 'name', trade: 'line', contact: 'name', email: 'email', phone: 'line' },
  );
  const staff = await odd.made(
    'staff',
    { firstName: 'Jo', email: `staff${n}@staff.test` },
    { firstName: 'line', lastName: 'line', position: 'line', email: 'email', phone: 'line' },
  );
  await automation.said('PUT', `bookings/${bookingId}/vendors/${vendor}`, {});
  await automation.said('PUT', `bookings/${bookingId}/staff/${staff}`, { duty: 'Second' });
  await automation.said('POST', `bookings/${bookingId}/confirm`);
  await odd.made(
    'tasks',
    { title: 'Call', assigneeId: staff, clientId, bookingId, takenOver: false },
    { title: 'name', notes: 'long', dueAt: 'instant' },
  );
  const currency = someOf(['EUR', 'JPY', 'KWD', 'HUF', 'IQD'], 1, `currency ${n}`)[0];
  const invoice = await odd.made(
    'invoices',
    { clientId, bookingId, number: `N${n}`, currency, totalMinor: 12_500, takenOver: false },
    { number: 'line', totalMinor: 'amount', dueOn: 'day' },
  );
  await automation.said('POST', `invoices/${invoice}/issue`);
  const payment = { amountMinor: 1, takenOver: false };
  const open = await automation.said<{ balanceMinor?: number; totalMinor: number }>(
    'GET',
    `invoices/${invoice}`,
  );
  if (open.totalMinor > 0)
    await odd.made(`invoices/${invoice}/payments`, payment, {
      method: 'line',
      reference: 'name',
      receivedAt: 'instant',
    });
  const stage = someOf(
    oddTexts.filter((one) => one.trim() && !/[\p{C}\u2800\u3164\u115f\u1160]/u.test(one)),
    1,
    `stage ${n}`,
  )[0];
  await automation.said('PATCH', `projects/${projectId}`, { stage: `To ${stage}` });
  await automation.said('POST', `projects/${projectId}/deliver-gallery`, {
    url: `https://gallery.test/${n}?q=%22%F0%9F%98%80#x`,
  });
}

describe('records with something odd in every field', () => {
  it('are recorded, and each run that they start ends in time, with a reason where it did not do its work', async () => {
    const brand = (await automation.said<{ items: { id: string }[] }>('GET', 'brands')).items[0]!.id;
    await automation.said('PATCH', `brands/${brand}`, {
      name: '👩‍👩‍👧‍👦 "Sünday" <& {{ x }}> مرحبا',
      signature: '{{ 7 * 7 }}\r\n<b>\u202e',
    });
    for (let n = 0; n < CLIENTS; n++) await oddClient(n);
    expect(odd.faults).toEqual([]);
    const due = await recorded();
    expect(due).toBeGreaterThanOrEqual(CLIENTS * 8);
    let open: RunRow[] = [];
    await until(
      'each run has ended',
      async () => {
        const rows = await runs();
        open = rows.filter((run) => !hasEnded(run));
        return rows.length >= due && open.length === 0;
      },
      IN_TIME_MS,
    ).catch((error: unknown) => {
      throw new Error(`seed ${oddSeed}: ${String(error)}; open: ${JSON.stringify(open.slice(0, 10))}`);
    });
    const all = await runs();
    const unsaid = all.filter(
      (run) => (run.status === 'failed' && run.reason === null) || run.unexplained > 0,
    );
    expect([oddSeed, unsaid]).toEqual([oddSeed, []]);
    expect(all.filter(({ status }) => status === 'completed').length).toBeGreaterThan(due / 2);
  });

  it('become emails that every program reads', async () => {
    const { items } = await caughtMails(stack);
    const sent = await database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM sends WHERE state = 'sent'`,
    );
    // Beside them, what tells an owner of held ones.
    expect(items.length).toBeGreaterThanOrEqual(Math.min(1_000, sent.rows[0]!.count));
    for (const { id } of items) {
      const raw = Buffer.from(await (await fetch(`${stack.urls.catcher}/messages/${id}/raw`)).arrayBuffer());
      const mail = await simpleParser(raw);
      const place = [`seed ${oddSeed}`, mail.subject];
      const to = [mail.to ?? []].flat().flatMap((one: AddressObject) => one.value);
      const from = mail.from?.value ?? [];
      expect([place, to.length, from.length, mail.subject]).toEqual([
        place,
        1,
        1,
        expect.not.stringMatching(/[\r\n\0]/),
      ]);
      for (const { address } of [...to, ...from])
        expect([place, address && parseAddress(address)]).toEqual([place, address]);
      expect([place, [...mail.headers.keys()].filter((name) => !known.has(name))]).toEqual([place, []]);
      for (const part of [mail.text, mail.html, mail.subject, ...to.map(({ name }) => name)])
        expect([place, part]).toEqual([place, expect.not.stringMatching(/[\0\ufffd]|\p{Cs}/u)]);
      // Lines of at most 998 octets, each ended by CRLF (RFC 5322 2.1.1).
      expect([
        place,
        raw
          .toString('latin1')
          .split('\r\n')
          .filter((line) => line.length > 998 || /[\r\n]/.test(line)),
      ]).toEqual([place, []]);
    }
  });
});

const known = new Set(
  'from to reply-to subject date message-id mime-version content-type content-transfer-encoding auto-submitted x-auto-response-suppress received return-path list-unsubscribe list-unsubscribe-post in-reply-to references x-cueline-run'.split(
    ' ',
  ),
);
