import { z } from 'zod';
import { readInstant, writeInstant } from './instant.js';
import { atWallClock, wallOf } from './wall-clock.js';

export const durationUnits = ['seconds', 'minutes', 'hours', 'days', 'weeks', 'months'] as const;
export type DurationUnit = (typeof durationUnits)[number];

export interface WaitDuration {
  readonly amount: number;
  readonly unit: DurationUnit;
}

/** The longest wait per unit, five years: a longer one is a typing error, and the server would accept 300 years without a word. */
export const longestWait: Readonly<Record<DurationUnit, number>> = {
  seconds: 157_680_000,
  minutes: 2_628_000,
  hours: 43_800,
  days: 1_825,
  weeks: 260,
  months: 60,
};

export const durationSchema: z.ZodType<WaitDuration> = z
  .strictObject({ amount: z.int().min(0), unit: z.enum(durationUnits) })
  .refine(({ amount, unit }) => amount <= longestWait[unit], {
    error: ({ input }) => {
      const unit = (input as WaitDuration).unit;
      return `A wait is at most five years: ${longestWait[unit]} ${unit}.`;
    },
    path: ['amount'],
  });

/** Days, weeks and months move the local date; the shorter units are exact. */
export const movesDate = (unit: DurationUnit): boolean =>
  unit === 'days' || unit === 'weeks' || unit === 'months';

/**
 * The instant that lies `duration` after `from`. Seconds, minutes and hours are exact. Days, weeks and months move the local date in
 * `zone` and keep the local time: a month's missing day becomes its last, a time in a DST gap moves forward by the gap, of a
 * time that happens twice the earlier counts.
 * @param from ISO instant @param zone IANA zone @returns ISO instant in UTC
 * @throws TimeError for an unknown zone or instant, and for a moment outside the years 1970 to 2200
 */
export function addDuration(from: string, { amount, unit }: WaitDuration, zone: string): string {
  const start = readInstant(from, zone);
  // The calendar would take the later of two equal times back to the earlier.
  if (amount === 0) return writeInstant(start);
  if (!movesDate(unit)) return writeInstant(start.plus({ [unit]: amount }));
  return writeInstant(atWallClock(wallOf(start).plus({ [unit]: amount }), zone));
}
