import type { UnnoticedHold } from '@cueline/database';
import { describeReason } from '@cueline/workflows';
import { cutText } from '@cueline/workflows/locale';
import type { PlatformContent } from './platform-mail.js';

/** What owners read when mails of their studio are held. */
export function holdContent(hold: UnnoticedHold, publicUrl: string): PlatformContent {
  const mails = hold.mails === 1 ? '1 email waits' : `${hold.mails} emails wait`;
  const subject = hold.address === null ? mails : `${hold.address}: ${mails}`;
  return {
    subject: cutText(`${subject} in ${hold.studioName}`.replace(/\s+/g, ' '), 200),
    lines: [
      hold.address === null ? `${mails} to be sent.` : `${mails} to be sent from ${hold.address}.`,
      ...describeReason(hold.reason, 'en'),
      'Nothing is lost, and nobody’s address is marked.',
    ],
    action:
      hold.accountId === null
        ? { label: 'Look at the waiting emails', link: `${publicUrl}/outbox` }
        : { label: 'Repair the account', link: `${publicUrl}/email-accounts/${hold.accountId}` },
    after: [],
  };
}
