import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { usualHours } from './business-hours.js';
import { addDuration, durationUnits } from './duration.js';
import { momentOf } from './moment-of.js';
import { directions, offsetUnits, type RelativeMoment } from './offset.js';
import { compareMoments, spanOfDuration, spanOfMoment } from './span.js';

const zone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'UTC');
const date = fc
  .tuple(fc.integer({ min: 10_957, max: 40_000 }), fc.nat(1_439))
  .map(([day, minute]) => new Date(day * 86_400_000 + minute * 60_000).toISOString());
const anchor = fc.oneof(
  date,
  date.map((at) => at.slice(0, 10)),
);
const amount = fc.oneof(fc.nat(3), fc.nat(60));
const moment: fc.Arbitrary<RelativeMoment> = fc
  .record({
    offset: fc.record({
      amount,
      unit: fc.constantFrom(...offsetUnits),
      direction: fc.constantFrom(...directions),
    }),
    at: fc.option(fc.constantFrom('00:00', '09:00', '23:59'), { nil: undefined }),
  })
  .map(({ offset, at }) =>
    at === undefined || offset.unit === 'minutes' || offset.unit === 'hours' ? { offset } : { offset, at },
  );
const minutesBetween = (a: string, b: string) => (Date.parse(b) - Date.parse(a)) / 60_000;

describe('what can be said of moments before the date is known', () => {
  it('a duration lasts as long as its span says, wherever it begins', () => {
    fc.assert(
      fc.property(date, amount, fc.constantFrom(...durationUnits), zone, (from, n, unit, where) => {
        const { least, most } = spanOfDuration({ amount: n, unit });
        const lasted = minutesBetween(from, addDuration(from, { amount: n, unit }, where));
        expect(lasted).toBeGreaterThanOrEqual(least - 0.001);
        expect(lasted).toBeLessThanOrEqual(most + 0.001);
      }),
      { numRuns: 2_000 },
    );
  });

  it('a moment that comes first by its words comes first by every date', () => {
    let compared = 0;
    fc.assert(
      fc.property(moment, moment, anchor, zone, (a, b, on, where) => {
        const calendar = { zone: where, hours: usualHours };
        const at = (one: RelativeMoment) => momentOf(on, one.offset, one.at, calendar);
        if (compareMoments(a, b) < 0) {
          compared++;
          expect(Date.parse(at(a))).toBeLessThanOrEqual(Date.parse(at(b)));
        }
        const span = spanOfMoment(a);
        const whole: RelativeMoment = { offset: { amount: 0, unit: 'days', direction: 'after' } };
        const away = minutesBetween(at(whole), at(a));
        expect(away).toBeGreaterThanOrEqual(span.least);
        expect(away).toBeLessThanOrEqual(span.most);
      }),
      { numRuns: 3_000 },
    );
    expect(compared).toBeGreaterThan(500);
  });
});
