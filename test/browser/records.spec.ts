import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { browserSuite } from './browser-suite.js';
import { barriers, overflow } from './barriers.js';

jest.setTimeout(180_000);
const suite = browserSuite({ reducedMotion: 'reduce' });

const made = async (path: string, body: object): Promise<string> => {
  const { page, stack } = suite;
  const headers = { origin: stack.urls.api };
  const answer = await page.request.post(`${stack.urls.api}/api/v1/${path}`, { data: body, headers });
  expect([path, answer.ok()]).toEqual([path, true]);
  return ((await answer.json()) as { id: string }).id;
};

/** Their addresses, and what each is called. */
const records = new Map<string, string>();
let clientAt: string;

beforeAll(async () => {
  const client = await made('clients', { firstName: 'Olga', lastName: 'Brandt', email: 'olga@clients.test' });
  const vendor = await made('vendors', { name: 'Fern & Foil', trade: 'Florist', email: 'fern@vendors.test' });
  const staff = await made('staff', { firstName: 'Noah', position: 'Second camera' });
  const project = await made('projects', { clientId: client, name: 'Brandt album' });
  const booking = await made('bookings', {
    clientId: client,
    projectId: project,
    title: 'Brandt wedding',
    kind: 'wedding',
    startsAt: '2031-06-12T13:00:00Z',
    endsAt: '2031-06-12T21:00:00Z',
  });
  const invoice = await made('invoices', {
    clientId: client,
    bookingId: booking,
    number: 'R-118',
    currency: 'EUR',
    totalMinor: 120_000,
  });
  const inquiry = await made('inquiries', { name: 'June Hall', email: 'june@people.test', message: 'Free?' });
  clientAt = `/clients/${client}`;
  for (const [at, name] of [
    [clientAt, 'Olga Brandt'],
    [`/vendors/${vendor}`, 'Fern & Foil'],
    [`/staff/${staff}`, 'Noah'],
    [`/projects/${project}`, 'Brandt album'],
    [`/bookings/${booking}`, 'Brandt wedding'],
    [`/invoices/${invoice}`, 'R-118'],
    [`/inquiries/${inquiry}`, 'June Hall'],
  ] as const)
    records.set(at, name);
});

describe('the page of a record', () => {
  it('is there for each kind, on a laptop and on a phone, and has no barrier', async () => {
    const { page, stack } = suite;
    for (const [at, name] of records) {
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      await page.setViewportSize({ width: 1_280, height: 800 });
      await page.goto(`${stack.urls.api}${at}`);
      await page.getByRole('heading', { name, level: 1 }).waitFor();
      await page.getByRole('textbox', { name: /^Write a note/ }).waitFor();
      await page.getByRole('region', { name: 'Running now' }).waitFor();
      expect([at, await barriers(page)]).toEqual([at, []]);
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
      await page.setViewportSize({ width: 390, height: 844 });
      expect([at, await barriers(page), await overflow(page)]).toEqual([at, [], 0]);
    }
    await page.setViewportSize({ width: 1_280, height: 800 });
  });

  it('keeps a note, and makes a task after a slash', async () => {
    const { page, stack } = suite;
    await page.goto(`${stack.urls.api}${clientAt}`);
    const line = page.getByRole('textbox', { name: 'Write a note, or type / for a task' });
    await line.fill('Prefers no flash in the church.');
    await page.keyboard.press('Enter');
    const note = page.getByRole('listitem').filter({ hasText: 'Prefers no flash in the church.' });
    await note.getByText('added a note').waitFor();
    await line.fill('/Call the venue');
    await page.keyboard.press('Enter');
    await page.getByRole('listitem').filter({ hasText: 'Task: Call the venue' }).waitFor();
    await note.getByRole('button', { name: 'Delete this note' }).click();
    await note.waitFor({ state: 'detached' });
    expect(suite.complaints).toEqual([]);
  });

  it('shows an email that leaves: on the client’s, the booking’s and the project’s time line', async () => {
    const { page, stack } = suite;
    const bookingAt = [...records].find(([, name]) => name === 'Brandt wedding')![0];
    await made('mails', {
      id: crypto.randomUUID(),
      about: { type: 'booking', id: bookingAt.split('/').at(-1) },
      to: [{ address: 'olga@clients.test' }],
      content: { subject: 'The plan', html: '<p>Hello</p>' },
    });
    for (const at of [bookingAt, clientAt, [...records.keys()].find((one) => one.startsWith('/projects'))!]) {
      await page.goto(`${stack.urls.api}${at}`);
      await page
        .getByRole('listitem')
        .filter({ hasText: 'Sent “The plan”' })
        .getByRole('link', { name: 'Why was this sent?' })
        .waitFor();
    }
    await page.getByRole('tab', { name: 'Emails' }).click();
    await page.getByRole('button', { name: 'The plan' }).waitFor();
    expect(new URL(page.url()).search).toBe('?tab=emails');
  });
});
