import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { windowCases } from './cases.fixture.js';
import { isInWindow, nextInWindow, sendWindowSchema, TimeError, weekdays, type SendWindow } from './index.js';

const week: SendWindow = { weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '17:00', holidays: [] };
const zones = [...new Set(windowCases.map(({ zone }) => zone))];

describe('nextInWindow', () => {
  it('is held against at least eighty cases', () => expect(windowCases.length).toBeGreaterThan(80));

  const opening = windowCases.filter(({ next }) => next !== null);
  it.each(opening)('$about: from $from in $zone', ({ from, window, zone, next }) => {
    expect(nextInWindow(from, window, zone)).toBe(next);
    expect(isInWindow(from, window, zone)).toBe(next === from);
  });

  const never = windowCases.filter(({ next }) => next === null);
  it.each(never)('$about: nothing opens after $from', ({ from, window, zone }) => {
    expect(() => nextInWindow(from, window, zone)).toThrow(TimeError);
    expect(() => nextInWindow(from, window, zone)).toThrow('Take some holidays out, or add weekdays.');
    expect(isInWindow(from, window, zone)).toBe(false);
  });

  const time = fc
    .record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.constantFrom(0, 15, 30, 59) })
    .map(({ hour, minute }) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
  const window: fc.Arbitrary<SendWindow> = fc.record({
    weekdays: fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1, maxLength: 7 }),
    from: time,
    to: time,
    holidays: fc.subarray(['12-25', '01-01', '2027-03-28', '2027-10-31', '2027-04-04', '2027-10-03']),
  });
  // Half of them near a change of the clocks, where the defects would be.
  const changes = [
    '2027-03-28',
    '2027-10-31',
    '2027-03-14',
    '2027-11-07',
    '2027-04-03',
    '2027-10-02',
    '2027-09-05',
  ];
  const instant = fc.oneof(
    fc.date({ min: new Date('2026-01-01'), max: new Date('2036-01-01'), noInvalidDate: true }),
    fc
      .tuple(fc.constantFrom(...changes), fc.integer({ min: -20 * 60, max: 30 * 60 }))
      .map(([day, minutes]) => new Date(Date.parse(day) + minutes * 60_000)),
  );

  it('is never before it was asked for, stays where it is when asked again, and lets nothing open in between', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
    fc.assert(
      fc.property(instant, window, fc.constantFrom(...zones), share, (from, opens, zone, part) => {
        const next = nextInWindow(from.toISOString(), opens, zone);
        expect(Date.parse(next)).toBeGreaterThanOrEqual(from.getTime());
        expect(isInWindow(next, opens, zone)).toBe(true);
        expect(nextInWindow(next, opens, zone)).toBe(next);
        const between = new Date(from.getTime() + Math.floor((Date.parse(next) - from.getTime()) * part));
        if (between.toISOString() !== next) {
          expect(isInWindow(between.toISOString(), opens, zone)).toBe(false);
          expect(nextInWindow(between.toISOString(), opens, zone)).toBe(next);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['time.badMoment', '10:00', 'UTC'],
    ['time.badZone', '2027-06-07T10:00:00Z', 'Mars/Olympus'],
    ['time.outOfRange', '2200-12-31T18:00:00Z', 'UTC'],
  ])('refuses by %s to look from %s in %s', (code, from, zone) => {
    expect(() => nextInWindow(from, week, zone)).toThrow(expect.objectContaining({ code }));
  });
});

describe('a send window', () => {
  const issues = (change: object) =>
    sendWindowSchema.safeParse({ ...week, ...change }).error?.issues.map(({ message }) => message);

  it('takes holidays of one year and of every year', () => {
    expect(issues({ holidays: ['2027-05-06', '12-25', '02-29', '2028-02-29'] })).toBeUndefined();
  });

  it.each([
    [{ weekdays: [] }, 'Choose at least one weekday: without one the window never opens.'],
    [{ weekdays: [1, 1] }, 'A weekday stands in the list twice.'],
    [{ from: '24:00' }, 'A time of day goes from 00:00 to 23:59.'],
    [{ holidays: ['2027-02-29'] }, 'There is no such day in the calendar.'],
    [{ holidays: ['02-30'] }, 'There is no such day in the calendar.'],
    [
      { holidays: ['25 December'] },
      'A holiday is a date such as 2027-05-06, or a day of every year such as 12-25.',
    ],
    [{ holidays: Array.from({ length: 201 }, () => '12-25') }, 'At most 200 holidays.'],
  ])('is refused with %j', (change, message) => expect(issues(change)).toEqual([message]));

  it.each([{ weekdays: [0] }, { weekdays: [8] }, { weekdays: ['1'] }, { weekdays: null }, { extra: 1 }])(
    'is refused with %j',
    (change) => expect(issues(change)).toHaveLength(1),
  );
});
