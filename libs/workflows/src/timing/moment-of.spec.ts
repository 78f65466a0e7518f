import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { momentCases } from './cases.fixture.js';
import {
  momentOf,
  offsetSchema,
  offsetUnits,
  longestWait,
  relativeMomentSchema,
  TimeError,
  usualHours,
  type Offset,
} from './index.js';

const zones = [...new Set(momentCases.map(({ zone }) => zone))];
const calendar = (zone: string, from = '09:00') => ({ zone, hours: { ...usualHours, from } });
const at9 = { amount: 3, unit: 'days', direction: 'before' } satisfies Offset;

describe('momentOf', () => {
  it('is held against at least a hundred cases', () => expect(momentCases.length).toBeGreaterThan(100));

  it.each(momentCases)('$about: $anchor in $zone', ({ anchor, offset, at, zone, business, due }) => {
    expect(momentOf(anchor, offset, at, calendar(zone, business))).toBe(due);
  });

  it('follows the date: a later day never leads to an earlier moment', () => {
    const days = fc.date({ min: new Date('2026-01-01'), max: new Date('2036-01-01'), noInvalidDate: true });
    const time = fc.constantFrom(undefined, '00:00', '02:30', '09:00', '23:59');
    const direction = fc.constantFrom('before' as const, 'after' as const);
    const unit = fc.constantFrom('days' as const, 'weeks' as const, 'months' as const);
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1, max: 400 }),
        fc.record({ amount: fc.integer({ min: 0, max: 60 }), unit, direction }),
        time,
        fc.constantFrom(...zones),
        (day, apart, offset, at, zone) => {
          const later = new Date(day.getTime() + apart * 86_400_000);
          const [first, second] = [day, later].map((date) =>
            Date.parse(momentOf(date.toISOString().slice(0, 10), offset, at, calendar(zone))),
          ) as [number, number];
          expect(second).toBeGreaterThanOrEqual(first);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('leads before as far as after, by the hour', () => {
    const anchor = fc.date({ min: new Date('2026-01-01'), max: new Date('2036-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(
        anchor,
        fc.integer({ min: 0, max: 43_800 }),
        fc.constantFrom(...zones),
        (date, amount, zone) => {
          const from = date.toISOString();
          const there = momentOf(
            from,
            { amount, unit: 'hours', direction: 'after' },
            undefined,
            calendar(zone),
          );
          const back = momentOf(
            there,
            { amount, unit: 'hours', direction: 'before' },
            undefined,
            calendar(zone),
          );
          expect(back).toBe(from);
        },
      ),
    );
  });

  it.each([
    ['time.badMoment', 'tomorrow', 'UTC'],
    ['time.badMoment', '', 'UTC'],
    ['time.badMoment', '2027-02-30', 'UTC'],
    ['time.badMoment', '2027-13-01T00:00:00Z', 'UTC'],
    // Without a zone of its own it could be any of 26 instants.
    ['time.badMoment', '2027-06-12T15:00:00', 'UTC'],
    // Luxon would read it as a time of today.
    ['time.badMoment', '10:00', 'UTC'],
    ['time.badMoment', '+275760-09-13T00:00:00Z', 'UTC'],
    ['time.badZone', '2027-06-12', 'Europe/Atlantis'],
    ['time.badZone', '2027-06-12T15:00:00Z', ''],
    ['time.outOfRange', '0001-01-01', 'UTC'],
    ['time.outOfRange', '9999-12-31', 'UTC'],
    ['time.outOfRange', '1969-12-31T23:59:59.999Z', 'UTC'],
    ['time.outOfRange', '2201-01-04T00:00:00Z', 'UTC'],
  ])('refuses by %s an anchor of %p in %p', (code, anchor, zone) => {
    const refused = expect.objectContaining({ code, name: 'TimeError' });
    const attempt = () => momentOf(anchor, at9, undefined, calendar(zone));
    expect(attempt).toThrow(TimeError);
    expect(attempt).toThrow(refused);
  });

  it('goes to the end of its years and no further', () => {
    const last = (anchor: string) =>
      momentOf(anchor, { amount: 1, unit: 'days', direction: 'after' }, undefined, calendar('UTC'));
    expect(last('2200-12-30T23:59:59.999Z')).toBe('2200-12-31T23:59:59.999Z');
    expect(() => last('2200-12-31T00:00:00Z')).toThrow('outside the years 1970 to 2200');
  });
});

describe('an offset', () => {
  it.each(offsetUnits)('is at most five years, counted in %s', (unit) => {
    const offset = { amount: longestWait[unit], unit, direction: 'before' };
    expect(offsetSchema.safeParse(offset).success).toBe(true);
    const refused = offsetSchema.safeParse({ ...offset, amount: offset.amount + 1 });
    expect(refused.error?.issues).toEqual([
      expect.objectContaining({
        message: `At most five years before or after a date: ${longestWait[unit]} ${unit}.`,
        path: ['amount'],
      }),
    ]);
  });

  it('has a time of day only where it counts in days and more', () => {
    const problems = (offset: Offset) =>
      relativeMomentSchema.safeParse({ offset, at: '09:00' }).error?.issues.map(({ path }) => path.join('.'));
    expect(problems({ amount: 2, unit: 'hours', direction: 'before' })).toEqual(['at']);
    expect(problems({ amount: 2, unit: 'days', direction: 'before' })).toBeUndefined();
  });

  it.each(['24:00', '9:00', '09:60', '09:00:00', '٠٩:٠٠', '', ' 09:00', null, 9])('is never at %p', (at) => {
    expect(relativeMomentSchema.safeParse({ offset: at9, at }).success).toBe(false);
  });
});
