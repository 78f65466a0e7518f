import { DateTime } from 'luxon';
import { atWallClock } from './duration.js';

/**
 * The instant of a local time in a zone; in a DST gap forwards by the gap, of a time that happens twice the earlier.
 * @param local `2027-06-12T15:00` @param zone IANA zone @returns ISO instant in UTC, or undefined when the time is not complete
 */
export function instantAt(local: string, zone: string): string | undefined {
  const wall = DateTime.fromISO(local, { zone: 'utc' });
  return wall.isValid ? (atWallClock(wall, zone).toUTC().toISO() ?? undefined) : undefined;
}

/** The local time of an instant in a zone, to the minute: `2027-06-12T15:00`. */
export const localAt = (instant: string, zone: string): string =>
  DateTime.fromISO(instant, { zone }).toFormat("yyyy-MM-dd'T'HH:mm");
