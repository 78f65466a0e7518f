import { z } from 'zod';
import type { StepBase } from '../../definition/step.js';
import type { CheckContext, Kind, ProblemDraft } from '../kind.js';
import { addressProblems } from '../send-mail/send-mail.js';
import { textProblems } from '../text-problems.js';

export const noticeRoles = ['owner', 'staff', 'members'] as const;

export type NoticeRecipient =
  { readonly role: (typeof noticeRoles)[number] } | { readonly role: 'address'; readonly address: string };

/** A mail within the studio: it never goes to the client. */
export interface NotifyStaffStep extends StepBase {
  readonly kind: 'notifyStaff';
  readonly to: NoticeRecipient;
  /** Filled in with merge fields, as is the text. */
  readonly subject: string;
  readonly text: string;
}

export const noticeLimits = { subject: 200, text: 5_000 } as const;

const roleWords = { owner: 'the owner', staff: 'the staff', members: 'everybody of the studio' } as const;

export const noticeRecipientWords = (to: NoticeRecipient): string =>
  to.role === 'address' ? to.address || 'an address' : roleWords[to.role];

export const notifyStaff: Kind<'notifyStaff'> = {
  kind: 'notifyStaff',
  label: 'Notify staff',
  hint: 'A mail within the studio: to the owner, the staff or an address',
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
  summary: ({ to, subject }) => `Notify ${noticeRecipientWords(to)}${subject ? `: ${subject}` : ''}`,
  problems: ({ to, subject, text }, context) => [
    ...(subject.trim() === ''
      ? [{ code: 'notify.noSubject', path: '/subject', params: {} }]
      : textProblems(subject, '/subject', context)),
    ...textProblems(text, '/text', context),
    ...recipientProblems(to, context),
  ],
};

function recipientProblems(to: NoticeRecipient, { roles }: CheckContext): ProblemDraft[] {
  if (to.role === 'address') return addressProblems(to.address);
  return to.role === 'staff' && !roles.includes('staff')
    ? [{ code: 'mail.roleUnavailable', path: '/to/role', params: { role: roleWords.staff } }]
    : [];
}
