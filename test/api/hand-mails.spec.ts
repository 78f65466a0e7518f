import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { handMails, sends } from '@cueline/contracts';
import { blankDocument, type BlockDocument } from '@cueline/email/blocks';
import type { ApiClient } from '@cueline/testkit/api-client';
import { TestApi, type TestTenant } from '@cueline/testkit/test-api';

const PATH = '/api/v1/mails';
let api: TestApi;
let studio: TestTenant;
let lena: ApiClient;
let mara: string;
let booking: string;

beforeAll(async () => {
  api = await TestApi.open();
});
afterAll(() => api.close());
beforeEach(async () => {
  studio = await api.studio('Sunday');
  lena = await studio.person('member');
  const made = async (path: string, body: object) =>
    (await lena.post<{ id: string }>(`/api/v1/${path}`, body)).body.id;
  mara = await made('clients', { firstName: 'Mara', lastName: 'Lindqvist', email: 'mara@clients.test' });
  booking = await made('bookings', {
    clientId: mara,
    title: 'Garden wedding',
    kind: 'wedding',
    startsAt: '2031-06-12T13:00:00Z',
    endsAt: '2031-06-12T21:00:00Z',
  });
});

const letter = (more: object = {}) => ({
  id: randomUUID(),
  about: { type: 'booking', id: booking },
  to: [{ address: 'mara@clients.test' }],
  content: { subject: 'About {{ booking.title }}', html: '<p>Hello {{ client.firstName }}</p>' },
  ...more,
});
const send = (body: object) => lena.post<handMails.LetterView>(PATH, body);
const outbox = async (box: string) =>
  (await lena.get<{ items: sends.SendView[] }>(`/api/v1/sends?box=${box}`)).body.items;
const inADay = () => new Date(Date.now() + 86_400_000).toISOString();

describe('a mail written by hand', () => {
  it('begins with the people on the record, and with whom it may be from', async () => {
    const { body } = await lena.get<handMails.MailStart>(`${PATH}/start?type=booking&id=${booking}`);
    expect(body).toMatchObject({
      about: { type: 'booking', id: booking, label: 'Garden wedding' },
      brand: { zone: expect.any(String) },
      people: [{ kind: 'client', id: mara, name: 'Mara Lindqvist', address: 'mara@clients.test' }],
      senders: [{ sender: { type: 'brand' }, address: expect.stringMatching(/@mail\.cueline\.test$/) }],
      closed: null,
    });
  });

  it('is previewed as it leaves, and keeps those words whatever changes then', async () => {
    const { id, to, ...written } = letter();
    const preview = await lena.post<handMails.LetterPreview>(`${PATH}/preview`, { ...written, to: to[0] });
    expect(preview.body).toMatchObject({ subject: 'About Garden wedding', problems: [] });
    expect(preview.body.text).toContain('Hello Mara');
    expect(await send({ ...written, id, to, sendAt: inADay() })).toMatchObject({
      status: 200,
      body: { id, mails: [{ to: 'mara@clients.test', state: 'queued' }] },
    });
    await lena.patch(`/api/v1/clients/${mara}`, { firstName: 'Maria' });
    const [row] = await api.rows<{ subject: string; text: string; html: string }>(
      'SELECT subject, text, html FROM hand_mails WHERE letter_id = $1',
      id,
    );
    expect(row).toEqual({
      subject: preview.body.subject,
      text: preview.body.text,
      html: preview.body.html,
    });
  });

  it('carries the calendar file of a booking, and says where there is none', async () => {
    const attachments = [{ type: 'calendar' }];
    const { id: _, to, ...written } = letter({ attachments });
    const preview = await lena.post<handMails.LetterPreview>(`${PATH}/preview`, { ...written, to: to[0] });
    expect(preview.body.attachments).toEqual([
      {
        ...{ type: 'calendar', name: 'invite.ics', method: 'REQUEST', title: 'Garden wedding', location: '' },
        ...{ startsAt: '2031-06-12T13:00:00.000Z', endsAt: '2031-06-12T21:00:00.000Z' },
      },
    ]);
    expect((await send(letter({ attachments, sendAt: inADay() }))).status).toBe(200);
    const about = { type: 'client', id: mara };
    expect(await send(letter({ attachments, about }))).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/attachments/0', code: 'mail.noBooking' }] },
    });
    const twice = await send(letter({ attachments: [...attachments, ...attachments] }));
    expect(twice).toMatchObject({ status: 422, body: { errors: [{ pointer: '/attachments' }] } });
  });

  it('is sent once under its id, however often it is asked for, also at the same moment', async () => {
    const body = letter({ sendAt: inADay() });
    const answers = await Promise.all([send(body), send(body), send(body)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map((one) => JSON.stringify(one.body.mails))).size).toBe(1);
    expect(await outbox('scheduled')).toHaveLength(1);
  });

  it('goes to each recipient by itself, and to none twice', async () => {
    const to = ['mara@clients.test', 'MARA@clients.test', 'noah@else.test'].map((address) => ({ address }));
    const { body } = await send(letter({ to, sendAt: inADay() }));
    expect(body.mails.map((mail) => mail.to)).toEqual(['mara@clients.test', 'noah@else.test']);
    expect(await outbox('scheduled')).toMatchObject(
      ['mara@clients.test', 'noah@else.test'].map(() => ({
        purpose: 'byHand',
        subject: 'About Garden wedding',
        author: expect.any(String),
        about: { type: 'booking', id: booking },
      })),
    );
  });

  it('with mistakes in its text is refused with their places, and nothing is queued', async () => {
    const refused = await send(letter({ content: { subject: ' ', html: '<p>{{ client.name </p>' } }));
    expect(refused).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/content/html' }] },
    });
    expect(await send(letter({ content: { subject: '', html: '' } }))).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'mail.noSubject' }, { code: 'mail.noText' }] },
    });
    expect(await send(letter({ content: { blocks: blankDocument() } }))).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'mail.noSubject' }, { pointer: '/content/blocks', code: 'mail.noText' }] },
    });
    expect(await outbox('scheduled')).toEqual([]);
  });

  it('is written in blocks as a template is, and is its own subject, text and HTML', async () => {
    const name = { type: 'field', field: 'client.firstName' } as const;
    const title = { type: 'field', field: 'booking.title' } as const;
    const blocks: BlockDocument = {
      ...blankDocument(),
      subject: [{ type: 'text', text: 'About ' }, title],
      blocks: [{ id: 'a', type: 'text', content: [{ type: 'text', text: 'Hello {{ ' }, name] }],
    };
    const { id } = (await send(letter({ content: { blocks }, sendAt: inADay() }))).body;
    const [row] = await api.rows<{ subject: string; text: string }>(
      'SELECT subject, text FROM hand_mails WHERE letter_id = $1',
      id,
    );
    expect(row).toMatchObject({
      subject: 'About Garden wedding',
      text: expect.stringContaining('Hello {{ Mara'),
    });
  });

  it('can be called back while it is queued, and says plainly when it has left', async () => {
    const { body } = await send(letter({ sendAt: inADay() }));
    const ids = body.mails.map(({ id }) => id);
    const skip = () => lena.post(`/api/v1/sends/skip`, { ids });
    expect(await skip()).toMatchObject({ body: { mails: 1, others: [] } });
    expect(await skip()).toMatchObject({ body: { mails: 0, others: [{ id: ids[0], state: 'suppressed' }] } });
    const sent = (await send(letter())).body.mails.map(({ id }) => id);
    await api.rows(`UPDATE sends SET state = 'sending' WHERE id = $1`, sent[0]);
    expect(await lena.post(`/api/v1/sends/skip`, { ids: sent })).toMatchObject({
      body: { mails: 0, others: [{ id: sent[0], state: 'sending' }] },
    });
  });

  it('that waits for its time leaves at once when asked to', async () => {
    const { body } = await send(letter({ sendAt: inADay() }));
    const ids = body.mails.map(({ id }) => id);
    expect(await lena.post('/api/v1/sends/release', { ids })).toMatchObject({ body: { mails: 1 } });
    expect(
      await api.rows(
        'SELECT 1 FROM sends WHERE id = $1 AND next_attempt_at < now() + $2::interval',
        ids[0],
        '1 minute',
      ),
    ).toHaveLength(1);
  });

  it('that names an archived template is refused in a sentence', async () => {
    const made = await lena.post<{ id: string; revision: number }>('/api/v1/templates', {
      ...{ name: 'Old', subject: 'Old', html: '<p>Old</p>' },
    });
    const templateId = made.body.id;
    const headers = { 'if-match': `"${made.body.revision}"` };
    await lena.send('PATCH', `/api/v1/templates/${templateId}`, { archived: true }, headers);
    expect(await send(letter({ templateId }))).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/templateId', code: 'mail.templateArchived' }] },
    });
  });

  it('needs a permission of its own, and a record of the studio', async () => {
    const key = await studio.key('records:write');
    expect(await key.post(PATH, letter())).toMatchObject({ status: 403 });
    const stranger = await (await api.studio('Monday')).person('owner');
    expect(await stranger.post(PATH, letter())).toMatchObject({ status: 404 });
  });
});

describe('a letter that is being written', () => {
  const content = {
    to: [{ address: 'mara@', name: '' }],
    from: { type: 'brand' },
    category: 'transactional',
    templateId: null,
    subject: 'Half a sub',
    html: '',
    sendAt: null,
  };
  const about = () => ({ type: 'booking', id: booking });
  const save = (id: string, by = lena, more = {}) =>
    by.send('PUT', `${PATH}/drafts/${id}`, { content: { ...content, ...more } });
  const begin = (id: string, by = lena) => by.post(`${PATH}/drafts`, { id, about: about(), content });
  const drafts = async (by = lena) =>
    (await by.get<{ items: handMails.MailDraftView[] }>(`${PATH}/drafts?aboutId=${booking}`)).body.items;

  it('is kept as it is, for its author alone', async () => {
    const id = randomUUID();
    expect(await begin(id)).toMatchObject({ status: 201 });
    expect(await begin(id)).toMatchObject({ status: 201 });
    expect(await save(id, lena, { subject: 'A subject' })).toMatchObject({ status: 200 });
    expect(await drafts()).toMatchObject([{ id, about: about(), content: { subject: 'A subject' } }]);
    const noah = await studio.person('member');
    expect(await drafts(noah)).toEqual([]);
    expect(await save(id, noah)).toMatchObject({ status: 404 });
    expect(await begin(id, noah)).toMatchObject({ status: 404 });
    expect(await noah.send('DELETE', `${PATH}/drafts/${id}`)).toMatchObject({ status: 404 });
    expect(await lena.send('DELETE', `${PATH}/drafts/${id}`)).toMatchObject({ status: 204 });
    expect(await drafts()).toEqual([]);
  });

  it('goes when it is sent, and what was typed last does not bring it back', async () => {
    const body = letter({ sendAt: inADay() });
    await begin(body.id);
    await send(body);
    expect(await drafts()).toEqual([]);
    expect(await save(body.id)).toMatchObject({ status: 409 });
    expect(await begin(body.id)).toMatchObject({ status: 409 });
  });
});
