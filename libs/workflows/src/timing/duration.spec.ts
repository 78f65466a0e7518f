import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDuration,
  durationSchema,
  durationUnits,
  describeDuration,
  instantAt,
  longestWait,
  TimeError,
  type DurationUnit,
} from './index.js';

interface Case {
  readonly about: string;
  readonly from: string;
  readonly amount: number;
  readonly unit: DurationUnit;
  readonly zone: string;
  readonly due: string;
}
const file = fileURLToPath(new URL('./cases/durations.json', import.meta.url));
const cases = JSON.parse(readFileSync(file, 'utf8')) as Case[];

describe('addDuration', () => {
  it.each(cases)('$about: $amount $unit from $from in $zone', ({ from, amount, unit, zone, due }) => {
    expect(addDuration(from, { amount, unit }, zone)).toBe(due);
  });

  it('does not depend on the zone of the machine', () => {
    const machine = process.env.TZ;
    const due = ['UTC', 'America/New_York', 'Asia/Kolkata'].map((zone) => {
      process.env.TZ = zone;
      return addDuration('2027-03-27T01:30:00.000Z', { amount: 1, unit: 'days' }, 'Europe/Berlin');
    });
    if (machine === undefined) delete process.env.TZ;
    else process.env.TZ = machine;
    expect(new Set(due)).toEqual(new Set(['2027-03-28T01:30:00.000Z']));
  });

  it('never goes backwards, in any zone', () => {
    const zones = [...new Set(cases.map(({ zone }) => zone))];
    const wait = fc.constantFrom(...durationUnits).chain((unit) =>
      fc.record({
        unit: fc.constant(unit),
        amount: fc.integer({ min: 0, max: longestWait[unit] }),
        from: fc.date({
          min: new Date('2026-01-01'),
          max: new Date('2036-01-01'),
          noInvalidDate: true,
        }),
        zone: fc.constantFrom(...zones),
      }),
    );
    fc.assert(
      fc.property(wait, ({ unit, amount, from, zone }) => {
        const due = Date.parse(addDuration(from.toISOString(), { amount, unit }, zone));
        expect(due).toBeGreaterThanOrEqual(from.getTime());
      }),
      { numRuns: 1_000 },
    );
  });

  it('adds up: two waits by the hour are one of both, and two by the day where the clock shows the time', () => {
    const from = fc.date({ min: new Date('2026-01-01'), max: new Date('2031-01-01'), noInvalidDate: true });
    const amount = fc.integer({ min: 0, max: 900 });
    const unit = fc.constantFrom('seconds' as const, 'minutes' as const, 'hours' as const, 'days' as const);
    const zone = fc.constantFrom(...new Set(cases.map((one) => one.zone)));
    fc.assert(
      fc.property(from, amount, amount, unit, zone, (date, first, second, counted, place) => {
        // No clock is changed at noon, so that no day lacks it and none has it twice.
        const start =
          counted === 'days'
            ? instantAt(`${date.toISOString().slice(0, 10)}T12:00`, place)!
            : date.toISOString();
        const after = (at: string, days: number) => addDuration(at, { amount: days, unit: counted }, place);
        expect(after(after(start, first), second)).toBe(after(start, first + second));
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['2027-01-01T00:00:00.000Z', 'Europe/Atlantis'],
    ['yesterday', 'Europe/Berlin'],
    ['10:00', 'Europe/Berlin'],
    ['2199-01-01T00:00:00.000Z', 'Europe/Berlin'],
  ])('refuses %s in %s', (from, zone) => {
    expect(() => addDuration(from, { amount: 60, unit: 'months' }, zone)).toThrow(TimeError);
  });
});

describe('a wait', () => {
  it.each(durationUnits)('lasts five years at most, counted in %s', (unit) => {
    const longest = longestWait[unit];
    expect(durationSchema.safeParse({ amount: longest, unit }).success).toBe(true);
    const refused = durationSchema.safeParse({ amount: longest + 1, unit });
    expect(refused.error?.issues).toEqual([
      expect.objectContaining({ message: `A wait is at most five years: ${longest} ${unit}.` }),
    ]);
    const fiveYears = Date.parse('2032-01-02T00:00:00.000Z');
    const due = addDuration('2027-01-01T00:00:00.000Z', { amount: longest, unit }, 'UTC');
    expect(Date.parse(due)).toBeLessThanOrEqual(fiveYears);
  });

  it.each([-1, 1.5, NaN, Infinity, 1e300, '3', null])('cannot last %p days', (amount) => {
    expect(durationSchema.safeParse({ amount, unit: 'days' }).success).toBe(false);
  });

  it('is told in words', () => {
    expect([0, 1, 3].map((amount) => describeDuration({ amount, unit: 'days' }, 'en'))).toEqual([
      'no time',
      '1 day',
      '3 days',
    ]);
  });
});
