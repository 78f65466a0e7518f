import type { DateTime } from 'luxon';
import type { BusinessHours } from './business-hours.js';
import { isCalendarDate, wallOn } from './calendar-date.js';
import { movesDate } from './duration.js';
import { assertZone, readInstant, writeInstant } from './instant.js';
import type { Offset } from './offset.js';
import { hourAndMinute, type TimeOfDay } from './time-of-day.js';
import { atWallClock, wallOf } from './wall-clock.js';

/** Whose days are counted: an IANA zone, and the hours that say when a day begins. */
export interface Calendar {
  readonly zone: string;
  readonly hours: BusinessHours;
}

/**
 * The instant that lies `offset` before or after a record's date. Minutes and hours are exact. Days, weeks and months move the local date and keep
 * the local time, by the rules of `addDuration`; `at` sets the time of day on the day they lead to. A calendar date without `at` begins
 * with business: its own day counts, also when the brand is closed on it.
 * @param anchor ISO instant or calendar date @returns ISO instant in UTC
 * @throws TimeError for an unknown zone or anchor, and for a moment outside the years 1970 to 2200
 */
export function momentOf(
  anchor: string,
  { amount, unit, direction }: Offset,
  at: TimeOfDay | undefined,
  { zone, hours }: Calendar,
): string {
  assertZone(zone);
  const onADay = isCalendarDate(anchor);
  const wall = onADay ? wallOn(anchor, hours.from) : wallOf(readInstant(anchor, zone));
  const start = onADay ? atWallClock(wall, zone) : readInstant(anchor, zone);
  const signed = direction === 'before' ? -amount : amount;
  const exact = movesDate(unit) ? start : start.plus({ [unit]: signed });
  // The calendar would take the later of two equal times back to the earlier.
  if (at === undefined && (amount === 0 || !movesDate(unit))) return writeInstant(exact);
  const moved = movesDate(unit) ? wall.plus({ [unit]: signed }) : wallOf(exact);
  return writeInstant(atWallClock(at === undefined ? moved : onTheDayOf(moved, at), zone));
}

const onTheDayOf = (wall: DateTime, at: TimeOfDay): DateTime =>
  wall.set({ ...hourAndMinute(at), second: 0, millisecond: 0 });
