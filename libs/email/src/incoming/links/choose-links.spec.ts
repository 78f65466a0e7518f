import { describe, expect, it } from '@jest/globals';
import { ownDomain, plainKey } from './address-forms.js';
import {
  chooseLinks,
  type KnownPerson,
  type LinkingContext,
  type LinkingMail,
  type RecordRef,
  type ThreadLink,
} from './choose-links.js';

const booking = (id: string): RecordRef => ({ type: 'booking', id });
const person = (
  type: KnownPerson['type'],
  id: string,
  key: string,
  ...open: readonly RecordRef[]
): KnownPerson => ({ type, id, key, open });
const mara = person('client', 'mara', 'mara@example.test', booking('b1'));
const none: LinkingContext = {
  ofSend: [],
  ofThread: [],
  inThread: new Set(),
  people: [],
  own: new Set(['hello@studio.example']),
};
const mail: LinkingMail = {
  isOutgoing: false,
  from: ['mara@example.test'],
  recipients: ['hello@studio.example'],
  isOfNobody: false,
};
const choose = (context: Partial<LinkingContext>, given: Partial<LinkingMail> = {}) =>
  chooseLinks({ ...mail, ...given }, { ...none, ...context });
const shown = (context: Partial<LinkingContext>, given: Partial<LinkingMail> = {}) =>
  choose(context, given).links.map(({ type, id, source }) => `${type} ${id} by ${source}`);
const link = (
  type: ThreadLink['type'],
  id: string,
  source: ThreadLink['source'] = 'address',
  state: ThreadLink['state'] = 'on',
): ThreadLink => ({ type, id, source, state });

describe('the records of a mail', () => {
  it.each<[string, Partial<LinkingContext>, Partial<LinkingMail>, readonly string[]]>([
    ['of nobody known', {}, {}, []],
    [
      'of a client and the one thing under way',
      { people: [mara] },
      {},
      ['client mara by address', 'booking b1 by address'],
    ],
    [
      'of a client with nothing under way',
      { people: [person('client', 'mara', 'mara@example.test')] },
      {},
      ['client mara by address'],
    ],
    [
      'of a client with two things under way',
      { people: [{ ...mara, open: [booking('b1'), booking('b2')] }] },
      {},
      ['client mara by address'],
    ],
    [
      'of the mail that it answers',
      {
        people: [{ ...mara, open: [booking('b1'), booking('b2')] }],
        ofSend: [{ type: 'client', id: 'mara' }, booking('b2')],
      },
      {},
      ['client mara by send', 'booking b2 by send'],
    ],
    [
      'of its thread',
      { people: [mara], ofThread: [link('client', 'mara'), link('booking', 'b9', 'hand')] },
      {},
      ['booking b9 by hand', 'client mara by thread'],
    ],
    [
      'but not what a person took off',
      { people: [mara], ofSend: [booking('b1')], ofThread: [link('booking', 'b1', 'hand', 'off')] },
      {},
      ['client mara by address'],
    ],
    [
      'by an address with a tag',
      { people: [mara] },
      { from: ['mara+wedding@example.test'] },
      ['client mara by address', 'booking b1 by address'],
    ],
    [
      'by an address without its dots at Gmail',
      { people: [person('client', 'jo', 'jo.doe@gmail.com')] },
      { from: ['jodoe@googlemail.com'] },
      ['client jo by address'],
    ],
    [
      'of a vendor by its domain',
      { people: [person('vendor', 'flora', 'info@flora.example')] },
      { from: ['anna@mail.flora.example'] },
      ['vendor flora by address'],
    ],
    [
      'not of a client by a domain',
      { people: [person('client', 'mara', 'mara@corp.example')] },
      { from: ['jo@corp.example'] },
      [],
    ],
    [
      'not of a vendor by a provider’s domain',
      { people: [person('vendor', 'flora', 'flora@gmail.com')] },
      { from: ['anna@gmail.com'] },
      [],
    ],
    [
      'not of the studio’s own address',
      { people: [person('staff', 'me', 'hello@studio.example')] },
      { from: ['hello@studio.example'] },
      [],
    ],
    [
      'of whom we wrote to',
      { people: [mara] },
      { isOutgoing: true, from: ['hello@studio.example'], recipients: ['mara@example.test'] },
      ['client mara by address', 'booking b1 by address'],
    ],
    [
      'of client, vendor and booking at once',
      {
        people: [person('vendor', 'flora', 'mara@example.test')],
        ofSend: [{ type: 'client', id: 'mara' }, booking('b1')],
      },
      {},
      ['client mara by send', 'booking b1 by send', 'vendor flora by address'],
    ],
    [
      'of both of a couple with one address',
      { people: [mara, person('client', 'elis', 'mara@example.test')] },
      {},
      ['client mara by address', 'client elis by address'],
    ],
  ])('%s', (_, context, given, links) => expect(shown(context, given)).toEqual(links));

  const couple = [mara, person('client', 'elis', 'mara@example.test')];
  const two = [{ ...mara, open: [booking('b1'), booking('b2')] }];
  it.each<[string, Partial<LinkingContext>, Partial<LinkingMail>, unknown]>([
    ['who it is', {}, {}, { about: 'who', candidates: [] }],
    ['nothing of a machine', {}, { isOfNobody: true }, null],
    [
      'which of two with one address',
      { people: couple },
      {},
      {
        about: 'whichPerson',
        candidates: [
          { type: 'client', id: 'mara' },
          { type: 'client', id: 'elis' },
        ],
      },
    ],
    [
      'that no more once a person said so',
      { people: couple, ofThread: [link('client', 'mara', 'hand')] },
      {},
      null,
    ],
    [
      'that no more once one was taken off',
      { people: couple, ofThread: [link('client', 'elis', 'hand', 'off')] },
      {},
      null,
    ],
    [
      'which of two bookings',
      { people: two },
      {},
      { about: 'whichRecord', candidates: [booking('b1'), booking('b2')] },
    ],
    [
      'nothing where the thread knows the booking',
      { people: two, ofThread: [link('booking', 'b2')] },
      {},
      null,
    ],
    ['nothing where the mail answers one of ours', { people: two, ofSend: [booking('b2')] }, {}, null],
    ['nothing of a client with one booking', { people: [mara] }, {}, null],
  ])('leave to ask: %s', (_, context, given, question) =>
    expect(choose(context, given).question).toEqual(question),
  );

  it.each<[string, Partial<LinkingContext>, Partial<LinkingMail>, string | null]>([
    [
      'another person who answers',
      { inThread: new Set(['mara@example.test']), ofSend: [booking('b1')] },
      { from: ['elis@example.test'] },
      'elis@example.test',
    ],
    ['nobody who is known', { inThread: new Set(['jo@example.test']), people: [mara] }, {}, null],
    ['nobody who took part', { inThread: new Set(['mara@example.test']) }, {}, null],
    [
      'no machine',
      { inThread: new Set(['mara@example.test']) },
      { from: ['list@example.test'], isOfNobody: true },
      null,
    ],
    [
      'none of the studio',
      { inThread: new Set(['mara@example.test']) },
      { from: ['hello@studio.example'] },
      null,
    ],
    ['nobody of a first mail', {}, { from: ['elis@example.test'] }, null],
  ])('propose as a contact %s', (_, context, given, key) =>
    expect(choose(context, given).newContact).toBe(key),
  );
});

describe('an address', () => {
  it.each([
    ['mara+wedding@example.test', 'mara@example.test'],
    ['m.a.r.a+x@googlemail.com', 'mara@gmail.com'],
    ['m.a.r.a@example.test', 'm.a.r.a@example.test'],
    ['+mara@example.test', '+mara@example.test'],
  ])('%s is %s without its tag', (key, plain) => expect(plainKey(key)).toBe(plain));
  it.each([
    ['a@mail.flora.example', 'flora.example'],
    ['a@flora.co.uk', 'flora.co.uk'],
    ['a@one.github.io', 'one.github.io'],
    ['a@gmail.com', null],
    ['a@localhost', null],
  ])('%s is of the domain %s', (key, domain) => expect(ownDomain(key)).toBe(domain));
});
