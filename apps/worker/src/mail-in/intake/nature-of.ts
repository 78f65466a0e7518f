import type { FolderRole } from '@cueline/database';
import type { Classified, IncomingMail } from '@cueline/email/incoming';
import type { OwnAddresses } from './known-people.js';

/** Where a mail lies or lay, in roles; null: a folder without one. */
export type Roles = readonly (FolderRole | null)[];

/**
 * Whether the studio wrote a mail. What lies in Sent, it did; and what is from one of its addresses, wherever it lies, unless it came in and names somebody else to answer:
 * forms of websites write so.
 */
export function isOurs(
  mail: Pick<IncomingMail, 'from' | 'replyTo'>,
  roles: Roles,
  { ours }: OwnAddresses,
): boolean {
  if (roles.includes('sent')) return true;
  if (!mail.from.some(({ key }) => ours.has(key))) return false;
  return !mail.replyTo.some(({ key }) => !ours.has(key));
}

/** Events that a mail raises. A machine's mail is no answer, and starts nothing that would write to it. */
export interface Raises {
  readonly received: boolean;
  readonly replied: boolean;
}

export interface RaisingMail {
  readonly isNews: boolean;
  readonly isOurs: boolean;
  readonly isTwin: boolean;
  readonly kind: Classified['kind'];
  /** Somebody of the studio wrote it, from a private address. */
  readonly isOfMember: boolean;
  /** The studio wrote in its thread before. */
  readonly isAnswer: boolean;
}

export function raisedBy(mail: RaisingMail): Raises {
  const isOfPerson = mail.kind === 'human' || mail.kind === 'form';
  const received = mail.isNews && !mail.isOurs && !mail.isTwin && isOfPerson;
  return { received, replied: received && mail.isAnswer && mail.kind === 'human' && !mail.isOfMember };
}
