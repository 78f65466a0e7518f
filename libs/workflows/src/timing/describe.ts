import { fieldOf } from '../catalogue/records.js';
import { describeAnchor } from './describe-anchor.js';
import { isCalendarDate, isDayOfCalendar } from './calendar-date.js';
import { movesDate, type WaitDuration } from './duration.js';
import { isInstant } from './instant.js';
import type { RelativeMoment } from './offset.js';
import type { SendWindow, Weekday } from './send-window.js';
import type { IfPast } from './when-due.js';

/** "3 days", "1 hour", "no time". */
export function describeDuration({ amount, unit }: WaitDuration): string {
  if (amount === 0) return 'no time';
  return `${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`;
}

const longDate = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** "2 May 2027", "4 May 2027 at 22:30 UTC"; what is neither a day nor an instant as it is. */
export function describeMoment(moment: string): string {
  if (!isDayOfCalendar(moment) && !isInstant(moment)) return moment;
  const day = longDate.format(Date.parse(moment));
  if (isCalendarDate(moment)) return day;
  return `${day} at ${new Date(moment).toISOString().slice(11, 16)} UTC`;
}

/** "3 days before the session at 09:00", "On the day of the session at 09:00", "1 week after the invoice's due date at start of business". */
export function describeRelative(anchor: string, { offset, at }: RelativeMoment): string {
  const noun = describeAnchor(anchor);
  const onADay = fieldOf(anchor)?.type === 'date';
  const time = at ? ` at ${at}` : onADay ? ' at start of business' : '';
  if (offset.amount > 0) {
    const count = `${describeDuration(offset)} ${offset.direction}`;
    return movesDate(offset.unit) || !onADay || at
      ? `${count} ${noun}${time}`
      : `${count} start of business on ${noun}`;
  }
  if (onADay) return `On ${noun}${time}`;
  return at ? `On the day of ${noun}${time}` : `At the time of ${noun}`;
}

/** The same in the middle of a sentence. */
export function describeMidSentence(moment: RelativeMoment & { readonly anchor: string }): string {
  const text = describeRelative(moment.anchor, moment);
  return `${text[0]!.toLowerCase()}${text.slice(1)}`;
}

const dayNames: Readonly<Record<Weekday, string>> = {
  1: 'Mon',
  2: 'Tue',
  3: 'Wed',
  4: 'Thu',
  5: 'Fri',
  6: 'Sat',
  7: 'Sun',
};

/** "Mon-Fri", "Mon, Wed, Fri-Sun", "every day": three days and more in a row are a span. */
export function describeWeekdays(days: readonly Weekday[]): string {
  if (new Set(days).size === 7) return 'every day';
  const spans: Weekday[][] = [];
  for (const day of [...new Set(days)].sort((a, b) => a - b)) {
    const span = spans.at(-1);
    if (span && day === span.at(-1)! + 1) span.push(day);
    else spans.push([day]);
  }
  return spans.map(describeSpan).join(', ');
}

const describeSpan = (span: readonly Weekday[]): string => {
  const names = span.map((day) => dayNames[day]);
  return names.length > 2 ? `${names[0]}-${names.at(-1)}` : names.join(', ');
};

/** "Mon-Fri 09:00-17:00, not on holidays". */
export function describeWindow({ weekdays, from, to, holidays }: SendWindow): string {
  const nextDay = to <= from && to !== '00:00' ? ' the next day' : '';
  const hours =
    from === '00:00' && to === '00:00' ? '' : ` ${from}-${to === '00:00' ? '24:00' : to}${nextDay}`;
  return `${describeWeekdays(weekdays)}${hours}${holidays.length > 0 ? ', not on holidays' : ''}`;
}

/** How a summary ends: "..., and ends if that is past". */
export const ifPastMessages: Readonly<Record<IfPast, string>> = {
  'go-on': 'goes on if that is past',
  'skip-next': 'skips the next step if that is past',
  end: 'ends if that is past',
};
