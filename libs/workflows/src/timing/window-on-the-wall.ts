import { DAY_MS } from './clock-change.js';
import type { SendWindow, Weekday } from './send-window.js';
import { millisOfDay } from './time-of-day.js';

// Wall-clock times are milliseconds since 1970 as if the wall were in UTC: between two changes of the clocks they run evenly.

/** The number of a day since 1970. */
export const dayOf = (wall: number): number => Math.floor(wall / DAY_MS);

// 1 January 1970 was a Thursday.
const weekdayOf = (day: number) => (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;

function isHoliday(day: number, { holidays }: SendWindow): boolean {
  const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
  return holidays.includes(date) || holidays.includes(date.slice(5));
}

export const opensOn = (day: number, window: SendWindow): boolean =>
  window.weekdays.includes(weekdayOf(day)) && !isHoliday(day, window);

/** How long a window is open; one that ends when it begins lasts a day. */
export function lengthOf({ from, to }: SendWindow): number {
  const length = millisOfDay(to) - millisOfDay(from);
  return length > 0 ? length : length + DAY_MS;
}

/** Whether the window is open when the clock on the wall reads `wall`. */
export function isOpenOnTheWall(wall: number, window: SendWindow): boolean {
  const day = dayOf(wall);
  const sinceMidnight = wall - day * DAY_MS;
  const from = millisOfDay(window.from);
  const length = lengthOf(window);
  if (sinceMidnight >= from) return sinceMidnight < from + length && opensOn(day, window);
  return sinceMidnight + DAY_MS < from + length && opensOn(day - 1, window) && !isHoliday(day, window);
}

/** The first reading of the clock from `wall` on, and before `limit`, at which the window opens. */
export function openingOnTheWall(wall: number, limit: number, window: SendWindow): number | undefined {
  for (let day = dayOf(wall); day * DAY_MS < limit; day++) {
    const opening = day * DAY_MS + millisOfDay(window.from);
    if (opening >= wall && opening < limit && opensOn(day, window)) return opening;
  }
  return undefined;
}
