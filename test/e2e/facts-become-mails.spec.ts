import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { kinds, type RecipientRole } from '@cueline/workflows';
import pg from 'pg';
import { caughtMails } from '@cueline/testkit/api-client';
import { automationOf, type Automation } from '@cueline/testkit/automation';
import { Stack } from '@cueline/testkit/stack';
import { signIn } from '@cueline/testkit/test-api';
import { until } from '@cueline/testkit/until';

jest.setTimeout(240_000);

let stack: Stack;
let automation: Automation;
let database: pg.Pool;
let clientId: string;
let bookingId: string;

beforeAll(async () => {
  stack = await Stack.start();
  automation = automationOf(await signIn(stack, 'owner@sample.cueline.test', stack.ownerPassword));
  database = new pg.Pool({ connectionString: stack.urls.database, max: 2 });
  database.on('error', () => undefined);
  clientId = await made('clients', { firstName: 'Alma', email: 'alma@clients.test' });
  bookingId = await made('bookings', {
    clientId,
    title: 'The day',
    kind: 'wedding',
    startsAt: '2027-06-12T13:00:00Z',
    endsAt: '2027-06-12T21:00:00Z',
  });
});
afterAll(async () => {
  await database.end();
  await stack.stop();
});

const said = async (...call: Parameters<Automation['said']>) => (await automation.said(...call)).id;
const made = (path: string, body: object) => automation.made(path, body);

/** A published workflow: when this happens, one mail with this subject to this role. */
async function automate(event: string, role: RecipientRole, subject: string): Promise<void> {
  const template = await made('templates', { name: event, subject, html: '<p>Hello</p>' });
  await automation.published(event, event, [{ ...kinds.sendMail.defaults('tell'), template, to: { role } }]);
}

const staff = () => made('staff', { firstName: 'Jo', email: 'jo@staff.test' });
const project = () => made('projects', { clientId, name: 'Lindqvist', stage: 'shooting' });
async function invoice(number: string): Promise<string> {
  const money = { currency: 'EUR', totalMinor: 12_500 };
  // It was due before it is recorded, and is news all the same.
  const id = await made('invoices', { clientId, number, dueOn: '2026-02-01', takenOver: false, ...money });
  await said('POST', `invoices/${id}/issue`);
  return id;
}

type Case = [
  event: string,
  role: RecipientRole,
  template: string,
  act: () => Promise<unknown>,
  mail: string[],
];
const cases: Case[] = [
  [
    'staff.assigned',
    'staff',
    '{{ staff.firstName }} is on {{ booking.title }}',
    async () => said('PUT', `bookings/${bookingId}/staff/${await staff()}`, { duty: 'Second' }),
    ['Jo <jo@staff.test>: Jo is on The day'],
  ],
  [
    'task.assigned',
    'staff',
    'To do: {{ task.title }}',
    async () => made('tasks', { title: 'Call the venue', assigneeId: await staff() }),
    ['Jo <jo@staff.test>: To do: Call the venue'],
  ],
  [
    'booking.confirmed',
    'vendors',
    'Details of {{ booking.title }}',
    async () => {
      for (const name of ['Fern', 'Hof']) {
        const vendor = await made('vendors', { name, email: `${name.toLowerCase()}@vendors.test` });
        await said('PUT', `bookings/${bookingId}/vendors/${vendor}`, {});
      }
      await said('POST', `bookings/${bookingId}/confirm`);
    },
    ['Fern <fern@vendors.test>: Details of The day', 'Hof <hof@vendors.test>: Details of The day'],
  ],
  [
    'project.stage_changed',
    'client',
    '{{ project.name }} is in {{ project.stage }}',
    async () => said('PATCH', `projects/${await project()}`, { stage: 'editing' }),
    ['Alma <alma@clients.test>: Lindqvist is in editing'],
  ],
  [
    'gallery.delivered',
    'client',
    'Your pictures: {{ project.galleryUrl | default("soon") }}',
    async () =>
      said('POST', `projects/${await project()}/deliver-gallery`, { url: 'https://gallery.test/1' }),
    ['Alma <alma@clients.test>: Your pictures: https://gallery.test/1'],
  ],
  [
    'invoice.issued',
    'client',
    'Invoice {{ invoice.number }}: {{ invoice.total | money }}',
    () => invoice('2026-7'),
    ['Alma <alma@clients.test>: Invoice 2026-7: €125.00'],
  ],
  [
    'payment.received',
    'client',
    'Thank you for {{ payment.amount | money }}',
    async () => made(`invoices/${await invoice('2026-8')}/payments`, { amountMinor: 5_000 }),
    ['Alma <alma@clients.test>: Thank you for €50.00'],
  ],
  [
    'invoice.overdue',
    'client',
    'Please pay {{ invoice.number }}',
    async () => {
      const id = await invoice('2026-9');
      // As if issued in time, so that nothing hangs on this day's hour. Nobody says the rest.
      await database.query(`UPDATE invoices SET issued_on = '2026-01-02' WHERE id = $1`, [id]);
    },
    ['Alma <alma@clients.test>: Please pay 2026-9'],
  ],
];

const mailsSent = async () => (await caughtMails(stack)).items.map(({ to, subject }) => `${to}: ${subject}`);

it.each(cases)('%s becomes a mail to the %s', async (event, role, template, act, mails) => {
  await automate(event, role, template);
  await act();
  await until('the mails are there', async () => {
    const sent = await mailsSent();
    return mails.every((mail) => sent.includes(mail));
  });
  expect((await mailsSent()).filter((mail) => mails.includes(mail)).sort()).toEqual(mails);
});
