import { inEnglish } from '../language/in-english.js';
import { z } from 'zod';

/** A local time of day, `09:00`. */
export type TimeOfDay = string;

export const timeOfDaySchema: z.ZodType<TimeOfDay> = z.string().regex(
  /^(?:[01]\d|2[0-3]):[0-5]\d$/,
  inEnglish({
    en: 'A time of day goes from 00:00 to 23:59.',
    de: 'Eine Uhrzeit liegt zwischen 00:00 und 23:59.',
  }),
);

export function hourAndMinute(time: TimeOfDay): { readonly hour: number; readonly minute: number } {
  return { hour: Number(time.slice(0, 2)), minute: Number(time.slice(3, 5)) };
}

/** Milliseconds from midnight, on a day without a change of the clocks. */
export function millisOfDay(time: TimeOfDay): number {
  const { hour, minute } = hourAndMinute(time);
  return (hour * 60 + minute) * 60_000;
}
