import { inEnglish } from '../language/in-english.js';
import { z } from 'zod';
import { longestWait, movesDate } from './duration.js';
import { timeOfDaySchema, type TimeOfDay } from './time-of-day.js';

export const offsetUnits = ['minutes', 'hours', 'days', 'weeks', 'months'] as const;
export type OffsetUnit = (typeof offsetUnits)[number];
export const directions = ['before', 'after'] as const;
export type Direction = (typeof directions)[number];

/** How far before or after a record's date: 3 days before. */
export interface Offset {
  readonly amount: number;
  readonly unit: OffsetUnit;
  readonly direction: Direction;
}

export const offsetSchema: z.ZodType<Offset> = z
  .strictObject({ amount: z.int().min(0), unit: z.enum(offsetUnits), direction: z.enum(directions) })
  .refine(({ amount, unit }) => amount <= longestWait[unit], {
    error: ({ input }) => {
      const unit = (input as Offset).unit;
      return `At most five years before or after a date: ${longestWait[unit]} ${unit}.`;
    },
    path: ['amount'],
  });

/** An offset from a date, with the local time of day that it leads to; without one, see `momentOf`. */
export interface RelativeMoment {
  readonly offset: Offset;
  readonly at?: TimeOfDay;
}

/** The fields of a relative moment, for a schema that has more. Refine it by `timeOfDayFits`. */
export const relativeMomentFields = { offset: offsetSchema, at: timeOfDaySchema.optional() };

/** Minutes and hours are exact, and lead to a time of day of their own: "2 hours before, at 09:00" says two things. */
export const timeOfDayFits = ({ offset, at }: RelativeMoment): boolean =>
  at === undefined || movesDate(offset.unit);
export const timeOfDayMisfit = {
  error: inEnglish({
    en: 'A time of day goes with days, weeks and months. Remove it, or count in days.',
    de: 'Eine Uhrzeit passt zu Tagen, Wochen und Monaten. Entferne sie oder zähle in Tagen.',
  }),
  path: ['at'],
};

export const relativeMomentSchema: z.ZodType<RelativeMoment> = z
  .strictObject(relativeMomentFields)
  .refine(timeOfDayFits, timeOfDayMisfit);
