import { z } from 'zod';
import type { StepBase } from '../../definition/step.js';
import { durationSchema, type WaitDuration } from '../../timing/duration.js';
import { durationWords } from '../../timing/words.js';
import type { CheckContext, Kind, ProblemDraft, SummaryWords } from '../kind.js';
import { textProblems } from '../text-problems.js';

export type Assignee =
  /** Nobody in particular: it stands in the studio's list. */
  | { readonly role: 'owner' }
  /** Who is on the event or the booking when the step runs. */
  | { readonly role: 'staff' }
  /** One of the staff; null while the owner has chosen nobody. */
  | { readonly role: 'member'; readonly id: string | null };

export interface CreateTaskStep extends StepBase {
  readonly kind: 'createTask';
  /** Filled in with merge fields, as are the notes. */
  readonly title: string;
  readonly notes?: string;
  readonly assignee: Assignee;
  /** How long after the step it is due. */
  readonly due?: WaitDuration;
}

/** Characters at most, as written and as filled in. */
export const taskLimits = { title: 200, notes: 5_000 } as const;

export const assigneeWords = (to: Assignee, { staffName }: Pick<SummaryWords, 'staffName'>): string => {
  if (to.role === 'owner') return 'nobody in particular';
  if (to.role === 'staff') return 'the staff';
  return (to.id && staffName(to.id)) || 'somebody';
};

export const createTask: Kind<'createTask'> = {
  kind: 'createTask',
  label: 'Create task',
  hint: 'Something to do for the studio or one of the staff',
  config: {
    title: z.string().max(taskLimits.title),
    notes: z.string().max(taskLimits.notes).optional(),
    assignee: z.discriminatedUnion('role', [
      z.strictObject({ role: z.literal('owner') }),
      z.strictObject({ role: z.literal('staff') }),
      z.strictObject({ role: z.literal('member'), id: z.uuid().nullable() }),
    ]),
    due: durationSchema.optional(),
  },
  outcomes: false,
  defaults: (id) => ({ id, kind: 'createTask', title: '', assignee: { role: 'owner' } }),
  summary: ({ title, assignee, due }, words) => {
    const task = title ? `Create the task “${title}”` : 'Create a task';
    const to = assignee.role === 'owner' ? '' : ` for ${assigneeWords(assignee, words)}`;
    return `${task}${to}${due ? `, due after ${durationWords(due)}` : ''}`;
  },
  problems: ({ title, notes = '', assignee }, context) => [
    ...(title.trim() === ''
      ? [{ code: 'task.noTitle', path: '/title', params: {} }]
      : textProblems(title, '/title', context)),
    ...textProblems(notes, '/notes', context),
    ...assigneeProblems(assignee, context),
  ],
};

function assigneeProblems(assignee: Assignee, { roles, staff }: CheckContext): ProblemDraft[] {
  const problem = (code: string, params = {}): ProblemDraft[] => [{ code, path: '/assignee/role', params }];
  if (assignee.role === 'owner') return [];
  if (assignee.role === 'staff') return roles.includes('staff') ? [] : problem('task.staffUnavailable');
  if (assignee.id === null) return problem('task.nobodyChosen');
  if (!staff) return [];
  const found = staff.get(assignee.id);
  if (!found) return problem('task.assigneeMissing');
  return found.archived ? problem('task.assigneeArchived', { name: found.name }) : [];
}
