import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ProblemDocument } from '@cueline/contracts';
import { blankDefinition, kinds, type Definition } from '@cueline/workflows';
import { describedRoutes } from '@cueline/testkit/api-description';
import { TestApi } from '@cueline/testkit/test-api';
import { sealedStudio, type SealedStudio } from './sealed-studio.js';
import { studioState } from './studio-state.js';
import { pathOf } from './whole-request.js';

jest.setTimeout(180_000);

const NOWHERE = '01890000-0000-7000-8000-000000000000';
let api: TestApi;
let studio: SealedStudio;

beforeAll(async () => {
  api = await TestApi.open();
  studio = await sealedStudio(api);
});
afterAll(() => api.close());

const mail = (template: string) => ({ ...kinds.sendMail.defaults('hello'), template });
const definition = (change: object = {}) => ({ definition: { ...blankDefinition(), ...change } });
const draft = () => `/api/v1/workflows/${studio.inPath['workflows']}/draft`;
const booking = (change: object = {}) => ({
  clientId: studio.inField['clientId'],
  title: 'The day',
  kind: 'wedding',
  startsAt: '2027-06-12T13:00:00Z',
  endsAt: '2027-06-12T21:00:00Z',
  ...change,
});
const event = (id: string) => ({
  specversion: '1.0',
  id,
  source: 'calendar',
  type: 'booking.confirmed',
  subject: `booking/${studio.inPath['bookings']}`,
});
const invoice = (totalMinor: number) => ({
  clientId: studio.inField['clientId'],
  number: 'N',
  currency: 'EUR',
  totalMinor,
});
type Case = [name: string, method: string, path: () => string, body: () => unknown, pointer: string];

const cases: Case[] = [
  [
    'a definition with a step that is none',
    'PUT',
    draft,
    () => definition({ steps: [{ id: 'a', kind: 'launchRocket' }] }),
    '/definition/steps/0/kind',
  ],
  [
    'a definition with the name of a prototype',
    'PUT',
    draft,
    () => definition({ steps: [{ id: 'a', kind: 'constructor' }] }),
    '/definition/steps/0/kind',
  ],
  [
    'a definition with a trigger that is none',
    'PUT',
    draft,
    () => definition({ trigger: { ...blankDefinition().trigger, event: 'booking.exploded' } }),
    '/definition/trigger/event',
  ],
  [
    'a definition of a version to come',
    'PUT',
    draft,
    () => definition({ schemaVersion: 99 }),
    '/definition/schemaVersion',
  ],
  ['a definition that is a text', 'PUT', draft, () => ({ definition: 'everything' }), '/definition'],
  ['a wrong type', 'POST', () => '/api/v1/bookings', () => booking({ title: 5 }), '/title'],
  ['a field that is none', 'POST', () => '/api/v1/bookings', () => booking({ tilte: 'x' }), '/tilte'],
  ['a missing field', 'POST', () => '/api/v1/vendors', () => ({}), '/name'],
  [
    'a name of a prototype',
    'POST',
    () => '/api/v1/vendors',
    () => ({ name: 'x', constructor: {} }),
    '/constructor',
  ],
  ['an id that is none', 'POST', () => '/api/v1/bookings', () => booking({ clientId: 'x' }), '/clientId'],
  [
    'a client that is not there',
    'POST',
    () => '/api/v1/bookings',
    () => booking({ clientId: NOWHERE }),
    '/clientId',
  ],
  [
    'a staff member that is not there',
    'POST',
    () => '/api/v1/tasks',
    () => ({ title: 'T', assigneeId: NOWHERE }),
    '/assigneeId',
  ],
  [
    'an end before the start',
    'POST',
    () => '/api/v1/bookings',
    () => booking({ endsAt: '2020-01-01T00:00:00Z' }),
    '/endsAt',
  ],
  [
    'a year out of reach',
    'POST',
    () => '/api/v1/bookings',
    () => booking({ startsAt: '0001-01-01T00:00:00Z' }),
    '/startsAt',
  ],
  ['a character that is no text', 'POST', () => '/api/v1/vendors', () => ({ name: 'a\u0000b' }), '/name'],
  ['half of a character', 'POST', () => '/api/v1/vendors', () => ({ name: 'a\ud800' }), '/name'],
  [
    'a time zone that is none',
    'POST',
    () => '/api/v1/clients',
    () => ({ firstName: 'x', zone: 'Mars/Base' }),
    '/zone',
  ],
  [
    'a language that is none',
    'POST',
    () => '/api/v1/clients',
    () => ({ firstName: 'x', locale: '-' }),
    '/locale',
  ],
  [
    'a batch whose second event is none',
    'POST',
    () => '/api/v1/events',
    () => [event('first'), { ...event('second'), type: 'booking.exploded' }],
    '/1/type',
  ],
  [
    'a batch whose second event is about nothing',
    'POST',
    () => '/api/v1/events',
    () => [event('first'), { ...event('second'), subject: `booking/${NOWHERE}` }],
    '/1/subject',
  ],
  ['an invoice of less than nothing', 'POST', () => '/api/v1/invoices', () => invoice(-1), '/totalMinor'],
  ['an invoice of half a cent', 'POST', () => '/api/v1/invoices', () => invoice(0.5), '/totalMinor'],
  ['a cursor that is none', 'GET', () => '/api/v1/clients?cursor=next', () => undefined, '/cursor'],
  ['a limit that is none', 'GET', () => '/api/v1/clients?limit=many', () => undefined, '/limit'],
  ['an unknown query', 'GET', () => '/api/v1/clients?surprise=1', () => undefined, '/surprise'],
  ['a query where none is read', 'GET', () => '/api/v1/me?surprise=1', () => undefined, '/surprise'],
  [
    'a body where none is read',
    'POST',
    () => `/api/v1/tasks/${studio.inPath['tasks']}/done`,
    () => ({ now: true }),
    '/now',
  ],
  ['a path’s id that is none', 'GET', () => '/api/v1/clients/mara', () => undefined, '/id'],
];

describe('bad input', () => {
  it.each(cases)(
    '%s is answered with its place and how to fix it',
    async (_name, method, path, body, pointer) => {
      const before = await studioState(api, studio.tenant);
      const answer = await studio.owner.send<ProblemDocument>(method, path(), body(), { 'if-match': '"1"' });
      expect(answer.type).toMatch(/^application\/problem\+json/);
      expect(answer).toMatchObject({ status: 422, body: { status: 422, errors: [{ pointer }] } });
      expect(answer.body.errors![0]!.detail).toMatch(/\S.*\.$/s);
      expect(await studioState(api, studio.tenant)).toEqual(before);
    },
  );

  it('of eight megabytes is refused by every route that reads a body, files too', async () => {
    const { routes } = await describedRoutes(api.urls.api);
    const huge = JSON.stringify({ name: 'x'.repeat(8_000_000) });
    for (const route of routes.filter(({ body }) => body)) {
      const answer = await studio.owner.send<ProblemDocument>(route.method, pathOf(route, studio), huge);
      expect([route.name, answer.status, answer.body.code]).toEqual([route.name, 413, 'request.tooLarge']);
    }
  });

  it('that names no revision, a stale one or none of ours changes no draft', async () => {
    const before = await studioState(api, studio.tenant);
    const put = (headers: Record<string, string>) =>
      studio.owner.send<ProblemDocument>('PUT', draft(), definition(), headers);
    const answers = [await put({})];
    for (const revision of ['"77"', 'newest', '*']) answers.push(await put({ 'if-match': revision }));
    expect(answers.map(({ status }) => status)).toEqual([428, 412, 428, 428]);
    for (const { body } of answers) expect(body.detail).toMatch(/\S.*\.$/);
    expect(await studioState(api, studio.tenant)).toEqual(before);
  });

  it('nested without end is refused at its depth', async () => {
    const deep = (levels: number) => `${'{"all":['.repeat(levels)}null${']}'.repeat(levels)}`;
    const when = (levels: number) =>
      `{"operations":[{"type":"updatePath","stepId":"a","pathId":"b","when":${deep(levels)}}]}`;
    const path = `/api/v1/workflows/${studio.inPath['workflows']}/operations`;
    for (const levels of [150, 40_000]) {
      const answer = await studio.owner.send<ProblemDocument>('POST', path, when(levels), {
        'if-match': '"1"',
      });
      expect(answer).toMatchObject({ status: 422, body: { code: 'request.invalid' } });
      expect(answer.body.errors![0]!.detail).toContain('200 levels');
    }
  });

  it('that would poison a prototype is not read', async () => {
    for (const text of ['{"__proto__":{"x":1}}', '{"constructor":{"prototype":{"x":1}}}', '{"name":', 'null'])
      expect((await studio.owner.send('POST', '/api/v1/vendors', text)).status).toBeGreaterThanOrEqual(400);
  });
});

describe('a workflow that cannot do what it says', () => {
  const problemsOfPublishing = async (change: Partial<Definition>) => {
    const made = await studio.owner.post<{ id: string }>('/api/v1/workflows', { name: 'W' });
    const path = `/api/v1/workflows/${made.body.id}`;
    const ifMatch = (revision: number) => ({ 'if-match': `"${revision}"` });
    const saved = await studio.owner.send('PUT', `${path}/draft`, definition(change), ifMatch(1));
    expect(saved.status).toBe(200);
    const answer = await studio.owner.send<ProblemDocument>('POST', `${path}/publish`, {}, ifMatch(2));
    expect(answer).toMatchObject({ status: 422, body: { code: 'workflow.notPublishable' } });
    const after = await studio.owner.get<{ state: string }>(path);
    expect(after.body.state).toBe('draft');
    return answer.body.errors!;
  };

  it('is kept as a draft and not published: a template that is not there', async () => {
    expect(await problemsOfPublishing({ steps: [mail(NOWHERE)] })).toMatchObject([
      { pointer: '/steps/0/template', code: 'mail.templateMissing' },
    ]);
  });

  it('is kept as a draft and not published: a merge field that does not exist', async () => {
    const template = await studio.owner.post<{ id: string; problems: { message: string }[] }>(
      '/api/v1/templates',
      {
        name: 'Broken',
        subject: 'Hello {{ client.favouriteColour }}',
        html: '<p>Hello</p>',
      },
    );
    expect(template.body.problems[0]!.message).toContain('client.favouriteColour');
    const problems = await problemsOfPublishing({ steps: [mail(template.body.id)] });
    expect(problems[0]).toMatchObject({ pointer: '/steps/0/template', code: 'mail.fieldUnavailable' });
    expect(problems[0]!.detail).toContain('client.favouriteColour');
  });
});
