import { DateTime } from 'luxon';
import { isCalendarDate, isDayOfCalendar } from '../timing/calendar-date.js';
import { isInstant } from '../timing/instant.js';
import { atWallClock, wallOf } from '../timing/wall-clock.js';
import type { Comparison, Operator } from './condition.js';
import type { Outcome } from './outcome.js';

/** What dates and instants are compared by: the ISO instant of the question and the IANA zone whose calendar counts. */
export interface Clock {
  readonly now: string;
  readonly zone: string;
}

/** What a date or an instant can be compared with: a day that the calendar has, or an instant with its offset from UTC. */
export const isComparableMoment = (text: string): boolean => isDayOfCalendar(text) || isInstant(text);

const dayOf = (text: string, zone: string): string =>
  isCalendarDate(text) ? text : DateTime.fromISO(text, { zone }).toISODate()!;

/**
 * Compares a date or an instant. As soon as one side is a date, both are calendar days in the clock's zone, so that "due within the next 0
 * days" means today and "after 12 June" excludes all of that day. Two instants compare to the millisecond; one that comes at this very moment has come,
 * so that an answer stays the same a moment later.
 */
export function compareMoment(
  op: Operator,
  actual: string,
  value: Comparison['value'],
  clock: Clock,
): Outcome {
  if (!isComparableMoment(actual)) return 'wrongType';
  if (op === 'before' || op === 'after') {
    if (typeof value !== 'string' || !isComparableMoment(value)) return 'wrongType';
    const byDay = isCalendarDate(actual) || isCalendarDate(value);
    const read = (text: string) => (byDay ? Date.parse(dayOf(text, clock.zone)) : Date.parse(text));
    return op === 'before' ? read(actual) < read(value) : read(actual) > read(value);
  }
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'wrongType';
  const now = DateTime.fromISO(clock.now, { zone: clock.zone });
  const wall = wallOf(now).plus({ days: op === 'withinNextDays' ? value : -value });
  if (!wall.isValid) return 'wrongType';
  const limit = value === 0 ? now : atWallClock(wall, clock.zone);
  const [from, to] = op === 'withinNextDays' ? [now, limit] : [limit, now];
  if (isCalendarDate(actual)) return from.toISODate()! <= actual && actual <= to.toISODate()!;
  const at = Date.parse(actual);
  return from.toMillis() < at && at <= to.toMillis();
}
