import { DateTime } from 'luxon';
import type { WindowRule } from '../../timing/date-moment.js';
import type { Calendar } from '../../timing/moment-of.js';
import { nextInWindow } from '../../timing/next-in-window.js';
import { TimeError } from '../../timing/time-error.js';
import { instantAt, localAt } from '../../timing/wall-clock.js';

/** How many days of the brand's calendar a mail over the contact's limit is delayed at most; then a person decides. */
export const MOST_DAYS_DELAYED = 7;
/** Between mails that were delayed to the same hours, so that they leave in their order. */
const APART_SECONDS = 1;

/** When a mail may leave: in its own window, else in the brand's business hours. */
export interface LeavingHours {
  readonly window?: WindowRule | undefined;
  readonly calendar: Calendar;
  /** The client's own zone. */
  readonly clientZone: string | null;
}

export interface Delay {
  /** ISO instant. */
  readonly at: string;
  /** In the brand's zone: `2027-05-10`. */
  readonly day: string;
}

/** A mail that would be too many for its address today. */
export interface TooMany {
  /** ISO instants: now, and when it was delayed first. */
  readonly now: string;
  readonly since: string;
  readonly limit: number;
  /** How many mails to the address have their place on a day. */
  readonly waiting: (day: string) => number;
  readonly hours: LeavingHours;
}

/**
 * The first later moment that has room for the mail: the limit delays, and drops nothing. Each day takes as many as the limit allows, in the order in which
 * they came.
 * @returns undefined when there is no room within a week of the first delay
 */
export function delayOf({ now, since, limit, waiting, hours }: TooMany): Delay | undefined {
  const { zone } = hours.calendar;
  const today = localAt(now, zone);
  const last = daysAfter(localAt(since, zone), MOST_DAYS_DELAYED);
  let day = daysAfter(today, 1);
  while (day <= last) {
    const opens = opensOn(day, today.slice(11), hours);
    const reached = localAt(opens, zone).slice(0, 10);
    if (reached > last) return undefined;
    const before = waiting(reached);
    if (before < limit) {
      const at = DateTime.fromISO(opens, { zone: 'utc' }).plus({ seconds: before * APART_SECONDS });
      return { at: at.toISO()!, day: reached };
    }
    day = daysAfter(reached, 1);
  }
  return undefined;
}

/** The first instant at which a mail may leave on a day or after it; the same time of day where the hours are never open. */
function opensOn(day: string, timeOfDay: string, { window, calendar, clientZone }: LeavingHours): string {
  const open = window && window.hours !== 'business' ? window.hours : calendar.hours;
  const zone = window?.zone === 'client' ? (clientZone ?? calendar.zone) : calendar.zone;
  try {
    return nextInWindow(instantAt(`${day}T00:00`, calendar.zone)!, open, zone);
  } catch (error) {
    if (!(error instanceof TimeError)) throw error;
    return instantAt(`${day}T${timeOfDay}`, calendar.zone)!;
  }
}

const daysAfter = (local: string, days: number): string =>
  DateTime.fromISO(local.slice(0, 10), { zone: 'utc' }).plus({ days }).toISODate()!;

/** When a mail that has waited for something else may leave after all. @returns undefined for at once */
export function opensLater(now: string, { window, calendar, clientZone }: LeavingHours): string | undefined {
  if (!window) return undefined;
  const open = window.hours === 'business' ? calendar.hours : window.hours;
  const at = nextInWindow(
    now,
    open,
    window.zone === 'client' ? (clientZone ?? calendar.zone) : calendar.zone,
  );
  return Date.parse(at) > Date.parse(now) ? at : undefined;
}
