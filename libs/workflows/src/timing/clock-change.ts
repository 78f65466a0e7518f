import { IANAZone } from 'luxon';

export const DAY_MS = 86_400_000;

/** How far the clocks of a zone are ahead of UTC at an instant, in milliseconds. */
export const clockAhead = (at: number, zone: string): number => IANAZone.create(zone).offset(at) * 60_000;

/**
 * The first instant after `from`, up to `to`, at which the clocks of a zone are changed; undefined when they are not.
 * Two changes within a day that cancel each other are not seen: no zone has had such.
 */
export function clockChange(from: number, to: number, zone: string): number | undefined {
  for (let start = from; start < to; start += DAY_MS) {
    const end = Math.min(start + DAY_MS, to);
    if (clockAhead(start, zone) !== clockAhead(end, zone)) return changeBetween(start, end, zone);
  }
  return undefined;
}

function changeBetween(start: number, end: number, zone: string): number {
  const before = clockAhead(start, zone);
  let [low, high] = [start, end];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (clockAhead(middle, zone) === before) low = middle;
    else high = middle;
  }
  return high;
}
