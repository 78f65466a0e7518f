import { eventTypeOf } from '../catalogue/event-types.js';
import { factAt } from '../conditions/evaluate.js';
import { isCalendarDate } from '../timing/calendar-date.js';
import type { Candidate } from './candidate.js';

const DAY_MS = 86_400_000;
/** An event that is told later than this many days after it happened is old, unless its type says otherwise. */
const LATE_DAYS = 3;

/** Somebody said so; or the date that says so, with when the record, or the event, was written down here. */
export type TakenOver =
  { readonly said: true } | { readonly field: string; readonly date: string; readonly recordedAt: string };

/**
 * Why an event is taken over from elsewhere and no news: whoever recorded it said so, or what it is about lay well in the past when it was recorded
 * here. It starts nothing: a studio that brings the sessions of years must not write to all its former clients. Runs that are open
 * hear of it as of any event. Judged by dates that do not move with the clock, so that it is the same whenever it is asked.
 */
export function takenOver({ event, record, facts }: Candidate): TakenOver | undefined {
  const spec = eventTypeOf(event.type);
  // A workflow that is asked for by its name is meant.
  if (!spec || event.takenOver === false) return undefined;
  if (event.takenOver) return { said: true };
  if (record.takenOver === false) return undefined;
  if (record.takenOver && spec.brings) return { said: true };
  const { ownDate, lateDays = LATE_DAYS } = spec;
  const date = ownDate && factAt(facts, ownDate.field);
  if (typeof date === 'string' && record.recordedAt && isLong(date, record.recordedAt, ownDate!.days))
    return { field: ownDate!.field, date, recordedAt: record.recordedAt };
  if (event.byCalendar || !isLong(event.occurredAt, event.recordedAt, lateDays)) return undefined;
  return { field: 'event', date: event.occurredAt, recordedAt: event.recordedAt };
}

/** Whether a date, all of it, lay more than so many days before an instant. */
function isLong(date: string, before: string, days: number): boolean {
  const end = Date.parse(date) + (isCalendarDate(date) ? DAY_MS : 0);
  return end + days * DAY_MS < Date.parse(before);
}
