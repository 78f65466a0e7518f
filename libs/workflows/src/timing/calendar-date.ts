import { inEnglish } from '../language/in-english.js';
import { DateTime } from 'luxon';
import { z } from 'zod';
import { MomentError } from './time-error.js';
import { hourAndMinute, type TimeOfDay } from './time-of-day.js';

/** A day without a time, `2027-06-12`, as `invoice.dueOn` and `inquiry.eventOn` hold it. */
export const isCalendarDate = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text);

const exists = (date: string): boolean => DateTime.fromISO(date, { zone: 'utc' }).isValid;

/** Whether a text is a day that the calendar has. */
export const isDayOfCalendar = (text: string): boolean => isCalendarDate(text) && exists(text);

/** A holiday: the day of one year, `2027-05-06`, or of every year, `12-25`. */
export const holidaySchema: z.ZodType<string> = z
  .string()
  .regex(/^(?:\d{4}-)?\d\d-\d\d$/, {
    error: inEnglish({
      en: 'A holiday is a date such as 2027-05-06, or a day of every year such as 12-25.',
      de: 'Ein Feiertag ist ein Datum wie 2027-05-06 oder ein Tag in jedem Jahr wie 12-25.',
    }),
    abort: true,
  })
  // 29 February is a day of every leap year.
  .refine(
    (day) => exists(day.length === 5 ? `2000-${day}` : day),
    inEnglish({ en: 'There is no such day in the calendar.', de: 'Diesen Tag gibt es im Kalender nicht.' }),
  );

/** The wall clock of a calendar date at a time of day, written as if it were UTC. @throws TimeError for a day that does not exist */
export function wallOn(date: string, time: TimeOfDay): DateTime<true> {
  const day = DateTime.fromISO(date, { zone: 'utc' });
  if (!day.isValid)
    throw new MomentError('time.badMoment', {
      en: `There is no day "${date}" in the calendar.`,
      de: `Den Tag „${date}“ gibt es im Kalender nicht.`,
    });
  return day.set(hourAndMinute(time));
}
