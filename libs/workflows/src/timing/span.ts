import { movesDate, type DurationUnit, type WaitDuration } from './duration.js';
import type { RelativeMoment } from './offset.js';
import { hourAndMinute } from './time-of-day.js';

export const DAY_MINUTES = 1_440;
const minutesOf: Readonly<Record<DurationUnit, number>> = {
  seconds: 1 / 60,
  minutes: 1,
  hours: 60,
  days: DAY_MINUTES,
  weeks: 7 * DAY_MINUTES,
  months: 30.436_875 * DAY_MINUTES,
};
/** What a change of the clocks may take from some days or give to them. */
const CLOCKS = 120;
/** What a run of months may be shorter or longer than so many of the average. */
const MONTH_SLACK = 3 * DAY_MINUTES;

/** At least and at most so many minutes. */
export interface Span {
  readonly least: number;
  readonly most: number;
}

/** How long a duration lasts, whatever the date on which it begins. */
export function spanOfDuration({ amount, unit }: WaitDuration): Span {
  const minutes = amount * minutesOf[unit];
  if (amount === 0 || !movesDate(unit)) return { least: minutes, most: minutes };
  const slack = CLOCKS + (unit === 'months' ? MONTH_SLACK : 0);
  return { least: Math.max(0, minutes - slack), most: minutes + slack };
}

/** Minutes from the anchor to the moment, whatever the anchor's date; before it they are negative. */
export function spanOfMoment({ offset, at }: RelativeMoment): Span {
  const { least, most } = spanOfDuration(offset);
  const within = at === undefined ? 0 : DAY_MINUTES;
  return offset.direction === 'before'
    ? { least: -most - within, most: -least + within }
    : { least: least - within, most: most + within };
}

/** The same as one number, for what need not be certain. */
export function usualMinutes({ offset: { amount, unit, direction }, at }: RelativeMoment): number {
  const minutes = amount * minutesOf[unit];
  const { hour, minute } = hourAndMinute(at ?? '12:00');
  return (direction === 'before' ? -minutes : minutes) + (hour - 12) * 60 + minute;
}

/**
 * Which of two moments that are counted from the same date comes first: negative for `a`, 0 when that depends on the date. Exact where both count
 * in the same unit, where the spans of two dates would overlap.
 */
export function compareMoments(a: RelativeMoment, b: RelativeMoment): number {
  const [first, second] = [inUnit(a), inUnit(b)];
  if (first.unit !== second.unit) return compareSpans(spanOfMoment(a), spanOfMoment(b));
  if (first.amount !== second.amount) return first.amount - second.amount;
  return a.at && b.at ? a.at.localeCompare(b.at) : 0;
}

const compareSpans = (a: Span, b: Span): number => (a.most < b.least ? -1 : a.least > b.most ? 1 : 0);

function inUnit({ offset: { amount, unit, direction } }: RelativeMoment): WaitDuration {
  const signed = direction === 'before' ? -amount : amount;
  if (unit === 'weeks') return { unit: 'days', amount: signed * 7 };
  if (unit === 'hours') return { unit: 'minutes', amount: signed * 60 };
  return { unit, amount: signed };
}

/** Days of a duration, a month being an average one. */
export const usualDays = ({ amount, unit }: WaitDuration): number => (amount * minutesOf[unit]) / DAY_MINUTES;
