import type { StepBase } from '../step-base.js';

export const noticeRoles = ['owner', 'staff', 'members'] as const;

export type NoticeRecipient =
  { readonly role: (typeof noticeRoles)[number] } | { readonly role: 'address'; readonly address: string };

/** An email within the studio: it never goes to the client. */
export interface NotifyStaffStep extends StepBase {
  readonly kind: 'notifyStaff';
  readonly to: NoticeRecipient;
  /** Filled in with merge fields, as is the text. */
  readonly subject: string;
  readonly text: string;
}
