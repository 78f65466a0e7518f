import { DateTime } from 'luxon';
import { z } from 'zod';

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

/**
 * The instant that lies `duration` after `from`. Seconds, minutes and hours are exact. Days, weeks and months move the local date in
 * `zone` and keep the local time: a month's missing day becomes its last, a time in a DST gap moves forward by the gap, of a
 * time that happens twice the earlier counts.
 * @param from ISO instant @param zone IANA zone @returns ISO instant in UTC @throws RangeError for an unknown zone or instant
 */
export function addDuration(from: string, { amount, unit }: WaitDuration, zone: string): string {
  const start = DateTime.fromISO(from, { zone });
  if (!start.isValid)
    throw new RangeError(
      `Cannot wait from ${from} in zone ${zone}: ${start.invalidExplanation ?? 'not valid'}`,
    );
  // The calendar would take the later of two equal times back to the earlier.
  if (amount === 0) return start.toUTC().toISO();
  const exact = unit === 'seconds' || unit === 'minutes' || unit === 'hours';
  const end = exact ? start.plus({ [unit]: amount }) : movedDate(start, { amount, unit });
  return end.toUTC().toISO()!;
}

function movedDate(start: DateTime, { amount, unit }: WaitDuration): DateTime {
  // In UTC the calendar has no gaps: move the date there, then read the wall clock in the zone.
  const wall = DateTime.fromObject(
    {
      year: start.year,
      month: start.month,
      day: start.day,
      hour: start.hour,
      minute: start.minute,
      second: start.second,
      millisecond: start.millisecond,
    },
    { zone: 'utc' },
  ).plus({ [unit]: amount });
  return atWallClock(wall, start.zoneName!);
}

/** The instant of a wall-clock time in a zone; in a gap forwards by the gap, of two the earlier. */
export function atWallClock(wall: DateTime, zone: string): DateTime {
  const utc = wall.setZone('utc', { keepLocalTime: true });
  // The offsets on either side of any change within a day.
  const offsets = [utc.minus({ days: 1 }), utc.plus({ days: 1 })].map((at) => at.setZone(zone).offset);
  const [before, after] = offsets as [number, number];
  const candidates = [before, after]
    .map((offset) => utc.minus({ minutes: offset }).setZone(zone))
    .filter((at) => at.setZone('utc', { keepLocalTime: true }).toMillis() === utc.toMillis())
    .sort((a, b) => a.toMillis() - b.toMillis());
  // In a gap no candidate reads back as asked: the offset from before the change moves the time forward by the gap.
  return candidates[0] ?? utc.minus({ minutes: before }).setZone(zone);
}
