import { z } from 'zod';
import { upperFirst } from '../../language/first-letter.js';
import { inEach } from '../../language/language.js';
import type { ProblemDraftOf } from '../../problems/problem.js';
import type { SharedProblemCode } from '../../problems/shared-messages.js';
import { textProblems } from '../../problems/text-problems.js';
import { addressProblems } from '../address-problems.js';
import type { CheckContext } from '../check-context.js';
import type { Kind } from '../kind.js';
import { recipientLabel } from '../recipient-label.js';
import { noticeProblems } from './messages.js';
import { noticeRoles, type NoticeRecipient } from './step.js';

export const noticeLimits = { subject: 200, text: 5_000 } as const;

export const notifyStaff: Kind<'notifyStaff', keyof typeof noticeProblems> = {
  kind: 'notifyStaff',
  label: { en: 'Notify staff', de: 'Team benachrichtigen' },
  hint: {
    en: 'A mail within the studio: to the owner, the staff or an address',
    de: 'Eine E-Mail im Studio: an Inhaber, Team oder eine Adresse',
  },
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
  summary: ({ to, subject }, _words, language) => {
    const whom = recipientLabel(to, language);
    const about = subject ? `: ${subject}` : '';
    return language === 'de' ? `${upperFirst(whom)} benachrichtigen${about}` : `Notify ${whom}${about}`;
  },
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
    recipients: inEach((language) => recipientLabel(to, language)),
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
    ? [
        {
          code: 'mail.roleUnavailable',
          path: '/to/role',
          params: { role: inEach((language) => recipientLabel(to, language)) },
        },
      ]
    : [];
}
