import { describe, expect, it } from '@jest/globals';
import { readMessageIds } from './message-ids.js';
import { readHeaderDate } from './header-date.js';
import { readPeople } from './people.js';

const shown = (field: string) =>
  readPeople(field).map(({ name, address }) => (name ? `${name} <${address}>` : address));

describe('the people of a field', () => {
  it.each([
    ['mara@example.test', ['mara@example.test']],
    ['Joe Foo, PhD <joe@example.test>', ['Joe Foo, PhD <joe@example.test>']],
    [
      '"Lindqvist, Mara" <mara@example.test>, Elis <elis@example.test>',
      ['Lindqvist, Mara <mara@example.test>', 'Elis <elis@example.test>'],
    ],
    [
      'Team: mara@example.test, Elis <elis@example.test>;, jo@example.test',
      ['mara@example.test', 'Elis <elis@example.test>', 'jo@example.test'],
    ],
    ['undisclosed-recipients:;', []],
    ['<>', []],
    ['""', []],
    ['mara@example.test (Mara Lindqvist)', ['Mara Lindqvist <mara@example.test>']],
    ['"Mara \\"M\\" L" <mara@example.test>', ['Mara "M" L <mara@example.test>']],
    ['=?utf-8?Q?J=C3=B6rg=2C_Studio?= <jo@example.test>', ['Jörg, Studio <jo@example.test>']],
    ['=?utf-8?Q?a=40evil.test=2C_b?= <jo@example.test>', ['a@evil.test, b <jo@example.test>']],
    ["'Mara' <mara@example.test>", ['Mara <mara@example.test>']],
    ['mara@example.test <mara@example.test>', ['mara@example.test']],
    ['Mara mara@example.test', ['Mara <mara@example.test>']],
    ['mara@example.test; elis@example.test', ['mara@example.test', 'elis@example.test']],
    ['Mara <mailto:mara@example.test>', ['Mara <mara@example.test>']],
    ['Mara <@relay.test:mara@example.test>', ['Mara <mara@example.test>']],
    ['Mara <mara@exam\r\n ple.test>', ['Mara <mara@example.test>']],
    ['Pete(A nice \\) chap) <pete(his account)@silly.test(his host)>', ['Pete <pete@silly.test>']],
    ['"a b"@example.test', ['"a b"@example.test']],
    ['Mara <mara@example.test', ['Mara <mara@example.test>']],
    ['Mara "never closed <mara@example.test>', ['Mara never closed <mara@example.test>']],
    ['<Undisclosed-Recipient:@mailman.example.test;>', []],
    ['Mara <mara@example.test> <second@example.test>', ['Mara <second@example.test>']],
  ])('%j are %j', (field, people) => expect(shown(field)).toEqual(people));

  it('are compared by one spelling', () => {
    expect(readPeople('Mara <Mara@BÜCHER.example>').map(({ key }) => key)).toEqual([
      readPeople('mara@xn--bcher-kva.example')[0]!.key,
    ]);
  });
});

describe('the ids of a field', () => {
  it.each([
    ['<a@x.example>', ['<a@x.example>']],
    ['<c@d.example><e@f.example>', ['<c@d.example>', '<e@f.example>']],
    ['Your message of "Mon, 1 Mar" <b@x.example>', ['<b@x.example>']],
    ['<folded@ x.example>', ['<folded@x.example>']],
    ['<a@x.example> <a@x.example>', ['<a@x.example>']],
    ['<ff000000-2202-2222-b020-00002000ffee>', ['<ff000000-2202-2222-b020-00002000ffee>']],
    ['<>', []],
    ['< >', []],
    ['<@>', []],
    ['<junk>', []],
    ['junk', []],
    ['mara@example.test', []],
    [`<${'a'.repeat(1_000)}@x.example>`, []],
  ])('%j are %j', (field, ids) => expect(readMessageIds(field)).toEqual(ids));

  it('are the last ones where there are too many', () => {
    const all = Array.from({ length: 5_000 }, (_, at) => `<${at}@x.example>`);
    expect(readMessageIds(all.join(' '))).toEqual(all.slice(-200));
  });
});

describe('the date of a field', () => {
  it.each([
    ['Mon, 1 Jan 2018 01:04:44 +0100', '2018-01-01T00:04:44.000Z'],
    ['Di, 8 Jun 2027 12:31:00 0200', '2027-06-08T10:31:00.000Z'],
    ['Tue, 8 Jun 2027 12:31:00 GMT+0200', '2027-06-08T10:31:00.000Z'],
    ['8 Jun 27 12:31 EDT', '2027-06-08T16:31:00.000Z'],
    ['Tue, 8 Jun 2027 12:31:00 +02:00 (CEST)', '2027-06-08T10:31:00.000Z'],
    ['mar., 8 juin 2027 12:31:00 +0200', '2027-06-08T10:31:00.000Z'],
    ['lun, 8 dic 2027 12:31:00 +0100', '2027-12-08T11:31:00.000Z'],
    ['Mo, 8 Mär 2027 12:31:00 +0100', '2027-03-08T11:31:00.000Z'],
    ['Tue Jun  8 12:31:00 2027', '2027-06-08T12:31:00.000Z'],
    ['2027-06-08T12:31:00+02:00', '2027-06-08T10:31:00.000Z'],
    ['Thursday, April 09, 2003 9:00 AM', '2003-04-09T09:00:00.000Z'],
    ['Fri, 21 Nov 1997 09(comment):   55  :  06 -0600', '1997-11-21T15:55:06.000Z'],
    ['Thu, 29 Apr 36 23:34:45 +0000', '2036-04-29T23:34:45.000Z'],
    ['Whenever', null],
    ['', null],
    ['99 Foo 2027 12:00:00 +0000', null],
    ['8 Jun 3609 09:33:50 +0000', null],
  ])('%j is %s', (field, date) => expect(readHeaderDate(field)?.toISOString() ?? null).toBe(date));
});
