const pattern =
  /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;

/**
 * An instant as RFC 3339 writes it (5.6): `t`, `z` and a blank instead of `T` count, digits below the millisecond are dropped, and a leap
 * second is the second after it, as POSIX counts. Undefined for what is no instant, such as 30 February.
 */
export function readInstant(written: string): Date | undefined {
  const found = pattern.exec(written);
  if (!found) return undefined;
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map(Number) as Six;
  const [fraction = '', sign, hours = '0', minutes = '0'] = found.slice(7);
  if (hour > 23 || minute > 59 || second > 60 || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  const dayOnly = new Date(0);
  dayOnly.setUTCFullYear(year, month - 1, day);
  if (dayOnly.getUTCMonth() !== month - 1 || dayOnly.getUTCDate() !== day) return undefined;
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, '0'));
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  const instant = new Date(
    dayOnly.getTime() + ((hour * 60 + minute) * 60 + second) * 1_000 + milliseconds - offset,
  );
  // A leap second is the last one of a day in UTC; elsewhere 60 is a mistake.
  const leaps = instant.getUTCHours() === 0 && instant.getUTCMinutes() === 0 && instant.getUTCSeconds() === 0;
  return second < 60 || leaps ? instant : undefined;
}
type Six = [number, number, number, number, number, number];
