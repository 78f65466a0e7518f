import { momentOf, type Calendar } from './moment-of.js';
import type { RelativeMoment } from './offset.js';
import { TimeError, type TimeProblem } from './time-error.js';
import { isPast } from './when-due.js';

export type TriggerRefusal = 'match.noDate' | 'match.past' | 'match.badDate';

/** When a date trigger starts its workflow for a record, or the reason why it never does. */
export type NextTrigger =
  | { readonly starts: true; readonly due: string }
  | { readonly starts: false; readonly reason: TriggerReason };

export interface TriggerReason {
  readonly code: TriggerRefusal;
  readonly params: Readonly<Record<string, string>>;
}

/**
 * Asked when the workflow is published, when the record appears and when its date moves. A moment that is past by then does not start it: nobody
 * wants the reminder of last year's session. Less than a minute ago counts as now.
 * @param anchor the record's date: ISO instant or calendar date, null where it has none @param now ISO instant
 * @throws TimeError for an unknown zone
 */
export function nextTrigger(
  anchor: string | null,
  { offset, at }: RelativeMoment,
  now: string,
  calendar: Calendar,
): NextTrigger {
  if (anchor === null || anchor === '') return no('match.noDate');
  try {
    const due = momentOf(anchor, offset, at, calendar);
    return isPast(due, now) ? no('match.past', { due }) : { starts: true, due };
  } catch (error) {
    if (!(error instanceof TimeError) || !aboutTheAnchor.includes(error.code)) throw error;
    return no('match.badDate', { anchor });
  }
}

const aboutTheAnchor: readonly TimeProblem[] = ['time.badMoment', 'time.outOfRange'];

const no = (code: TriggerRefusal, params: TriggerReason['params'] = {}): NextTrigger => ({
  starts: false,
  reason: { code, params },
});
