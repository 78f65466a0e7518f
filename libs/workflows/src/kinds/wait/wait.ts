import {
  anchorProblem,
  waitUntilSchema,
  windowRuleSchema,
  type WaitUntil,
  type WindowRule,
} from '../../timing/date-moment.js';
import type { StepBase } from '../../definition/step.js';
import { durationSchema, type WaitDuration } from '../../timing/duration.js';
import { durationWords, ifPastWords, relativeWords } from '../../timing/words.js';
import type { Kind, ProblemDraft } from '../kind.js';
import { windowRuleWords } from '../window-words.js';

/** Exactly one of the three says what is waited for. */
export interface WaitStep extends StepBase {
  readonly kind: 'wait';
  readonly for?: WaitDuration;
  readonly until?: WaitUntil;
  readonly window?: WindowRule;
}

const ways = ['for', 'until', 'window'] as const;

export const wait: Kind<'wait'> = {
  kind: 'wait',
  label: 'Wait',
  hint: 'Some time, until a date comes near, or until business hours',
  config: {
    for: durationSchema.optional(),
    until: waitUntilSchema.optional(),
    window: windowRuleSchema.optional(),
  },
  outcomes: false,
  defaults: (id) => ({ id, kind: 'wait', for: { amount: 1, unit: 'days' } }),
  summary: (step) => {
    if (step.until)
      return `Wait until ${lowered(relativeWords(step.until.anchor, step.until))}, and ${ifPastWords[step.until.ifPast]}`;
    if (step.window) return `Wait for ${windowRuleWords(step.window)}`;
    if (!step.for) return 'Wait';
    return step.for.amount === 0 ? 'Go on immediately' : `Wait ${durationWords(step.for)}`;
  },
  problems: (step, { fields }) => {
    const problems: ProblemDraft[] = [];
    const set = ways.filter((way) => step[way] !== undefined);
    if (set.length === 0) problems.push({ code: 'wait.noMoment', path: '', params: {} });
    for (const more of set.slice(1))
      problems.push({ code: 'wait.twoMoments', path: `/${more}`, params: { first: set[0]!, second: more } });
    if (step.for?.amount === 0)
      problems.push({ code: 'wait.noTime', severity: 'warning', path: '/for/amount', params: {} });
    const anchor = step.until && anchorProblem(step.until.anchor, fields, '/until');
    return anchor ? [...problems, anchor] : problems;
  },
};

const lowered = (text: string) => `${text[0]!.toLowerCase()}${text.slice(1)}`;
