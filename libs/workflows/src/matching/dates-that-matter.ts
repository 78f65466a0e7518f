import type { DateTrigger } from '../trigger/trigger.js';
import type { OffsetUnit } from '../timing/offset.js';

const DAY_MS = 86_400_000;
/** Roughly one of each; the rest is in the slack. */
const unitMs: Readonly<Record<OffsetUnit, number>> = {
  minutes: 60_000,
  hours: 3_600_000,
  days: DAY_MS,
  weeks: 7 * DAY_MS,
  months: 30.44 * DAY_MS,
};
/** A time of day, a zone and a change of clocks move a moment by so much at most, and a month by as much again. */
const SLACK_MS = 4 * DAY_MS;

/** The first and the last date whose moments can lie between two instants. */
export function datesThatMatter(
  { offset }: DateTrigger['moment'],
  since: Date,
  until: Date,
): readonly [Date, Date] {
  const { amount, unit, direction } = offset;
  const shift = (direction === 'before' ? -1 : 1) * amount * unitMs[unit];
  return [new Date(since.getTime() - shift - SLACK_MS), new Date(until.getTime() - shift + SLACK_MS)];
}
