import { DateTime, IANAZone } from 'luxon';
import { MomentError, TimeError } from './time-error.js';

/** The years a moment may lie in: outside them a date is a typing error, and zone data is a guess. */
export const firstYear = 1970;
export const lastYear = 2200;

// Luxon would also read "10:00" as today at ten, and so look at the machine's clock.
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/;

/** Whether a text is an instant that exists, with its offset from UTC: without one it would be read by the clock of the machine. */
export const isInstant = (text: string): boolean =>
  instant.test(text) && !Number.isNaN(Date.parse(text)) && DateTime.fromISO(text, { zone: 'utc' }).isValid;

/** An instant on the clock of a zone. @throws TimeError for an unknown zone or text that is no ISO instant */
export function readInstant(text: string, zone: string): DateTime<true> {
  assertZone(zone);
  const read = isInstant(text) ? DateTime.fromISO(text, { zone }) : undefined;
  if (!read?.isValid)
    throw new MomentError('time.badMoment', {
      en: `"${text}" is no instant such as 2027-06-12T13:00:00Z.`,
      de: `„${text}“ ist kein Zeitpunkt wie 2027-06-12T13:00:00Z.`,
    });
  return read;
}

export function assertZone(zone: string): void {
  // `create` keeps the zones it has made; `isValidZone` would try each anew.
  if (!IANAZone.create(zone).isValid)
    throw new TimeError('time.badZone', {
      en: `There is no time zone "${zone}". Choose one such as Europe/Berlin.`,
      de: `Die Zeitzone „${zone}“ gibt es nicht. Wähle eine wie Europe/Berlin.`,
    });
}

/** The ISO instant in UTC of a computed moment. @throws TimeError outside the years 1970 to 2200 */
export function writeInstant(moment: DateTime): string {
  const utc = moment.toUTC();
  if (!utc.isValid || utc.year < firstYear || utc.year > lastYear)
    throw new MomentError('time.outOfRange', {
      en: `The moment lies outside the years ${firstYear} to ${lastYear}. Check the date that it is counted from.`,
      de: `Der Zeitpunkt liegt nicht in den Jahren ${firstYear} bis ${lastYear}. Prüfe das Datum, von dem aus gezählt wird.`,
    });
  return utc.toISO()!;
}
