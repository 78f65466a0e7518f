import { z } from 'zod';
import type { ProblemDraftOf } from '../../problems/problem.js';
import type { SharedProblemCode } from '../../problems/shared-messages.js';
import { textProblems } from '../../problems/text-problems.js';
import { addressProblems } from '../address-problems.js';
import type { CheckContext } from '../check-context.js';
import type { Kind } from '../kind.js';
import { noticeProblems } from './messages.js';
import { noticeRoles, type NoticeRecipient } from './step.js';

export const noticeLimits = { subject: 200, text: 5_000 } as const;

const roleLabels = { owner: 'the owner', staff: 'the staff', members: 'everybody of the studio' } as const;

export const describeNoticeRecipient = (to: NoticeRecipient): string =>
  to.role === 'address' ? to.address || 'an address' : roleLabels[to.role];

export const notifyStaff: Kind<'notifyStaff', keyof typeof noticeProblems> = {
  kind: 'notifyStaff',
  label: 'Notify staff',
  hint: 'A mail within the studio: to the owner, the staff or an address',
  family: 'studio',
  icon: 'bell',
  config: {
    to: z.discriminatedUnion('role', [
      z.strictObject({ role: z.enum(noticeRoles) }),
      z.strictObject({ role: z.literal('address'), address: z.string().max(320) }),
    ]),
    subject: z.string().max(noticeLimits.subject),
    text: z.string().max(noticeLimits.text),
  },
  outcomes: false,
  defaults: (id) => ({ id, kind: 'notifyStaff', to: { role: 'owner' }, subject: '', text: '' }),
  summary: ({ to, subject }) => `Notify ${describeNoticeRecipient(to)}${subject ? `: ${subject}` : ''}`,
  problemMessages: noticeProblems,
  problems: ({ to, subject, text }, context) => [
    ...(subject.trim() === ''
      ? [{ code: 'notify.noSubject' as const, path: '/subject', params: {} }]
      : textProblems(subject, '/subject', context)),
    ...textProblems(text, '/text', context),
    ...recipientProblems(to, context),
  ],
  mail: ({ to, subject }) => ({
    role: to.role,
    recipientKey: to.role === 'address' ? `address ${to.address.toLowerCase()}` : `within ${to.role}`,
    recipients: describeNoticeRecipient(to),
    isOutside: false,
    answersUnread: false,
    subject,
  }),
};

function recipientProblems(
  to: NoticeRecipient,
  { roles }: CheckContext,
): ProblemDraftOf<SharedProblemCode>[] {
  if (to.role === 'address') return addressProblems(to.address);
  return to.role === 'staff' && !roles.includes('staff')
    ? [{ code: 'mail.roleUnavailable', path: '/to/role', params: { role: roleLabels.staff } }]
    : [];
}
