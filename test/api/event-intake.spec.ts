import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { bookings, clients, events, ProblemDocument } from '@cueline/contracts';
import type { ApiClient } from '@cueline/testkit/api-client';
import { TestApi } from '@cueline/testkit/test-api';

let api: TestApi;
let ask: ApiClient;
let bookingId: string;
beforeAll(async () => {
  api = await TestApi.open();
  ask = await (await api.studio()).key();
  const client = await ask.post<clients.Client>('/api/v1/clients', { firstName: 'Mara' });
  const booking = await ask.post<bookings.Booking>('/api/v1/bookings', {
    clientId: client.body.id,
    title: 'The day',
    kind: 'wedding',
    startsAt: '2027-06-12T13:00:00Z',
    endsAt: '2027-06-12T21:00:00Z',
  });
  bookingId = booking.body.id;
});
afterAll(() => api.close());

type Attributes = Record<string, unknown>;
const event = (more: Attributes = {}): Attributes => ({
  specversion: '1.0',
  id: randomUUID(),
  source: '/calendar',
  type: 'booking.confirmed',
  subject: `booking/${bookingId}`,
  ...more,
});
const deliver = <T = events.AcceptedEvents>(body: unknown, headers: Record<string, string> = {}) =>
  ask.send<T>('POST', '/api/v1/events', body, headers);
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('an event of a program', () => {
  it.each<[string, Attributes]>([
    ['data of a type with a charset', { datacontenttype: 'application/json; charset=utf-8', data: {} }],
    ['a charset in quotes', { datacontenttype: 'application/json;charset="UTF-8"' }],
    ['a type in capitals', { datacontenttype: 'Application/JSON' }],
    [
      'blanks around the parameter',
      { datacontenttype: 'application/json ; charset = utf-8'.replace(' = ', '=') },
    ],
    ['a vendor’s type', { datacontenttype: 'application/vnd.calendar.v2+json' }],
    ['a vendor’s type with a parameter', { datacontenttype: 'application/vnd.calendar+json; profile="a;b"' }],
    ['a type of problems', { datacontenttype: 'application/problem+json' }],
    ['text/json', { datacontenttype: 'text/json' }],
    ['lower-case t and z', { time: '2027-05-03t10:00:00z' }],
    ['a blank between day and time', { time: '2027-05-03 10:00:00Z' }],
    ['an offset', { time: '2027-05-03T10:00:00+05:45' }],
    ['an unknown offset', { time: '2027-05-03T10:00:00-00:00' }],
    ['nanoseconds', { time: '2027-05-03T10:00:00.123456789Z' }],
    ['twelve digits of a second', { time: '2027-05-03T10:00:00.123456789012+02:00' }],
    ['a leap second', { time: '2016-12-31T23:59:60Z' }],
    ['a leap second in another zone', { time: '2017-01-01T01:59:60.5+02:00' }],
    ['no data: null', { data: null }],
    ['no time: null', { time: null }],
    ['a null type of data', { datacontenttype: null }],
    ['a null schema', { dataschema: null }],
    ['a null base64', { data_base64: null, data: {} }],
    ['a schema', { dataschema: 'https://calendar.test/schemas/1#booking' }],
    ['a text of an extension', { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' }],
    ['a number of an extension', { sequence: 7 }],
    ['a yes of an extension', { sampled: true }],
    ['a null extension', { partitionkey: null }],
    ['an id of odd characters', { id: ` ü/?#%20"'😀\\<>{{}}` }],
    ['a source with a query', { source: 'https://calendar.test/a%20b?x=1&y=[2]#z' }],
    ['a source that is a urn', { source: 'urn:event:from:calendar/4711' }],
    ['a source that is a word', { source: 'calendar' }],
    ['a subject in capitals', { subject: `booking/ID`.replace('ID', 'UPPER') }],
    ['JSON in base64', { data_base64: base64('{}') }],
  ])('is taken with %s', async (_what, more) => {
    const subject = more['subject'] ? { subject: `booking/${bookingId.toUpperCase()}` } : {};
    const sent = event({ ...more, ...subject });
    const answer = await deliver(sent);
    expect(answer).toMatchObject({ status: 202, body: { events: [{ duplicate: false }] } });
    const again = await deliver([sent], { 'content-type': 'application/cloudevents-batch+json' });
    expect(again.body.events).toEqual([{ ...answer.body.events[0], duplicate: true }]);
  });

  it.each<[string, Attributes, string, RegExp]>([
    ['another version', { specversion: '0.3' }, '/specversion', /CloudEvents 1\.0 alone/],
    ['a version of the patch', { specversion: '1.0.2' }, '/specversion', /CloudEvents 1\.0 alone/],
    ['a version as a number', { specversion: 1 }, '/specversion', /"1\.0", as a text/],
    ['no version', { specversion: undefined }, '/specversion', /missing/],
    ['an empty id', { id: '' }, '/id', /at least 1/],
    ['an id that is a number', { id: 7 }, '/id', /a text, not a number/],
    ['a null source', { source: null }, '/source', /not null/],
    ['no subject', { subject: null }, '/subject', /written booking\/<uuid>/],
    ['XML', { datacontenttype: 'application/xml' }, '/datacontenttype', /read as JSON/],
    ['an empty type of data', { datacontenttype: '' }, '/datacontenttype', /leave it out/],
    ['a time without an offset', { time: '2027-05-03T10:00:00' }, '/time', /with its offset/],
    ['a time of no calendar', { time: '2027-02-30T10:00:00Z' }, '/time', /with its offset/],
    ['a leap second in the middle of a day', { time: '2027-05-03T10:00:60Z' }, '/time', /with its offset/],
    ['an offset without a colon', { time: '2027-05-03T10:00:00+0200' }, '/time', /with its offset/],
    ['a time long ago', { time: '0001-01-01T00:00:00Z' }, '/time', /1970 to 2199/],
    ['data as a text', { data: '{}' }, '/data', /an object, not a text/],
    ['data as a list', { data: [] }, '/data', /an object, not a list/],
    ['data twice', { data: {}, data_base64: base64('{}') }, '/data_base64', /Remove one/],
    ['base64 that is none', { data_base64: 'e30' }, '/data_base64', /not base64/],
    ['base64 of no JSON', { data_base64: base64('<a/>') }, '/data_base64', /holds no JSON/],
    ['base64 of a list', { data_base64: base64('[]') }, '/data_base64', /no object/],
    ['an unknown key in base64', { data_base64: base64('{"a":1}') }, '/data_base64', /./],
  ])('is refused with %s, and the answer says what to send', async (_what, more, pointer, detail) => {
    const answer = await deliver<ProblemDocument>(event(more));
    expect(answer).toMatchObject({
      status: 422,
      body: { detail: expect.stringContaining('not recorded'), errors: [{ pointer: expect.any(String) }] },
    });
    expect(answer.body.errors![0]!.pointer.startsWith(pointer)).toBe(true);
    expect(answer.body.errors![0]!.detail).toMatch(detail);
  });

  it('keeps its moment to the millisecond', async () => {
    const at = async (time: string) => {
      const { body } = await deliver(event({ time }));
      const [row] = await api.rows<{ occurred_at: Date }>(
        'SELECT occurred_at FROM events WHERE id = $1',
        body.events[0]!.id,
      );
      return row!.occurred_at.toISOString();
    };
    expect(await at('2027-05-03t10:00:00.123987654+02:00')).toBe('2027-05-03T08:00:00.123Z');
    expect(await at('2016-12-31T23:59:60Z')).toBe('2017-01-01T00:00:00.000Z');
  });
});

describe('the body of a delivery', () => {
  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'APPLICATION/JSON;CHARSET=UTF-8',
    'text/json',
    'application/vnd.calendar+json',
    'application/cloudevents+json',
    'application/cloudevents+json; charset=utf-8',
    'Application/CloudEvents+JSON;charset="utf-8"',
  ])('may be %s', async (type) => {
    expect(await deliver(event(), { 'content-type': type })).toMatchObject({
      status: 202,
      body: { events: [{ duplicate: false }] },
    });
  });

  it.each(['application/cloudevents-batch+json', 'application/cloudevents-batch+json; charset=UTF-8'])(
    'may be a batch as %s, also an empty one',
    async (type) => {
      const both = await deliver([event(), event()], { 'content-type': type });
      expect(both.body.events).toHaveLength(2);
      expect(await deliver([], { 'content-type': type })).toMatchObject({
        status: 202,
        body: { events: [] },
      });
    },
  );

  it.each(['application/cloudevents+avro', 'application/xml', 'application/cloudevents-batch+protobuf'])(
    'is refused as %s, with what is read instead',
    async (type) => {
      const answer = await deliver<ProblemDocument>('<event/>', { 'content-type': type });
      expect(answer).toMatchObject({ status: 415, body: { code: 'request.mediaType' } });
      expect(answer.body.detail).toMatch(/json/);
    },
  );

  it('names the one bad event, and says that none was taken', async () => {
    const [good, bad] = [event(), event({ id: 'evt-2', time: 'soon' })];
    const answer = await deliver<ProblemDocument>([good, bad]);
    expect(answer).toMatchObject({
      status: 422,
      body: {
        detail:
          'Nothing of this batch was recorded: it is taken as a whole or not at all. Of its 2 events 1 has mistakes. Correct it and send it again.',
        errors: [
          {
            pointer: '/1/time',
            detail:
              'Event 2 of 2 (id "evt-2"): Give an instant with its offset (RFC 3339), such as 2027-06-12T13:00:00Z.',
          },
        ],
      },
    });
    const unknown = event({ id: 'evt-3', subject: `booking/${randomUUID()}` });
    const second = await deliver<ProblemDocument>([good, unknown]);
    expect(second.body.errors).toMatchObject([
      { pointer: '/1/subject', detail: 'Event 2 of 2 (id "evt-3"): There is no booking with this id.' },
    ]);
    expect(await deliver(good)).toMatchObject({ body: { events: [{ duplicate: false }] } });
  });

  it('says how many events a batch may hold', async () => {
    const answer = await deliver<ProblemDocument>(Array.from({ length: 501 }, () => event()));
    expect(answer.body.errors).toMatchObject([{ pointer: '', detail: 'Give at most 500 entries.' }]);
  });
});

describe('an event in binary mode', () => {
  const headersOf = (more: Record<string, string> = {}) => ({
    'ce-specversion': '1.0',
    'ce-id': randomUUID(),
    'ce-source': '/calendar',
    'ce-type': 'booking.confirmed',
    'ce-subject': `booking/${bookingId}`,
    ...more,
  });

  it.each<[string, Record<string, string>]>([
    ['as it is', {}],
    ['with a charset', { 'content-type': 'application/json; charset=utf-8' }],
    ['with a vendor’s type', { 'content-type': 'application/vnd.calendar+json' }],
    ['in capitals', { 'CE-Time': '2027-05-03t10:00:00z' }],
    ['with an extension', { 'ce-traceparent': '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' }],
  ])('is taken %s', async (_how, more) => {
    expect(await deliver({}, headersOf(more))).toMatchObject({
      status: 202,
      body: { events: [{ duplicate: false, source: '/calendar' }] },
    });
  });

  it('is taken without data', async () => {
    expect(await deliver(undefined, headersOf())).toMatchObject({ status: 202 });
  });

  it('has its attributes decoded', async () => {
    const headers = headersOf({ 'ce-id': 'caf%C3%A9%20%F0%9F%98%80 100%', 'ce-source': '"/a \\"b\\""' });
    expect(await deliver({}, headers)).toMatchObject({
      body: { events: [{ sourceId: 'café 😀 100%', source: '/a "b"' }] },
    });
  });

  it('is refused with the name of the header', async () => {
    const answer = await deliver<ProblemDocument>({}, headersOf({ 'ce-time': 'soon' }));
    expect(answer.body.errors).toMatchObject([
      { pointer: '/time', detail: expect.stringMatching(/^Header ce-time: Give an instant/) },
    ]);
    const without = await deliver<ProblemDocument>({}, { 'ce-id': '1', 'ce-type': 'booking.confirmed' });
    expect(without.body.errors?.map(({ pointer }) => pointer)).toContain('/specversion');
    const text = await deliver<ProblemDocument>('hello', headersOf({ 'content-type': 'text/plain' }));
    expect(text).toMatchObject({
      status: 415,
      body: { detail: expect.stringContaining('application/json') },
    });
  });
});
