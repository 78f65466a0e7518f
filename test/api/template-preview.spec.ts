import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { bookings, clients, ProblemDocument, templates } from '@cueline/contracts';
import type { ApiClient } from '@cueline/testkit/api-client';
import { TestApi } from '@cueline/testkit/test-api';

let api: TestApi;
let ask: ApiClient;
let others: ApiClient;
beforeAll(async () => ({ api, ask, others } = await TestApi.withTwoStudios()));
afterAll(() => api.close());

const source = {
  subject: '{{ booking.title }}',
  preheader: 'On {{ booking.startsAt | date }}',
  html: '<p>Dear {{ client.firstName }}, {{ project.name | default("no project") }}</p>',
};
const preview = <T = templates.TemplatePreview>(body: object, by = ask) =>
  by.post<T>('/api/v1/templates/preview', { ...source, ...body });

describe('the preview of a template that is being written', () => {
  let mara: clients.Client;
  beforeAll(async () => {
    mara = (await ask.post<clients.Client>('/api/v1/clients', { firstName: 'Mara' })).body;
  });

  it('says of blocks what each field says, once, with its format and its fallback', async () => {
    const field = (rest: object) => ({ type: 'field', ...rest });
    const date = { field: 'booking.startsAt', format: 'date:long' };
    const place = { field: 'booking.location', fallback: 'here' };
    const content = [field(date), field(place), field({ field: 'client.firstName' }), field(date)];
    const blocks = {
      schemaVersion: 1,
      subject: [field({ field: 'client.firstName', format: 'upper' })],
      preheader: [],
      blocks: [{ id: 'a', type: 'text', content }],
    };
    const { body } = await ask.post<templates.TemplatePreview>('/api/v1/templates/preview', {
      blocks,
      clientId: mara.id,
    });
    expect(body.values).toMatchObject([
      { field: 'client.firstName', format: 'upper', text: 'MARA' },
      { ...date, text: expect.stringMatching(/2027$/) },
      { ...place, text: 'Gut Sonnenhof' },
      { field: 'client.firstName', text: 'Mara' },
    ]);
    expect((await preview({})).body.values).toEqual([]);
  });

  it('shows samples, the frame of the brand and a plain text', async () => {
    const { status, body } = await preview({});
    expect(status).toBe(200);
    expect(body.problems).toEqual([]);
    expect(body.samples).toContain('booking');
    expect(body.html).toContain('Dear Mara');
    expect(body.text).toContain('Dear Mara');
    expect(body.text).not.toContain('<p>');
  });

  it('is filled in with the records that the template speaks of', async () => {
    const invoice = { subject: 'Invoice {{ invoice.number }}', html: '<p>{{ invoice.total | money }}</p>' };
    const { body } = await preview({ ...invoice, preheader: 'For {{ client.firstName }}' });
    expect(body.event).toBe('invoice.issued');
    expect(body.samples).toContain('invoice');
    expect(body.subject).toMatch(/^Invoice \S+/);
    expect((await preview({})).body.event).toBe('booking.created');
    expect((await preview({ ...invoice, event: 'booking.created' })).body.subject).toBe('Invoice');
  });

  it('shows a client and their newest booking, and says what stands in for the rest', async () => {
    const without = await preview({ clientId: mara.id });
    expect(without.body.samples).toEqual(['booking', 'project']);
    for (const [title, day] of [
      ['First day', 1],
      ['The day', 12],
    ])
      await ask.post<bookings.Booking>('/api/v1/bookings', {
        clientId: mara.id,
        title,
        kind: 'wedding',
        startsAt: `2027-06-${String(day).padStart(2, '0')}T13:00:00Z`,
        endsAt: `2027-06-${String(day).padStart(2, '0')}T21:00:00Z`,
      });
    const { body } = await preview({ clientId: mara.id });
    expect(body.subject).toBe('The day');
    expect(body.preheader).toContain('12');
    expect(body.samples).toEqual(['project']);
  });

  it('names each problem with its place, and fills nothing in', async () => {
    const { status, body } = await preview({ html: '<p>\n{{ client.nickname }} {% raw %}' });
    expect(status).toBe(200);
    expect(body.html).toBe('');
    expect(body.problems[0]).toMatchObject({ part: 'html', line: 2 });
  });

  it('fills in what is known beside a field that is not', async () => {
    const { body } = await preview({ html: '<p>{{ client.nickname }} of {{ client.firstName }}</p>' });
    expect(body.problems).toMatchObject([{ code: 'unknownField', part: 'html', line: 1 }]);
    expect(body.html).toContain('of Mara');
  });

  it.each([
    ['*|FNAME|*', { code: 'leftover', severity: 'error', line: 1, column: 9, offset: 8 }],
    ['<style>@media x{#a{b:c}}</style>{# open', { code: 'syntax', severity: 'error', line: 1, column: 41 }],
    ['{{ <b>client</b>.firstName }}', { code: 'splitTag', severity: 'error', column: 12 }],
    [
      '<a href="https://x.test/?e=%7B%7B%20client.email%20%7D%7D">x</a>',
      { code: 'encodedTag', severity: 'error' },
    ],
    ['[DATE]', { code: 'leftover', severity: 'warning', column: 9 }],
  ])('says of %s what would be mailed by mistake', async (text, problem) => {
    const { body } = await preview({ html: `<p>Dear ${text}</p>` });
    expect(body.problems).toMatchObject([problem]);
    expect(body.html === '').toBe(problem.severity === 'error');
  });

  it('reads what a word processor has made of a tag, and leaves what a style sheet says of phones in it', async () => {
    const phone = '@media only screen and (max-width:480px)';
    const { body } = await preview({
      html: `<style>${phone}{#hero{width:100%}}</style><p>Dear {{&nbsp;client.lastName | default(“there”) | first&nbsp;}}</p>`,
    });
    expect(body.problems).toEqual([]);
    expect(body.html).toContain(`${phone}{#hero{width:100% !important}}`);
  });

  it('refuses another studio’s client, an unknown event and a template that asks for too much', async () => {
    expect((await preview({ clientId: mara.id }, others)).status).toBe(404);
    expect((await preview({ event: 'booking.dreamt' })).status).toBe(422);
    const list = `[${Array.from({ length: 100 }, () => 1).join()}]`;
    const inside = '{% for a in many %}'.repeat(3) + 'x' + '{% endfor %}'.repeat(3);
    const loops = `{% set many = ${list} %}${inside}`;
    const refused = await preview<ProblemDocument>({ html: loops });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '/html' }] } });
  });
});
