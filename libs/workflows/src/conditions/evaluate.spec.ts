import { describe, expect, it } from '@jest/globals';
import type { Facts, FactValue } from '../catalogue/field.js';
import { evaluate, describeTrace, type Comparison, type Condition } from './index.js';

const NOW = '2027-05-01T22:30:00.000Z'; // 00:30 on 2 May in Berlin
const facts: Facts = {
  client: { firstName: 'Mára', lastName: null, tags: ['returning', 'VIP'] },
  booking: { kind: 'wedding', startsAt: '2027-05-04T22:30:00.000Z', location: '' },
  invoice: { balance: { amountMinor: 160_000, currency: 'EUR' }, dueOn: '2027-05-02', number: '2027-014' },
  brand: { zone: 'Europe/Berlin' },
};
const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const ask = (condition: Condition, known: Facts = facts) => evaluate(condition, known, NOW);

/** field, operator, operand, whether it holds */
const cases: [string, Comparison['op'], Comparison['value'], boolean][] = [
  ['booking.kind', 'is', 'wedding', true],
  ['booking.kind', 'is', 'Wedding', true],
  ['booking.kind', 'is', 'portrait', false],
  ['booking.kind', 'isNot', 'portrait', true],
  ['booking.kind', 'isNot', 'WEDDING', false],
  ['booking.kind', 'isOneOf', ['family', 'wedding'], true],
  ['booking.kind', 'isOneOf', ['family'], false],
  ['client.firstName', 'is', 'ma\u0301ra', true],
  ['client.firstName', 'contains', 'ÁR', true],
  ['client.firstName', 'startsWith', 'm', true],
  ['client.firstName', 'startsWith', 'a', false],
  ['client.lastName', 'isEmpty', undefined, true],
  ['client.lastName', 'isNotEmpty', undefined, false],
  ['booking.location', 'isEmpty', undefined, true],
  ['client.tags', 'includes', 'vip', true],
  ['client.tags', 'includes', 'new', false],
  ['client.tags', 'excludes', 'new', true],
  ['invoice.balance', 'equals', eur(160_000), true],
  ['invoice.balance', 'moreThan', eur(160_000), false],
  ['invoice.balance', 'atLeast', eur(160_000), true],
  ['invoice.balance', 'lessThan', eur(160_001), true],
  ['invoice.balance', 'atMost', eur(159_999), false],
  ['booking.startsAt', 'before', '2027-05-04T22:30:00.001Z', true],
  ['booking.startsAt', 'after', '2027-05-04T22:30:00.000Z', false],
  // 4 May 22:30 UTC is 5 May in Berlin.
  ['booking.startsAt', 'after', '2027-05-04', true],
  ['booking.startsAt', 'before', '2027-05-05', false],
  ['booking.startsAt', 'withinNextDays', 3, true],
  ['booking.startsAt', 'withinNextDays', 2, false],
  ['booking.startsAt', 'withinLastDays', 3, false],
  // It is already 2 May in Berlin, so what is due on the 2nd is due today and what was due on the 1st is not.
  ['invoice.dueOn', 'withinNextDays', 0, true],
  ['invoice.dueOn', 'withinLastDays', 0, true],
  ['invoice.dueOn', 'before', '2027-05-03', true],
  ['invoice.dueOn', 'before', '2027-05-02', false],
  ['invoice.dueOn', 'after', '2027-05-01', true],
  ['invoice.dueOn', 'before', '2027-05-02T22:00:00Z', true],
  ['booking.startsAt', 'after', '2027-05-05T00:00:00+02:00', true],
];

describe('evaluate', () => {
  it.each(cases)('%s %s %j: %s', (field, op, value, expected) => {
    expect(ask({ field, op, value }).result).toBe(expected);
  });

  describe.each<[string, Facts]>([
    ['null', { inquiry: { kind: null, eventOn: null }, client: { tags: null }, invoice: { balance: null } }],
    ['blank', { inquiry: { kind: '', eventOn: '' }, client: { tags: [] }, invoice: { balance: '' } }],
    ['not there', { inquiry: {}, client: {}, invoice: {} }],
    ['of a record that is not there', {}],
  ])('over a value that is %s', (_, known) => {
    it.each<[string, Comparison['op'], Comparison['value']]>([
      ['inquiry.kind', 'isNot', 'wedding'],
      ['inquiry.kind', 'isEmpty', undefined],
      ['client.lastName', 'isNot', 'Lindqvist'],
      ['client.tags', 'excludes', 'vip'],
      ['client.tags', 'isEmpty', undefined],
      ['booking.status', 'isNot', 'cancelled'],
      ['project.stage', 'isNot', 'delivered'],
    ])('%s %s %s holds', (field, op, value) => {
      expect(ask({ field, op, value }, known).result).toBe(true);
      expect(ask({ all: [{ field, op, value }] }, known).result).toBe(true);
      expect(ask({ any: [{ field, op, value }] }, known).result).toBe(true);
    });

    it.each<[string, Comparison['op'], Comparison['value']]>([
      ['inquiry.kind', 'is', 'wedding'],
      ['inquiry.kind', 'isOneOf', ['wedding', '']],
      ['inquiry.kind', 'isNotEmpty', undefined],
      ['client.lastName', 'contains', 'L'],
      ['client.lastName', 'startsWith', ''],
      ['client.tags', 'includes', 'vip'],
      ['client.tags', 'isNotEmpty', undefined],
      ['invoice.balance', 'equals', eur(0)],
      ['invoice.balance', 'lessThan', eur(1)],
      ['invoice.balance', 'atMost', eur(1)],
      ['invoice.balance', 'moreThan', eur(-1)],
      ['invoice.balance', 'atLeast', eur(-1)],
      ['inquiry.eventOn', 'before', '2027-06-01'],
      ['inquiry.eventOn', 'after', '2027-01-01'],
      ['inquiry.eventOn', 'withinNextDays', 30],
      ['inquiry.eventOn', 'withinLastDays', 30],
    ])('%s %s %j does not hold', (field, op, value) => {
      expect(ask({ field, op, value }, known).result).toBe(false);
    });
  });

  it('says of an empty value that it was empty, and what follows from that', () => {
    const { trace } = ask(
      {
        all: [
          { field: 'inquiry.kind', op: 'isNot', value: 'wedding' },
          { field: 'client.tags', op: 'excludes', value: 'vip' },
          { field: 'inquiry.kind', op: 'is', value: 'wedding' },
        ],
      },
      { inquiry: { kind: null } },
    );
    expect(describeTrace(trace, 'en')).toEqual([
      'Inquiry kind of session is empty, so it is not Wedding',
      'Client tags is empty, so it does not include vip',
      'Inquiry kind of session is Wedding: no, it is empty',
    ]);
  });

  it('never compares amounts of different currencies', () => {
    const condition: Condition = {
      field: 'invoice.balance',
      op: 'lessThan',
      value: { amountMinor: 1e9, currency: 'USD' },
    };
    expect(ask(condition)).toMatchObject({ result: false, trace: { obstacle: 'otherCurrency' } });
  });

  it('counts the days of the brand across a change of the clocks', () => {
    const condition: Condition = { field: 'booking.startsAt', op: 'withinNextDays', value: 1 };
    const known = (startsAt: string): Facts => ({
      booking: { startsAt },
      brand: { zone: 'Europe/Berlin' },
    });
    // The night of 31 October 2027 has an hour more: a day from noon is 25 hours.
    const noon = '2027-10-30T10:00:00.000Z';
    expect(evaluate(condition, known('2027-10-31T11:00:00.000Z'), noon).result).toBe(true);
    expect(evaluate(condition, known('2027-10-31T11:00:00.001Z'), noon).result).toBe(false);
  });

  it('takes the earlier of two times for the limit of days', () => {
    const condition: Condition = { field: 'booking.startsAt', op: 'withinLastDays', value: 1 };
    const known = (startsAt: string): Facts => ({ booking: { startsAt }, brand: { zone: 'Europe/Berlin' } });
    // On 31 October 2027 the clocks in Berlin show 02:30 twice.
    const halfPastTwo = '2027-11-01T01:30:00.000Z';
    expect(evaluate(condition, known('2027-10-31T00:30:00.001Z'), halfPastTwo).result).toBe(true);
    expect(evaluate(condition, known('2027-10-31T00:30:00.000Z'), halfPastTwo).result).toBe(false);
  });

  it('takes a moment that comes now as one that has come', () => {
    const now = '2027-05-05T10:00:00.000Z';
    const within = (op: 'withinNextDays' | 'withinLastDays') =>
      evaluate({ field: 'booking.startsAt', op, value: 3 }, { booking: { startsAt: now } }, now).result;
    expect([within('withinNextDays'), within('withinLastDays')]).toEqual([false, true]);
  });

  it.each([
    // Read by the clock of the machine, or as another day than it says.
    '2027-05-05T10:00',
    '5 May 2027',
    '2027-02-30',
    '2027-02-30T10:00:00Z',
    '2027',
    '10:00',
  ])('compares no date with %p, and says so', (value) => {
    for (const field of ['booking.startsAt', 'invoice.dueOn'])
      for (const op of ['before', 'after'] as const)
        expect(ask({ field, op, value })).toMatchObject({ result: false, trace: { obstacle: 'wrongType' } });
  });

  it('does not hold for more days than there are', () => {
    for (const value of [1e9, 1e300, -1e300])
      expect(ask({ field: 'invoice.dueOn', op: 'withinNextDays', value }).result).toBe(false);
  });

  it('tells days in the words of a calendar', () => {
    const said = ask({
      all: [
        { field: 'booking.startsAt', op: 'withinNextDays', value: 1 },
        { field: 'booking.startsAt', op: 'before', value: '2027-05-05' },
        { field: 'invoice.dueOn', op: 'withinLastDays', value: 30 },
        { field: 'invoice.dueOn', op: 'withinNextDays', value: 0 },
      ],
    });
    expect(describeTrace(said.trace, 'en')).toEqual([
      'Booking starts at is within the next 1 day: no, it is 4 May 2027 at 22:30 UTC',
      'Booking starts at is before 5 May 2027: no, it is 4 May 2027 at 22:30 UTC',
      'Invoice due on is within the last 30 days: yes, it is 2 May 2027',
      'Invoice due on is within the next 0 days: yes, it is 2 May 2027',
    ]);
  });

  it('holds for all of none and not for any of none', () => {
    expect([ask({ all: [] }).result, ask({ any: [] }).result]).toEqual([true, false]);
  });

  it('nests, and looks at every member so that the trace explains the whole answer', () => {
    const { result, trace } = ask({
      all: [
        {
          any: [
            { field: 'booking.kind', op: 'is', value: 'portrait' },
            { field: 'client.tags', op: 'includes', value: 'vip' },
          ],
        },
        { field: 'client.lastName', op: 'is', value: 'Lindqvist' },
        { field: 'booking.colour', op: 'is', value: 'red' },
        { field: 'invoice.balance', op: 'atLeast', value: { amountMinor: 1, currency: 'SEK' } },
      ],
    });
    expect(result).toBe(false);
    expect(describeTrace(trace, 'en')).toEqual([
      'Booking kind is Portrait: no, it is Wedding',
      'Client tags includes vip: yes, it is returning, VIP',
      'Client last name is Lindqvist: no, it is empty',
      '"booking.colour" is red: no, there is no such field',
      'Invoice balance due is at least SEK\u00a00.01: no, it is in another currency',
    ]);
  });

  it.each([
    '__proto__.toString',
    'constructor.name',
    'client.__proto__',
    'client.constructor',
    'hasOwnProperty',
  ])('finds nothing at %s', (field) => {
    expect(ask({ field, op: 'isNotEmpty' }).result).toBe(false);
  });

  it.each<[string, Comparison['op'], FactValue]>([
    ['client.tags', 'includes', 'not a list'],
    ['invoice.balance', 'atLeast', 'not money'],
    ['invoice.dueOn', 'withinNextDays', 'not a date'],
    ['booking.startsAt', 'before', 'not an instant'],
  ])('does not hold, and does not throw, for a broken fact in %s', (path, op, broken) => {
    const [record, key] = path.split('.') as [string, string];
    for (const value of ['2027-01-01', 3, { amountMinor: 0, currency: 'EUR' }, ['x']]) {
      expect(ask({ field: path, op, value }, { [record]: { [key]: broken } }).result).toBe(false);
    }
  });
});
