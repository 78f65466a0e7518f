import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  bookings,
  clients,
  ProblemDocument,
  rehearsals,
  templates,
  workflows,
} from '@cueline/contracts';
import { blankDefinition, kinds, type Step } from '@cueline/workflows';
import type { ApiClient } from '@cueline/testkit/api-client';
import { TestApi } from '@cueline/testkit/test-api';

const DAY = { startsAt: '2027-06-12T13:00:00Z', endsAt: '2027-06-12T21:00:00Z' };
const daysBefore = { amount: 3, unit: 'days', direction: 'before' } as const;

let api: TestApi;
let ask: ApiClient;
let workflowId: string;
let booking: bookings.Booking;
beforeAll(async () => {
  api = await TestApi.open();
  ask = await (await api.studio()).key();
  const { body: client } = await ask.post<clients.Client>('/api/v1/clients', {
    firstName: 'Mara',
    email: 'mara@clients.test',
    zone: 'America/New_York',
  });
  booking = (
    await ask.post<bookings.Booking>('/api/v1/bookings', {
      clientId: client.id,
      title: 'The day',
      kind: 'wedding',
      ...DAY,
    })
  ).body;
  const { body: template } = await ask.post<templates.TemplateView>('/api/v1/templates', {
    name: 'Soon',
    subject: '{{ booking.title }} is near',
    html: '<p>Dear {{ client.firstName }}, on {{ booking.startsAt | date }}</p>',
  });
  const steps: Step[] = [
    {
      id: 'near',
      kind: 'wait',
      until: { anchor: 'booking.startsAt', offset: daysBefore, at: '09:00', ifPast: 'end' },
    },
    { ...kinds.sendMail.defaults('mail'), template: template.id },
    {
      ...kinds.waitForEvent.defaults('reply'),
      limit: { for: { amount: 1, unit: 'days' } },
    },
  ];
  const { body: workflow } = await ask.post<workflows.WorkflowView>('/api/v1/workflows', {
    name: 'Session near',
  });
  workflowId = workflow.id;
  const definition = { ...blankDefinition(), steps };
  await ask.send('PUT', `/api/v1/workflows/${workflowId}/draft`, { definition }, { 'if-match': '"1"' });
});
afterAll(() => api.close());

const rehearse = <T = rehearsals.RehearsalView>(body: object, by = ask) =>
  by.post<T>(`/api/v1/workflows/${workflowId}/rehearsals`, { start: '2027-05-03T08:00:00Z', ...body });
const summary = ({ steps }: rehearsals.RehearsalView) =>
  steps.map(({ stepId, status, left, outcome }) => [stepId, status, left.at, outcome]);

describe('a rehearsal over the API', () => {
  const record = () => ({ type: 'booking', id: booking.id });

  it('shows each step on both clocks, and each mail as it would leave', async () => {
    const { status, body } = await rehearse({ record: record() });
    expect(status).toBe(200);
    expect(summary(body)).toEqual([
      ['near', 'done', '2027-06-09T07:00:00.000Z', null],
      ['mail', 'done', '2027-06-09T07:00:00.000Z', null],
      ['reply', 'done', '2027-06-10T07:00:00.000Z', 'timedOut'],
    ]);
    const mail = body.steps[1]!;
    expect(mail.left).toMatchObject({ brand: 'Wed, 9 Jun 2027, 09:00', client: 'Wed, 9 Jun 2027, 03:00' });
    expect(mail.mail).toMatchObject({ to: ['mara@clients.test'], subject: 'The day is near', problem: null });
    expect(mail.mail!.text).toContain('Dear Mara');
    expect(mail.reasons).toEqual(['Would be sent to mara@clients.test.']);
    expect(body.end).toMatchObject({ result: 'completed', reason: null });
  });

  it('lets the booking move and the client reply', async () => {
    const events = [
      {
        type: 'change',
        at: '2027-05-20T10:00:00Z',
        facts: { booking: { startsAt: '2027-07-12T13:00:00.000Z' } },
      },
      { type: 'event', at: '2027-07-09T12:00:00Z', event: 'mail.replied' },
    ];
    const { body } = await rehearse({ record: record(), events });
    expect(summary(body)).toEqual([
      ['near', 'done', '2027-07-09T07:00:00.000Z', null],
      ['mail', 'done', '2027-07-09T07:00:00.000Z', null],
      ['reply', 'done', '2027-07-09T12:00:00.000Z', 'happened'],
    ]);
    expect(body.steps[1]!.mail!.text).toContain('12 July 2027');
  });

  it('ends when the booking is cancelled, and says so', async () => {
    const events = [{ type: 'event', at: '2027-05-20T10:00:00Z', event: 'booking.cancelled' }];
    const { body } = await rehearse({ record: record(), events });
    expect(summary(body)).toEqual([['near', 'skipped', '2027-05-20T10:00:00.000Z', null]]);
    expect(body.end).toMatchObject({ result: 'exited' });
  });

  it('changes and sends nothing', async () => {
    const count = async () =>
      (
        await api.rows(
          `SELECT (SELECT count(*) FROM events) AS events, (SELECT count(*) FROM sends) AS sends, (SELECT count(*) FROM runs) AS runs,
            (SELECT max(updated_at) FROM bookings) AS bookings, (SELECT max(updated_at) FROM clients) AS clients`,
        )
      )[0];
    const before = await count();
    await rehearse({
      record: record(),
      events: [{ type: 'event', at: '2027-05-20T10:00:00Z', event: 'booking.cancelled' }],
    });
    expect(await count()).toEqual(before);
  });

  it('delays a mail that would be too many, with those that have been sent on its day', async () => {
    const mailed = (day: string) =>
      api.rows(
        `INSERT INTO mails_of_day (studio_id, address, day, mails) SELECT studio_id, 'mara@clients.test', $2, 10 FROM bookings WHERE id = $1
         ON CONFLICT (studio_id, address) DO UPDATE SET day = excluded.day`,
        booking.id,
        day,
      );
    const mail = async () => (await rehearse({ record: record() })).body.steps[1];
    await mailed('2027-06-09');
    expect(await mail()).toMatchObject({
      status: 'done',
      left: { at: expect.stringMatching(/^2027-06-10T/) },
    });
    await mailed('2027-06-10');
    expect(await mail()).toMatchObject({
      status: 'done',
      left: { at: expect.stringMatching(/^2027-06-09T/) },
    });
    await api.rows('DELETE FROM mails_of_day');
  });

  it('says that a machine answers no name that is an advertisement, as it then is', async () => {
    const inquiry = async (name: string) =>
      (await ask.post<{ id: string }>('/api/v1/inquiries', { name, email: 'x@clients.test', message: 'Hi' }))
        .body.id;
    const { body: template } = await ask.post<templates.TemplateView>('/api/v1/templates', {
      name: 'Answer',
      subject: 'Hello',
      html: '<p>You wrote: {{ inquiry.message }}</p>',
    });
    const { body: made } = await ask.post<workflows.WorkflowView>('/api/v1/workflows', { name: 'Answer' });
    const definition = {
      ...blankDefinition(),
      trigger: { type: 'event', event: 'inquiry.received', reentry: 'every-time' },
      steps: [{ ...kinds.sendMail.defaults('mail'), to: { role: 'inquirer' }, template: template.id }],
    };
    const draft = await ask.send(
      'PUT',
      `/api/v1/workflows/${made.id}/draft`,
      { definition },
      { 'if-match': '"1"' },
    );
    expect(draft.status).toBe(200);
    const mailTo = async (id: string) =>
      (
        await ask.post<rehearsals.RehearsalView>(`/api/v1/workflows/${made.id}/rehearsals`, {
          record: { type: 'inquiry', id },
        })
      ).body.steps[0];
    expect(await mailTo(await inquiry('You won 500 EUR https://prize.example.test'))).toMatchObject({
      status: 'skipped',
      reasons: [expect.stringContaining('Inquiry name holds a link')],
      mail: null,
    });
    expect(await mailTo(await inquiry('Mara Lindqvist'))).toMatchObject({ status: 'done' });
  });

  it('rehearses on samples, and names them', async () => {
    const { body } = await rehearse({ start: '2027-05-03T08:00:00Z' });
    expect(body.samples).toEqual(expect.arrayContaining(['booking', 'client']));
    expect(body.steps[1]!.mail!.subject).toBe('Wedding of Mara and Elis is near');
  });

  it.each<[string, object, number, string]>([
    [
      'a record of another kind',
      { record: { type: 'invoice', id: '01890000-0000-7000-8000-000000000001' } },
      422,
      '/record/type',
    ],
    [
      'an unknown event',
      { events: [{ type: 'event', at: '2027-05-20T10:00:00Z', event: 'moon.rose' }] },
      422,
      '/events/0/event',
    ],
    [
      'a prototype as a record',
      { events: [{ type: 'change', at: '2027-05-20T10:00:00Z', facts: { constructor: { a: 1 } } }] },
      422,
      '/events/0/facts/constructor',
    ],
  ])('refuses %s by its place', async (_, body, status, pointer) => {
    const answer = await rehearse<ProblemDocument>(body);
    expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([status, pointer]);
  });

  it('knows no record that is not there', async () => {
    const unknown = { record: { type: 'booking', id: '01890000-0000-7000-8000-000000000001' } };
    expect((await rehearse(unknown)).status).toBe(404);
  });
});
