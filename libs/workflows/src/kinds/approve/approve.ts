import { z } from 'zod';
import type { Path, StepBase } from '../../definition/step.js';
import { limitSchema, type Limit } from '../../timing/date-moment.js';
import { durationSchema, type WaitDuration } from '../../timing/duration.js';
import type { Kind, ProblemDraft } from '../kind.js';
import { limitProblems, limitWords } from '../limit-words.js';
import { remindProblems } from '../remind.js';

/** A person of the studio says yes or no. Without a limit it waits for ever; it never fails by itself. */
export interface ApproveStep extends StepBase {
  readonly kind: 'approve';
  /** What is to be decided, in the owner's words. */
  readonly question: string;
  readonly limit?: Limit;
  /** Who is asked is told anew after each of these. */
  readonly remindEvery?: WaitDuration;
  readonly paths: readonly Path[];
}

export const approve: Kind<'approve'> = {
  kind: 'approve',
  label: 'Ask for approval',
  hint: 'Someone of the studio approves or declines before the run goes on',
  config: {
    question: z.string().max(500),
    limit: limitSchema.optional(),
    remindEvery: durationSchema.optional(),
  },
  outcomes: ['approved', 'declined', 'noAnswer'],
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
  summary: ({ question, limit }) =>
    `Ask for approval${question ? `: ${question}` : ''}${limit ? `, ${limitWords(limit)}` : ''}`,
  problems: ({ question, limit, remindEvery, paths }, { fields }) => {
    const problems: ProblemDraft[] = limit ? limitProblems(limit, fields) : [];
    if (question.trim() === '') problems.push({ code: 'approve.noQuestion', path: '/question', params: {} });
    problems.push(...remindProblems(remindEvery, '/remindEvery'));
    const never = paths.findIndex(({ id, steps }) => id === 'noAnswer' && steps.length > 0);
    if (!limit && never >= 0)
      problems.push({ code: 'approve.noLimit', path: `/paths/${never}/steps`, params: {} });
    return problems;
  },
};
