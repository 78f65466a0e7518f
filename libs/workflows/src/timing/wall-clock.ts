import { DateTime } from 'luxon';
import { clockAhead, DAY_MS } from './clock-change.js';

/**
 * The instant of a local time in a zone; in a DST gap forwards by the gap, of a time that happens twice the earlier.
 * @param local `2027-06-12T15:00` @param zone IANA zone @returns ISO instant in UTC, or undefined when the time is not complete
 */
export function instantAt(local: string, zone: string): string | undefined {
  // Luxon would fill what is missing from the machine's clock.
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(local)) return undefined;
  const wall = DateTime.fromISO(local, { zone: 'utc' });
  return wall.isValid ? (atWallClock(wall, zone).toUTC().toISO() ?? undefined) : undefined;
}

/** The local time of an instant in a zone, to the minute: `2027-06-12T15:00`. */
export const localAt = (instant: string, zone: string): string =>
  DateTime.fromISO(instant, { zone }).toFormat("yyyy-MM-dd'T'HH:mm");

/** What the clock on the wall reads, written as if it were UTC: there the calendar has no gaps, and a date can be moved. */
export const wallOf = (moment: DateTime): DateTime => moment.setZone('utc', { keepLocalTime: true });

/** The instant of a wall-clock time in a zone; in a gap forwards by the gap, of two the earlier. */
export function atWallClock(wall: DateTime, zone: string): DateTime {
  const shown = wallOf(wall).toMillis();
  // On either side of any change within a day.
  const [before, after] = [clockAhead(shown - DAY_MS, zone), clockAhead(shown + DAY_MS, zone)];
  const candidates = before === after ? [before] : [Math.max(before, after), Math.min(before, after)];
  // In a gap no candidate reads back as asked: what the clocks were ahead before it moves the time forward by the gap.
  const ahead = candidates.find((one) => clockAhead(shown - one, zone) === one) ?? before;
  return DateTime.fromMillis(shown - ahead, { zone });
}
