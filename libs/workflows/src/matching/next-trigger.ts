import { triggerAnchors, type TriggerAnchor } from '../catalogue/trigger-anchors.js';
import type { Facts } from '../catalogue/field.js';
import { factAt } from '../conditions/evaluate.js';
import type { DateTrigger } from '../trigger/trigger.js';
import type { Calendar } from '../timing/moment-of.js';
import { isPast } from '../timing/when-due.js';
import { startMoment } from './start-of.js';

/** Whether a date trigger has a moment for a record that it still can start at; `none` where the record has no such date, or is closed. */
export type NextTrigger =
  | { readonly type: 'none' }
  | { readonly type: 'starts'; readonly due: string }
  | { readonly type: 'past'; readonly due: string; readonly reason: PastReason };

export interface PastReason {
  readonly code: 'match.past';
  /** The record's date, the moment counted from it, and since when the two are known together. */
  readonly params: {
    readonly anchor: string;
    readonly date: string;
    readonly due: string;
    readonly knownAt: string;
  };
}

/**
 * A moment that was past when the record came, or its date moved, does not start a workflow: nobody wants the reminder of last year's session. Less
 * than a minute ago counts as now, for the sweep that starts what is due as well (`PAST_TOLERANCE_MS`).
 * @param knownAt ISO instant: when the record stood so for the first time @throws TimeError for an unknown zone
 */
export function nextTrigger(
  moment: DateTrigger['moment'],
  facts: Facts,
  knownAt: string,
  calendar: Calendar,
): NextTrigger {
  const { anchor } = moment;
  if (isClosed(triggerAnchors[anchor], facts)) return { type: 'none' };
  const date = factAt(facts, anchor);
  const due = startMoment(date, moment, calendar);
  if (due === null || typeof date !== 'string') return { type: 'none' };
  if (!isPast(due, knownAt)) return { type: 'starts', due };
  return {
    type: 'past',
    due,
    reason: { code: 'match.past', params: { anchor, date, due, knownAt } },
  };
}

/** No date of it starts anything any more: a cancelled booking, a void invoice. */
function isClosed({ record, closed }: TriggerAnchor, facts: Facts): boolean {
  const status = factAt(facts, `${record}.status`);
  return typeof status === 'string' && closed.includes(status);
}
