import { z } from 'zod';
import type { ProblemDraftOf } from '../../problems/problem.js';
import type { SharedProblemCode } from '../../problems/shared-messages.js';
import { limitSchema } from '../../timing/date-moment.js';
import { durationSchema } from '../../timing/duration.js';
import type { Kind } from '../kind.js';
import { limitProblems, describeLimit } from '../limit.js';
import { remindProblems } from '../remind.js';
import { untilAnswered } from '../waiting.js';
import { approveEntry } from './entry.js';
import { approveProblems } from './messages.js';
import type { ApproveStep } from './step.js';

type Code = keyof typeof approveProblems;

export const approve: Kind<'approve', Code> = {
  kind: 'approve',
  label: { en: 'Ask for approval', de: 'Freigabe einholen' },
  hint: {
    en: 'Someone of the studio approves or declines before the run goes on',
    de: 'Jemand aus dem Studio gibt frei oder lehnt ab, bevor der Durchlauf weitergeht',
  },
  family: 'studio',
  icon: 'approval',
  config: {
    question: z.string().max(500),
    limit: limitSchema.optional(),
    remindEvery: durationSchema.optional(),
  },
  outcomes: ['approved', 'declined', 'noAnswer'],
  approvedOutcome: 'approved',
  defaults: (id) => ({
    id,
    kind: 'approve',
    question: '',
    remindEvery: { amount: 1, unit: 'days' },
    paths: [
      { id: 'approved', name: 'Approved', steps: [] },
      { id: 'declined', name: 'Declined', steps: [] },
      { id: 'noAnswer', name: 'No answer', steps: [] },
    ],
  }),
  summary: ({ question, limit }, _words, language) => {
    const what = language === 'de' ? 'Freigabe einholen' : 'Ask for approval';
    return `${what}${question ? `: ${question}` : ''}${limit ? `, ${describeLimit(limit, language)}` : ''}`;
  },
  problemMessages: approveProblems,
  problems: (step, { fields }) => {
    const { question, limit, remindEvery, paths } = step;
    const problems: ProblemDraftOf<Code | SharedProblemCode>[] = limit ? limitProblems(limit, fields) : [];
    if (question.trim() === '') problems.push({ code: 'approve.noQuestion', path: '/question', params: {} });
    problems.push(...remindProblems(remindEvery, '/remindEvery'));
    const never = paths.findIndex(({ id, steps }) => id === 'noAnswer' && steps.length > 0);
    if (!limit && never >= 0)
      problems.push({ code: 'approve.noLimit', path: `/paths/${never}/steps`, params: {} });
    if (isSameEitherWay(step))
      problems.push({ code: 'approve.sameEitherWay', severity: 'warning', path: '/paths', params: {} });
    return problems;
  },
  question: ({ question, remindEvery }) => ({ kind: 'question', text: question, remindEvery }),
  resolveWait: ({ limit }, about) => untilAnswered(limit, approveEntry.withoutAnswer, about),
};

/** Declined, the run goes on as if approved: hardly anybody means that. An empty question is another problem's matter. */
function isSameEitherWay({ question, paths }: ApproveStep): boolean {
  const isEmpty = (outcome: string) => paths.some(({ id, steps }) => id === outcome && steps.length === 0);
  return question.trim() !== '' && isEmpty('approved') && isEmpty('declined');
}
