import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fieldOf } from '../catalogue/records.js';
import {
  describeAnchor,
  directions,
  durationUnits,
  describeDuration,
  describeMoment,
  offsetUnits,
  describeRelative,
  describeWeekdays,
  weekdays,
  describeWindow,
  type Offset,
  type SendWindow,
} from './index.js';

const offset = (text: string): Offset => {
  const [amount, unit, direction] = text.split(' ') as [string, Offset['unit'], Offset['direction']];
  return { amount: Number(amount), unit, direction };
};

describe('words of time', () => {
  it.each([
    ['booking.startsAt', '3 days before', '09:00', '3 days before the session at 09:00'],
    ['booking.startsAt', '1 days before', undefined, '1 day before the session'],
    ['booking.endsAt', '2 hours after', undefined, '2 hours after the end of the session'],
    ['booking.startsAt', '0 days before', '08:00', 'On the day of the session at 08:00'],
    ['booking.startsAt', '0 hours after', undefined, 'At the time of the session'],
    ['invoice.dueOn', '1 weeks after', undefined, "1 week after the invoice's due date at start of business"],
    ['invoice.dueOn', '3 days before', '16:45', "3 days before the invoice's due date at 16:45"],
    ['invoice.dueOn', '0 days after', undefined, "On the invoice's due date at start of business"],
    ['invoice.dueOn', '0 days after', '10:00', "On the invoice's due date at 10:00"],
    [
      'invoice.dueOn',
      '2 hours before',
      undefined,
      "2 hours before start of business on the invoice's due date",
    ],
    ['client.createdAt', '12 months after', undefined, '12 months after "Client since" of the client'],
    ['booking.colour', '1 days after', undefined, '1 day after "booking.colour"'],
    ['constructor', '1 days after', undefined, '1 day after "constructor"'],
  ])('%s, %s, %s: %s', (anchor, text, at, expected) => {
    expect(describeRelative(anchor, { offset: offset(text), at }, 'en')).toBe(expected);
  });

  it.each([
    ['2027-05-02', '2 May 2027'],
    ['2027-05-04T22:30:59.999Z', '4 May 2027 at 22:30 UTC'],
    ['2027-05-05T00:30:00+02:00', '4 May 2027 at 22:30 UTC'],
    ['2027-02-30', '2027-02-30'],
    ['soon', 'soon'],
  ])('of %s: %s', (moment, text) => expect(describeMoment(moment, 'en')).toBe(text));

  const week: SendWindow = { weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '17:00', holidays: [] };
  it.each<[Partial<SendWindow>, string]>([
    [{ holidays: ['12-25'] }, 'Mon-Fri 09:00-17:00, not on holidays'],
    [{}, 'Mon-Fri 09:00-17:00'],
    [{ weekdays: [7, 6] }, 'Sat, Sun 09:00-17:00'],
    [{ weekdays: [1, 3, 5, 6, 7] }, 'Mon, Wed, Fri-Sun 09:00-17:00'],
    [{ weekdays: [...weekdays], from: '00:00', to: '00:00' }, 'every day'],
    [{ from: '18:00', to: '00:00' }, 'Mon-Fri 18:00-24:00'],
    [{ from: '22:00', to: '02:00' }, 'Mon-Fri 22:00-02:00 the next day'],
    [{ from: '09:00', to: '09:00' }, 'Mon-Fri 09:00-09:00 the next day'],
  ])('of a window with %j: %s', (change, expected) => {
    expect(describeWindow({ ...week, ...change }, 'en')).toBe(expected);
  });

  it('know every date that they have words for', () => {
    const known = ['booking.startsAt', 'booking.endsAt', 'invoice.dueOn', 'project.dueOn', 'inquiry.eventOn'];
    for (const path of known) {
      expect(['date', 'instant']).toContain(fieldOf(path)?.type);
      expect(describeAnchor(path, 'en')).not.toContain('"');
    }
  });

  it('are there for whatever looks like a moment', () => {
    const alike = fc.stringMatching(
      /^\d{4}-[01]\d-[0-3]\d(T[0-2]\d:[0-6]\d(:[0-6]\d([.,]\d{1,10})?)?(Z|z|[+-]\d\d:?\d\d)?)?$/,
    );
    fc.assert(
      fc.property(alike, (moment) => {
        const text = describeMoment(moment, 'en');
        expect(text === moment || /^\d{1,2} [A-Z][a-z]+ \d{1,4}( BC)?( at \d\d:\d\d UTC)?$/.test(text)).toBe(
          true,
        );
      }),
      { numRuns: 5_000 },
    );
  });

  it('are there for everything that can be written', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.nat(),
        fc.constantFrom(...offsetUnits),
        fc.constantFrom(...directions),
        fc.constantFrom(...durationUnits),
        fc.option(fc.string(), { nil: undefined }),
        fc.array(fc.constantFrom(...weekdays)),
        (anchor, amount, unit, direction, lasting, at, days) => {
          const said = [
            describeRelative(anchor, { offset: { amount, unit, direction }, at }, 'en'),
            describeDuration({ amount, unit: lasting }, 'en'),
            describeMoment(anchor, 'en'),
            describeWindow({ ...week, weekdays: days }, 'en'),
            describeWeekdays(days, 'en'),
          ];
          for (const text of said) expect(text).not.toMatch(/undefined|NaN|\[object/);
        },
      ),
    );
  });
});
