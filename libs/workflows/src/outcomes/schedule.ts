import type { Facts } from '../catalogue/field.js';
import { factAt } from '../conditions/evaluate.js';
import type { StepOf } from '../definition/step.js';
import type { Scheduled } from '../interpreter/state.js';
import type { WaitKind } from '../kinds/entry.js';
import type { DateMoment, Limit, WindowRule } from '../timing/date-moment.js';
import { addDuration } from '../timing/duration.js';
import { momentOf, type Calendar } from '../timing/moment-of.js';
import { nextInWindow } from '../timing/next-in-window.js';
import { TimeError } from '../timing/time-error.js';
import { whenDue } from '../timing/when-due.js';

export type WaitingStep = StepOf<WaitKind | 'sendMail'>;

/** All that decides what a step waits for, at this moment. Instants are ISO in UTC. */
export interface WaitFacts {
  readonly facts: Facts;
  readonly now: string;
  readonly calendar: Calendar;
  /** The client's own zone. */
  readonly clientZone: string | null;
  /** When the run came to the step; `now` when it just did. */
  readonly since: string;
  /** What this visit was to wait for when it was asked last. */
  readonly due: string | null;
  /** The instant that a person set instead. */
  readonly override: string | null;
  /** The answer that ends a wait for one. */
  readonly answer: string | null;
}

/** The answer, and what the run's record says of it. */
export interface WaitAnswer {
  readonly scheduled: Scheduled;
  readonly reason?: { readonly code: string; readonly params?: Readonly<Record<string, unknown>> };
}

/** What a step waits for. Asked again with newer facts it says so by them. */
export function scheduleOf(step: WaitingStep, about: WaitFacts): WaitAnswer {
  try {
    return ofKind(step, about);
  } catch (error) {
    if (!(error instanceof TimeError)) throw error;
    return failed(error.code, { detail: error.message });
  }
}

function ofKind(step: WaitingStep, about: WaitFacts): WaitAnswer {
  switch (step.kind) {
    case 'wait':
      if (about.override) return overridden(about.override, about.now);
      if (step.until) return untilDate(step.until, about);
      if (step.window) return untilOpen(step.window, about);
      if (step.for) return asleep(addDuration(about.since, step.for, about.calendar.zone));
      return failed('wait.noMoment');
    case 'sendMail':
      if (step.approval && about.answer === null) return { scheduled: { type: 'wait' }, reason: HELD };
      if (step.approval && about.answer === 'declined')
        return { scheduled: { type: 'skipped', reason: DECLINED }, reason: DECLINED };
      if (about.override) return overridden(about.override, about.now);
      return step.window ? untilOpen(step.window, about) : done('wait.over');
    case 'waitForEvent':
      return untilAnswered(step.limit, 'timedOut', about);
    case 'approve':
      return untilAnswered(step.limit, 'noAnswer', about);
  }
}

const HELD = { code: 'mail.held' };
const DECLINED = { code: 'mail.declined' };
const asleep = (due: string): WaitAnswer => ({ scheduled: { type: 'wait', due } });
const asleepUntilAsked = (due: string): WaitAnswer => ({ scheduled: { type: 'wait', due, again: true } });
const done = (code: string, outcome?: string): WaitAnswer => ({
  scheduled: { type: 'done', ...(outcome !== undefined && { outcome }) },
  reason: { code },
});
const failed = (code: string, params?: Readonly<Record<string, unknown>>): WaitAnswer => ({
  scheduled: { type: 'failed', reason: { code } },
  reason: { code, ...(params && { params }) },
});

const isReached = (moment: string, now: string): boolean => Date.parse(moment) <= Date.parse(now);

const overridden = (due: string, now: string): WaitAnswer =>
  isReached(due, now) ? done('wait.over') : asleepUntilAsked(due);

/** The instant of a date that the record has now; null where it has none. */
function instantOf({ anchor, offset, at }: DateMoment, { facts, calendar }: WaitFacts): string | null {
  const date = factAt(facts, anchor);
  return typeof date === 'string' && date !== '' ? momentOf(date, offset, at, calendar) : null;
}

function untilDate(
  until: DateMoment & { ifPast: 'go-on' | 'skip-next' | 'end' },
  about: WaitFacts,
): WaitAnswer {
  const moment = instantOf(until, about);
  if (moment === null) return failed('wait.noDate', { field: until.anchor });
  // The very moment that was waited for has come; another one is looked at as if the run came to the step now.
  if (moment === about.due && isReached(moment, about.now)) return done('wait.over');
  const when = whenDue(moment, about.now, until.ifPast);
  if (when.type === 'past')
    return {
      scheduled: when,
      reason: { code: 'wait.past', params: { moment, field: until.anchor, then: when.then } },
    };
  return asleepUntilAsked(moment);
}

function untilOpen({ hours, zone }: WindowRule, { now, calendar, clientZone }: WaitFacts): WaitAnswer {
  const window = hours === 'business' ? calendar.hours : hours;
  const opens = nextInWindow(now, window, zone === 'client' ? (clientZone ?? calendar.zone) : calendar.zone);
  return isReached(opens, now) ? done('wait.over') : asleepUntilAsked(opens);
}

/** For an answer, but no longer than the limit. */
function untilAnswered(limit: Limit | undefined, unanswered: string, about: WaitFacts): WaitAnswer {
  if (about.answer !== null) return done(`answer.${about.answer}`, about.answer);
  const end = limit ? (about.override ?? limitOf(limit, about)) : about.override;
  if (limit && end === null) {
    const field = 'until' in limit ? limit.until.anchor : '';
    return failed('wait.noDate', { field });
  }
  if (end !== null && isReached(end, about.now)) return done(`answer.${unanswered}`, unanswered);
  return end === null ? { scheduled: { type: 'wait' } } : asleepUntilAsked(end);
}

const limitOf = (limit: Limit, about: WaitFacts): string | null =>
  'for' in limit ? addDuration(about.since, limit.for, about.calendar.zone) : instantOf(limit.until, about);
