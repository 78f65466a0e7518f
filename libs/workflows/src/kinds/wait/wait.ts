import { anchorProblem } from '../../problems/date-problems.js';
import type { ProblemDraftOf } from '../../problems/problem.js';
import type { SharedProblemCode } from '../../problems/shared-messages.js';
import { waitUntilSchema, windowRuleSchema } from '../../timing/date-moment.js';
import { addDuration, durationSchema } from '../../timing/duration.js';
import { describeDuration, ifPastMessages, describeRelative } from '../../timing/describe.js';
import type { Kind } from '../kind.js';
import { asleepUntil, cannotWait, untilDate, untilInstant, untilOpen } from '../waiting.js';
import { describeWindowRule } from '../describe-window-rule.js';
import { waitProblems } from './messages.js';

type Code = keyof typeof waitProblems;

const ways = ['for', 'until', 'window'] as const;

export const wait: Kind<'wait', Code> = {
  kind: 'wait',
  label: 'Wait',
  hint: 'Some time, until a date comes near, or until business hours',
  family: 'time',
  icon: 'hourglass',
  config: {
    for: durationSchema.optional(),
    until: waitUntilSchema.optional(),
    window: windowRuleSchema.optional(),
  },
  outcomes: false,
  defaults: (id) => ({ id, kind: 'wait', for: { amount: 1, unit: 'days' } }),
  summary: (step) => {
    if (step.until)
      return `Wait until ${lowered(describeRelative(step.until.anchor, step.until))}, and ${ifPastMessages[step.until.ifPast]}`;
    if (step.window) return `Wait for ${describeWindowRule(step.window)}`;
    if (!step.for) return 'Wait';
    return step.for.amount === 0 ? 'Go on immediately' : `Wait ${describeDuration(step.for)}`;
  },
  problemMessages: waitProblems,
  problems: (step, { fields }) => {
    const problems: ProblemDraftOf<Code | SharedProblemCode>[] = [];
    const set = ways.filter((way) => step[way] !== undefined);
    if (set.length === 0) problems.push({ code: 'wait.noMoment', path: '', params: {} });
    for (const more of set.slice(1))
      problems.push({ code: 'wait.twoMoments', path: `/${more}`, params: { first: set[0]!, second: more } });
    if (step.for?.amount === 0)
      problems.push({ code: 'wait.noTime', severity: 'warning', path: '/for/amount', params: {} });
    const anchor = step.until && anchorProblem(step.until.anchor, fields, '/until');
    return anchor ? [...problems, anchor] : problems;
  },
  waits: ({ for: time, until }) => {
    if (until) return { type: 'until', until, at: '/until' };
    return time && { type: 'for', time, at: '/for' };
  },
  resolveWait: (step, about) => {
    if (about.override) return untilInstant(about.override, about.now);
    if (step.until) return untilDate(step.until, about);
    if (step.window) return untilOpen(step.window, about);
    if (step.for) return asleepUntil(addDuration(about.since, step.for, about.calendar.zone));
    return cannotWait('wait.noMoment');
  },
};

const lowered = (text: string) => `${text[0]!.toLowerCase()}${text.slice(1)}`;
