import { z } from 'zod';
import { wallOn } from './calendar-date.js';
import { assertZone, writeInstant } from './instant.js';
import { sendWindowFields, type SendWindow } from './send-window.js';
import { TimeError } from './time-error.js';
import { atWallClock } from './wall-clock.js';

/** When a brand is open: its send window where a step has none of its own, and the time at which its days begin. */
export type BusinessHours = SendWindow;

/** What a brand that has set nothing keeps. */
export const usualHours: BusinessHours = {
  weekdays: [1, 2, 3, 4, 5],
  from: '09:00',
  to: '17:00',
  holidays: [],
};

/** The stored JSON of a brand: what is not set is as usual. */
export const businessHoursSchema: z.ZodType<BusinessHours> = z.strictObject({
  weekdays: sendWindowFields.weekdays.default([...usualHours.weekdays]),
  from: sendWindowFields.from.default(usualHours.from),
  to: sendWindowFields.to.default(usualHours.to),
  holidays: sendWindowFields.holidays.default([]),
});

/** @param stored `brand.businessHours` @throws TimeError when it cannot be read */
export function parseBusinessHours(stored: unknown): BusinessHours {
  const { data, error } = businessHoursSchema.safeParse(stored);
  if (data) return data;
  const issue = error.issues[0];
  const where = issue?.path.length ? ` at "${issue.path.join('.')}"` : '';
  throw new TimeError('time.badHours', {
    en: `The brand's business hours cannot be read${where}: ${issue?.message} Set them again in the brand's settings.`,
    de: `Die Geschäftszeiten der Marke sind nicht lesbar${where}. Stelle sie in den Einstellungen der Marke neu ein.`,
  });
}

/**
 * The instant at which a brand's day begins; the day counts also when the brand is closed on it.
 * @param date `2027-06-12` @param zone IANA zone @returns ISO instant in UTC
 */
export function startOfBusiness(date: string, hours: BusinessHours, zone: string): string {
  assertZone(zone);
  return writeInstant(atWallClock(wallOn(date, hours.from), zone));
}
