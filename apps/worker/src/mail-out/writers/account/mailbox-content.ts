import type { TroubledMailbox } from '@cueline/database';
import { describeReason } from '@cueline/workflows';
import { cutText } from '@cueline/workflows/locale';
import type { PlatformContent } from './platform-mail.js';

/** What owners read when a mailbox of their studio is not read any more. */
export function mailboxContent(mailbox: TroubledMailbox, publicUrl: string): PlatformContent {
  const { address, studioName, reason, provenAt, needsPerson } = mailbox;
  const since =
    provenAt === null ? '' : ` since ${provenAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return {
    subject: cutText(`${address}: new email is not read in ${studioName}`.replace(/\s+/g, ' '), 200),
    lines: [
      `New email to ${address} has not been read${since}.`,
      ...describeReason(reason, 'en'),
      needsPerson
        ? 'When the account is repaired, everything that has come meanwhile is read.'
        : 'It is tried again by itself, and everything that has come meanwhile is read then.',
    ],
    action: { label: 'Look at the account', link: `${publicUrl}/email-accounts` },
    after: [],
  };
}
