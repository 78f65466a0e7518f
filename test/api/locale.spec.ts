import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  bookings,
  brands,
  clients,
  inquiries,
  invoices,
  ProblemDocument,
  templates,
  vendors,
} from '@cueline/contracts';
import { isSameText } from '@cueline/workflows/locale';
import type { ApiClient } from '@cueline/testkit/api-client';
import { TestApi, type TestTenant } from '@cueline/testkit/test-api';

let api: TestApi;
let studio: TestTenant;
let ask: ApiClient;
let owner: ApiClient;
beforeAll(async () => {
  api = await TestApi.open();
  studio = await api.studio();
  ask = await studio.key();
  owner = await studio.person('owner');
});
afterAll(() => api.close());

const refusal = (pointer: string, message: string) => ({
  status: 422,
  body: { errors: [{ pointer, detail: expect.stringContaining(message) }] },
});
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const newClient = async (body: object) =>
  (await ask.post<clients.Client>('/api/v1/clients', { firstName: 'Mara', ...body })).body;

describe('a time zone', () => {
  const brand = () => `/api/v1/brands/${studio.brandId}`;

  it.each([
    ['AET', 'Australia/Sydney'],
    ['BET', 'America/Sao_Paulo'],
    ['IST', 'Asia/Kolkata'],
    ['BST', 'Europe/London'],
    ['US/Pacific-New', 'America/Los_Angeles'],
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['UTC+2', 'offset'],
    ['Factory', 'Etc/UTC'],
  ])(
    'such as %s is refused for a brand and a client alike, with what to give instead',
    async (zone, message) => {
      expect(await owner.patch(brand(), { zone })).toMatchObject(refusal('/zone', message));
      expect(await ask.post('/api/v1/clients', { firstName: 'Mara', zone })).toMatchObject(
        refusal('/zone', message),
      );
    },
  );

  it('is stored in its own spelling', async () => {
    expect((await owner.patch<brands.Brand>(brand(), { zone: ' europe/BERLIN ' })).body.zone).toBe(
      'Europe/Berlin',
    );
    expect((await newClient({ zone: 'asia/tokyo' })).zone).toBe('Asia/Tokyo');
  });
});

describe('a currency', () => {
  it.each(['XXX', 'XTS', 'XAU', 'DEM', 'ABC', 'BTC', 'HRK', 'euro', ''])(
    '%j is refused for a brand and an invoice alike',
    async (currency) => {
      const { id: clientId } = await newClient({});
      expect(await owner.patch(`/api/v1/brands/${studio.brandId}`, { currency })).toMatchObject(
        refusal('/currency', '.'),
      );
      expect(
        await ask.post('/api/v1/invoices', { clientId, number: `N-${currency}`, currency, totalMinor: 1 }),
      ).toMatchObject(refusal('/currency', '.'));
    },
  );

  it('counts by the digits of ISO 4217, in the client’s language', async () => {
    const { id: clientId } = await newClient({ locale: 'hu-hu' });
    await ask.post<invoices.Invoice>('/api/v1/invoices', {
      clientId,
      number: 'HU-1',
      currency: 'huf',
      totalMinor: 12_500_000,
    });
    const { body } = await ask.post<templates.TemplatePreview>('/api/v1/templates/preview', {
      subject: '{{ invoice.total | money }}',
      preheader: '',
      html: '<p>{{ invoice.total }}</p>',
      event: 'invoice.issued',
      clientId,
    });
    expect(plain(body.subject)).toBe('125 000 Ft');
    expect(plain(body.text)).toContain('125 000 Ft');
  });

  it('is of no more than a number can hold', async () => {
    const { id: clientId } = await newClient({});
    for (const totalMinor of [2 ** 53, 1e14 + 1, 1e300])
      expect(
        await ask.post('/api/v1/invoices', {
          clientId,
          number: `B-${totalMinor}`,
          currency: 'EUR',
          totalMinor,
        }),
      ).toMatchObject({ status: 422 });
  });
});

describe('a language', () => {
  it.each(['english', 'fr-', 'und', ''])('%j is refused', async (locale) => {
    expect(await ask.post('/api/v1/clients', { firstName: 'Mara', locale })).toMatchObject(
      refusal('/locale', 'en-GB'),
    );
    expect(await owner.patch(`/api/v1/brands/${studio.brandId}`, { locale })).toMatchObject(
      refusal('/locale', 'en-GB'),
    );
  });

  it.each([
    ['fr_fr', 'fr-FR', 'samedi 12 juin 2027'],
    ['DE-at', 'de-AT', 'Samstag, 12. Juni 2027'],
    ['tlh', 'tlh', 'Saturday, 12 June 2027'],
  ])('%s is stored as %s and read in a preview', async (locale, stored, message) => {
    const client = await newClient({ locale });
    expect(client.locale).toBe(stored);
    await ask.post<bookings.Booking>('/api/v1/bookings', {
      clientId: client.id,
      title: 'The day',
      kind: 'wedding',
      startsAt: '2027-06-12T13:00:00Z',
      endsAt: '2027-06-12T21:00:00Z',
    });
    const { body } = await ask.post<templates.TemplatePreview>('/api/v1/templates/preview', {
      subject: '{{ booking.startsAt | date("full") }}',
      preheader: '',
      html: '<p>x</p>',
      event: 'booking.created',
      clientId: client.id,
    });
    expect(body.subject).toBe(message);
  });
});

describe('an email address', () => {
  const people = (email: string) =>
    [
      ['/api/v1/clients', { firstName: 'Ada', email }],
      ['/api/v1/vendors', { name: 'Ada', email }],
      ['/api/v1/staff', { firstName: 'Ada', email }],
      ['/api/v1/inquiries', { name: 'Ada', email, message: 'Hello' }],
    ] as const;

  it.each([
    ['ada@example.test ', 'ada@example.test'],
    [' Ada@Example.Test', 'Ada@example.test'],
    ['\u00a0ada@example.test\u200b', 'ada@example.test'],
    ['müller@example.test', 'müller@example.test'],
    ['info@münchen.example', 'info@münchen.example'],
    ['info@xn--80ak6aa92e.xn--p1ai', 'info@xn--80ak6aa92e.xn--p1ai'],
    ['r&d@example.test', 'r&d@example.test'],
    ['ada+wed=1@example.test', 'ada+wed=1@example.test'],
  ])('%j is stored as %s, whoever has it', async (written, email) => {
    for (const [path, body] of people(written))
      expect(await ask.post<{ email: string }>(path, body)).toMatchObject({ status: 201, body: { email } });
  });

  it.each([
    ['ada', 'The @ is missing'],
    ['Ada <ada@example.test>', 'Enter only the address'],
    ['ada@example.test, jo@example.test', 'only one address'],
    ['"ada"@example.test', 'Quotation marks'],
    ['ada@[127.0.0.1]', 'not a number'],
    [`${'a'.repeat(65)}@example.test`, 'At most 64'],
    ['ada@example.test\r\nBcc: jo@example.test', 'one line'],
    ['', 'Give an email address'],
  ])('%j is refused in a sentence, whoever has it', async (written, message) => {
    for (const [path, body] of people(written))
      expect(await ask.post(path, body)).toMatchObject(refusal('/email', message));
  });
});

describe('a name', () => {
  it('is stored with one blank between its words', async () => {
    expect(await newClient({ firstName: ' Mara\u00a0 Elin\t', lastName: '\u200bLindqvist ' })).toMatchObject({
      firstName: 'Mara Elin',
      lastName: 'Lindqvist',
    });
    expect((await ask.post<vendors.Vendor>('/api/v1/vendors', { name: 'The\r\nLab' })).body.name).toBe(
      'The Lab',
    );
    expect(await ask.post('/api/v1/clients', { firstName: '\u200b' })).toMatchObject(
      refusal('/firstName', 'at least 1'),
    );
  });

  it.each([
    ['Dr. Mara Lindqvist', 'Dear Mara,'],
    ['Lindqvist, Mara', 'Dear Mara,'],
    ['Mara\u00a0Lindqvist', 'Dear Mara,'],
    ['Nguyễn Thị Lan', 'Dear friend,'],
    ['mara and elis', 'Dear friend,'],
    ['Prof.', 'Dear friend,'],
  ])('%s greets: %s', async (name, greeting) => {
    const { id: clientId } = await newClient({});
    const { body } = await ask.post<inquiries.Inquiry>('/api/v1/inquiries', {
      name,
      email: 'ada@example.test',
      message: 'Hello',
    });
    await ask.patch(`/api/v1/inquiries/${body.id}`, { clientId });
    const preview = await ask.post<templates.TemplatePreview & ProblemDocument>('/api/v1/templates/preview', {
      subject: 'Dear {{ inquiry.firstName | default("friend") }},',
      preheader: '',
      html: '<p>x</p>',
      event: 'inquiry.received',
      clientId,
    });
    expect(preview.body.subject).toBe(greeting);
  });

  it('of a tag is the same however it is typed', async () => {
    expect((await newClient({ tags: ['VIP', 'vip ', 'ｖｉｐ', 'Straße', 'STRASSE'] })).tags).toEqual([
      'VIP',
      'Straße',
    ]);
  });

  it.each([
    ['Strandhochzeit', 'strandhochzeit', 'STRANDHOCHZEIT', 'ｓtrandhochzeit', 'strand\u00adhochzeit'],
    ['Straßenfest', 'STRASSENFEST', 'strassenfest', 'straẞenfest'],
    ['ﬁlm crew', 'FILM CREW', 'film\u00a0crew', 'Film  Crew'],
    ['Mara’s list', "mara's list", 'MARA`S LIST'],
    ['İzmir', 'izmir', 'IZMIR'],
    ['ΟΔΟΣ', 'οδος', 'οδοσ'],
    ['half–day', 'half-day', 'HALF‑DAY'],
    ['cafe\u0301 client', 'CAFÉ client'],
  ])('a client with the tag %j is found by each way to write it', async (written, ...others) => {
    const { id } = await newClient({ tags: [written] });
    const found = async (tag: string) => {
      const path = `/api/v1/clients?tag=${encodeURIComponent(tag)}`;
      return (await ask.get<{ items: clients.Client[] }>(path)).body.items.map((one) => one.id);
    };
    for (const other of [written, ...others]) {
      expect([other, isSameText(written, other)]).toEqual([other, true]);
      expect([other, await found(other)]).toEqual([other, [id]]);
    }
    expect(await found(`${written} 2`)).toEqual([]);
  });

  it('that is changed or taken away is found as it is now', async () => {
    const { id } = await newClient({ tags: ['Elopement'] });
    const found = async (tag: string) =>
      (await ask.get<{ items: clients.Client[] }>(`/api/v1/clients?tag=${tag}`)).body.items.map(
        (one) => one.id,
      );
    await ask.patch(`/api/v1/clients/${id}`, { tags: ['Ｒeturning'] });
    expect(await found('elopement')).toEqual([]);
    expect(await found('RETURNING')).toEqual([id]);
    await ask.patch(`/api/v1/clients/${id}`, { tags: [] });
    expect(await found('RETURNING')).toEqual([]);
  });
});
