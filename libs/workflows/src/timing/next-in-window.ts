import { DateTime } from 'luxon';
import { clockAhead, clockChange, DAY_MS } from './clock-change.js';
import { readInstant, writeInstant } from './instant.js';
import type { SendWindow } from './send-window.js';
import { TimeError } from './time-error.js';
import { millisOfDay } from './time-of-day.js';
import { dayOf, isOpenOnTheWall, lengthOf, openingOnTheWall, opensOn } from './window-on-the-wall.js';

/** How far ahead an opening is looked for: a year and its holidays. */
export const LONGEST_CLOSED_DAYS = 400;

/**
 * Whether an instant lies in a window: whether the clock on the wall then reads a time at which the window is open. Where a time is shown
 * twice both count. A window whose whole time the clock jumps over opens when the gap ends, for as long as it would have lasted,
 * unless the gap leaves out the day itself.
 * @param at ISO instant @param zone IANA zone @throws TimeError for an unknown zone or instant
 */
export const isInWindow = (at: string, window: SendWindow, zone: string): boolean =>
  isOpen(readInstant(at, zone).toMillis(), window, zone);

/**
 * The instant itself when it lies in the window, else the next at which the window opens.
 * @param from ISO instant @param zone IANA zone @returns ISO instant in UTC
 * @throws TimeError `time.neverOpen` when nothing opens within 400 days; as `addDuration` for the rest
 */
export function nextInWindow(from: string, window: SendWindow, zone: string): string {
  const start = readInstant(from, zone).toMillis();
  const end = start + LONGEST_CLOSED_DAYS * DAY_MS;
  for (let at: number | undefined = start; at !== undefined;) {
    if (isOpen(at, window, zone)) return writeInstant(DateTime.fromMillis(at));
    // Until the clocks are changed next, the wall runs evenly.
    const ahead = clockAhead(at, zone);
    const opening = openingOnTheWall(at + ahead, end + ahead, window);
    const next: number = opening === undefined ? end : opening - ahead;
    at = clockChange(at, next, zone) ?? (opening === undefined ? undefined : next);
  }
  throw new TimeError('time.neverOpen', {
    en: `The send window does not open within ${LONGEST_CLOSED_DAYS} days of ${from}. Take some holidays out, or add weekdays.`,
    de: `Das Sendefenster öffnet sich in den ${LONGEST_CLOSED_DAYS} Tagen ab ${from} nicht. Nimm Feiertage heraus oder füge Wochentage hinzu.`,
  });
}

function isOpen(at: number, window: SendWindow, zone: string): boolean {
  return isOpenOnTheWall(at + clockAhead(at, zone), window) || isOpenAfterGap(at, window, zone);
}

function isOpenAfterGap(at: number, window: SendWindow, zone: string): boolean {
  const gap = clockChange(at - DAY_MS, at, zone);
  if (gap === undefined) return false;
  const [begins, ends] = [gap + clockAhead(gap - 1, zone), gap + clockAhead(gap, zone)];
  const from = dayOf(ends) * DAY_MS + millisOfDay(window.from);
  const to = from + lengthOf(window);
  return begins <= from && to <= ends && at < gap + lengthOf(window) && opensOn(dayOf(ends), window);
}
