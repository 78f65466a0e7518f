import type { WindowRule } from '../../timing/date-moment.js';
import type { WaitDuration } from '../../timing/duration.js';
import type { StepBase } from '../step-base.js';

export const recipientRoles = ['client', 'vendors', 'staff', 'inquirer'] as const;

export type Recipient =
  { readonly role: (typeof recipientRoles)[number] } | { readonly role: 'address'; readonly address: string };

/** In whose name an email leaves. The address is always the brand's; the answers go to the staff member. */
export type MailAuthor =
  | { readonly type: 'brand' }
  /** Who works at the booking, or is named by the event. */
  | { readonly type: 'staffOnBooking' }
  /** Null while the owner has chosen nobody. */
  | { readonly type: 'staff'; readonly id: string | null };

export interface SendMailStep extends StepBase {
  readonly kind: 'sendMail';
  /** Id of a template; null while the owner has chosen none. */
  readonly template: string | null;
  readonly to: Recipient;
  /** A staff member who has left or has no address writes in the brand's name. */
  readonly from: MailAuthor;
  readonly category: 'transactional' | 'marketing';
  /** The email leaves in these hours only. */
  readonly window?: WindowRule;
  /** Someone of the studio reads the email before it leaves, may change its text, and says yes or no. */
  readonly approval?: MailApproval;
}

export interface MailApproval {
  /** How often the members are reminded of the open question. */
  readonly remindEvery?: WaitDuration;
}
