import { inEnglish } from '../language/in-english.js';
import { z } from 'zod';
import { holidaySchema } from './calendar-date.js';
import { timeOfDaySchema, type TimeOfDay } from './time-of-day.js';

/** ISO: 1 is Monday, 7 is Sunday. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof weekdays)[number];

/** Longer lists of holidays are refused: a window has those of a few years. */
export const MAX_HOLIDAYS = 200;

/**
 * When mail may leave. `to` itself is outside; a `to` at or before `from` is on the next day, so that 00:00 to 00:00 is the whole day.
 * A part after midnight belongs to the day on which the window opens. On a holiday nothing is open, and nothing opens.
 */
export interface SendWindow {
  readonly weekdays: readonly Weekday[];
  readonly from: TimeOfDay;
  readonly to: TimeOfDay;
  /** `2027-05-06`, or every year `12-25`. */
  readonly holidays: readonly string[];
}

const weekdaysSchema = z
  .array(z.literal([...weekdays]))
  .min(
    1,
    inEnglish({
      en: 'Choose at least one weekday: without one the window never opens.',
      de: 'Wähle mindestens einen Wochentag: Ohne einen öffnet sich das Fenster nie.',
    }),
  )
  .max(7)
  .refine(
    (days) => new Set(days).size === days.length,
    inEnglish({ en: 'A weekday stands in the list twice.', de: 'Ein Wochentag steht zweimal in der Liste.' }),
  );

export const sendWindowFields = {
  weekdays: weekdaysSchema,
  from: timeOfDaySchema,
  to: timeOfDaySchema,
  holidays: z.array(holidaySchema).max(MAX_HOLIDAYS, `At most ${MAX_HOLIDAYS} holidays.`),
};

export const sendWindowSchema: z.ZodType<SendWindow> = z.strictObject(sendWindowFields);
