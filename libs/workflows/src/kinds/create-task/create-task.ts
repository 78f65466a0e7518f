import { z } from 'zod';
import type { Language, Texts } from '../../language/language.js';
import type { ProblemDraftOf } from '../../problems/problem.js';
import { textProblems } from '../../problems/text-problems.js';
import { durationSchema } from '../../timing/duration.js';
import { describeDuration } from '../../timing/describe.js';
import { isLiteral, type CausedAt } from '../cause.js';
import type { CheckContext } from '../check-context.js';
import type { Kind, SummaryLabels } from '../kind.js';
import { taskLimits } from './limits.js';
import { taskProblems } from './messages.js';
import type { Assignee, CreateTaskStep } from './step.js';

type Code = keyof typeof taskProblems;

const staff: Texts = { en: 'the staff', de: 'das Team der Buchung' };
const somebody: Texts = { en: 'somebody', de: 'jemanden' };

/** " for Lena"; nothing for nobody in particular. */
function forWhom(to: Assignee, labels: SummaryLabels, language: Language): string {
  if (to.role === 'owner') return '';
  const whom =
    to.role === 'staff' ? staff[language] : (to.id && labels.staffName(to.id)) || somebody[language];
  return ` ${language === 'de' ? 'für' : 'for'} ${whom}`;
}

export const createTask: Kind<'createTask', Code> = {
  kind: 'createTask',
  label: { en: 'Create task', de: 'Aufgabe anlegen' },
  hint: {
    en: 'Something to do for the studio or one of the staff',
    de: 'Etwas zu tun für das Studio oder jemanden aus dem Team',
  },
  family: 'studio',
  icon: 'checklist',
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
  summary: ({ title, assignee, due }, labels, language) => {
    const whom = forWhom(assignee, labels, language);
    if (language === 'de')
      return `Aufgabe${title ? ` „${title}“` : ' anlegen'}${whom}${due ? `, fällig nach ${describeDuration(due, 'de')}` : ''}`;
    const task = title ? `Create the task “${title}”` : 'Create a task';
    return `${task}${whom}${due ? `, due after ${describeDuration(due, 'en')}` : ''}`;
  },
  problemMessages: taskProblems,
  problems: ({ title, notes = '', assignee }, context) => [
    ...(title.trim() === ''
      ? [{ code: 'task.noTitle' as const, path: '/title', params: {} }]
      : textProblems(title, '/title', context)),
    ...textProblems(notes, '/notes', context),
    ...assigneeProblems(assignee, context),
  ],
  causes: taskCauses,
};

function taskCauses({ title, assignee }: CreateTaskStep): CausedAt[] {
  if (assignee.role === 'owner') return [];
  const known: Readonly<Record<string, string>> = isLiteral(title) ? { 'task.title': title.trim() } : {};
  return [{ type: 'event', event: 'task.assigned', fresh: true, known, at: '/assignee' }];
}

function assigneeProblems(assignee: Assignee, { roles, staff }: CheckContext): ProblemDraftOf<Code>[] {
  const problem = (code: Code, params = {}) => [{ code, path: '/assignee/role', params }];
  if (assignee.role === 'owner') return [];
  if (assignee.role === 'staff') return roles.includes('staff') ? [] : problem('task.staffUnavailable');
  if (assignee.id === null) return problem('task.nobodyChosen');
  if (!staff) return [];
  const found = staff.get(assignee.id);
  if (!found) return problem('task.assigneeMissing');
  return found.archived ? problem('task.assigneeArchived', { name: found.name }) : [];
}
