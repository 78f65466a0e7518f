import type { Texts } from '../../language/language.js';
import { anchorProblem } from '../../problems/date-problems.js';
import type { ProblemDraftOf } from '../../problems/problem.js';
import type { SharedProblemCode } from '../../problems/shared-messages.js';
import { waitUntilSchema, windowRuleSchema } from '../../timing/date-moment.js';
import { addDuration, durationSchema } from '../../timing/duration.js';
import type { IfPast } from '../../timing/when-due.js';
import { describeWindowRule } from '../../timing/window-words.js';
import { describeDuration, describeUntil } from '../../timing/describe.js';
import type { Kind } from '../kind.js';
import { asleepUntil, cannotWait, untilDate, untilInstant, untilOpen } from '../waiting.js';
import { waitProblems } from './messages.js';
import type { WaitStep } from './step.js';

type Code = keyof typeof waitProblems;

const ways = ['for', 'until', 'window'] as const;

export const wait: Kind<'wait', Code> = {
  kind: 'wait',
  label: { en: 'Wait', de: 'Warten' },
  hint: {
    en: 'Some time, until a date comes near, or until business hours',
    de: 'Eine Zeit lang, bis ein Termin näher rückt oder bis zu den Geschäftszeiten',
  },
  family: 'time',
  icon: 'hourglass',
  config: {
    for: durationSchema.optional(),
    until: waitUntilSchema.optional(),
    window: windowRuleSchema.optional(),
  },
  outcomes: false,
  defaults: (id) => ({ id, kind: 'wait', for: { amount: 1, unit: 'days' } }),
  summary: (step, _words, language) => (language === 'de' ? germanSummary(step) : englishSummary(step)),
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

function englishSummary(step: WaitStep): string {
  if (step.until) return `Wait ${describeUntil(step.until, 'en')}, and ${ifPast[step.until.ifPast].en}`;
  if (step.window) return `Wait for ${describeWindowRule(step.window, 'en')}`;
  if (!step.for) return 'Wait';
  return step.for.amount === 0 ? 'Go on immediately' : `Wait ${describeDuration(step.for, 'en')}`;
}

function germanSummary(step: WaitStep): string {
  if (step.until) return `Warten ${describeUntil(step.until, 'de')}; ${ifPast[step.until.ifPast].de}`;
  if (step.window) return `Warten, bis gesendet werden darf: ${describeWindowRule(step.window, 'de')}`;
  if (!step.for) return 'Warten';
  return step.for.amount === 0 ? 'Sofort weiter' : `${describeDuration(step.for, 'de')} warten`;
}

/** How a summary ends. */
const ifPast: Readonly<Record<IfPast, Texts>> = {
  'go-on': { en: 'goes on if that is past', de: 'ist das vorbei, weitermachen' },
  'skip-next': {
    en: 'skips the next step if that is past',
    de: 'ist das vorbei, den nächsten Schritt überspringen',
  },
  end: { en: 'ends if that is past', de: 'ist das vorbei, enden' },
};
