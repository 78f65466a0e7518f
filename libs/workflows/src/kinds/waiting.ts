import type { Reason, ReasonCode } from '../reasons/reason.js';
import type { Facts } from '../catalogue/field.js';
import { factAt } from '../conditions/evaluate.js';
import type { ResolvedWait, StepCause } from '../interpreter/state.js';
import type { DateMoment, Limit, WaitUntil, WindowRule } from '../timing/date-moment.js';
import { addDuration } from '../timing/duration.js';
import { momentOf, type Calendar } from '../timing/moment-of.js';
import { nextInWindow } from '../timing/next-in-window.js';
import { whenDue, type IfPast } from '../timing/when-due.js';

/** What ends a wait for an answer: the event, or a person. */
export type Answer = 'happened' | 'approved' | 'declined';

/** All that decides what a step waits for, at this moment. Instants are ISO in UTC. */
export interface WaitFacts {
  readonly facts: Facts;
  readonly now: string;
  readonly calendar: Calendar;
  /** The client's own zone. */
  readonly clientZone: string | null;
  /** When the run came to the step; `now` when it just did. */
  readonly since: string;
  /** What this visit was to wait for when that was resolved last. */
  readonly due: string | null;
  /** The instant that a person set instead. */
  readonly override: string | null;
  /** The answer that ends a wait for one. */
  readonly answer: Answer | null;
}

/** The answer, and what the run's record says of it. */
export interface WaitAnswer {
  readonly resolved: ResolvedWait;
  readonly cause?: StepCause;
  readonly reason?: Reason;
}

export const asleepUntil = (due: string): WaitAnswer => ({ resolved: { type: 'wait', due } });
/** At `due` it is resolved again, since what was waited for may have moved. */
export const asleepUntilResolved = (due: string): WaitAnswer => ({
  resolved: { type: 'wait', due, again: true },
});
export const isOver = (code: ReasonCode, outcome?: string): WaitAnswer => ({
  resolved: { type: 'done', ...(outcome !== undefined && { outcome }) },
  reason: { code },
});
export const cannotWait = (code: ReasonCode, params?: Readonly<Record<string, unknown>>): WaitAnswer => ({
  resolved: { type: 'failed', reason: { code } },
  reason: { code, ...(params && { params }) },
});

const pastCauses: Readonly<Record<IfPast, StepCause>> = {
  'go-on': 'past_go_on',
  'skip-next': 'past_skip_next',
  end: 'past_end',
};

const isReached = (moment: string, now: string): boolean => Date.parse(moment) <= Date.parse(now);

/** A wait that a person has set to another instant. */
export const untilInstant = (due: string, now: string): WaitAnswer =>
  isReached(due, now) ? isOver('wait.over') : asleepUntilResolved(due);

/** The instant of a date that the record has now; null where it has none. */
function instantOf({ anchor, offset, at }: DateMoment, { facts, calendar }: WaitFacts): string | null {
  const date = factAt(facts, anchor);
  return typeof date === 'string' && date !== '' ? momentOf(date, offset, at, calendar) : null;
}

export function untilDate(until: WaitUntil, about: WaitFacts): WaitAnswer {
  const moment = instantOf(until, about);
  if (moment === null) return cannotWait('wait.noDate', { field: until.anchor });
  // The very moment that was waited for has come; another one is treated as if the run came to the step now.
  if (moment === about.due && isReached(moment, about.now)) return isOver('wait.over');
  const when = whenDue(moment, about.now, until.ifPast);
  if (when.type === 'past')
    return {
      resolved: when,
      cause: pastCauses[when.then],
      reason: { code: 'wait.past', params: { moment, field: until.anchor, then: when.then } },
    };
  return asleepUntilResolved(moment);
}

export function untilOpen({ hours, zone }: WindowRule, { now, calendar, clientZone }: WaitFacts): WaitAnswer {
  const window = hours === 'business' ? calendar.hours : hours;
  const opens = nextInWindow(now, window, zone === 'client' ? (clientZone ?? calendar.zone) : calendar.zone);
  return untilInstant(opens, now);
}

/** For an answer, but no longer than the limit. */
export function untilAnswered(
  limit: Limit | undefined,
  unanswered: 'timedOut' | 'noAnswer',
  about: WaitFacts,
): WaitAnswer {
  if (about.answer !== null) return isOver(`answer.${about.answer}`, about.answer);
  const end = limit ? (about.override ?? limitOf(limit, about)) : about.override;
  if (limit && end === null) {
    const field = 'until' in limit ? limit.until.anchor : '';
    return cannotWait('wait.noDate', { field });
  }
  if (end !== null && isReached(end, about.now)) return isOver(`answer.${unanswered}`, unanswered);
  return end === null ? { resolved: { type: 'wait' } } : asleepUntilResolved(end);
}

const limitOf = (limit: Limit, about: WaitFacts): string | null =>
  'for' in limit ? addDuration(about.since, limit.for, about.calendar.zone) : instantOf(limit.until, about);
