import type { Reason } from '../reasons/reason.js';
import type { Outcome } from './outcome.js';

/** What became of one mail of a step; `open` means that the ledger goes on with it. */
export type MailFate =
  | { readonly state: 'open'; readonly why?: Reason }
  | { readonly state: 'sent' }
  | { readonly state: 'failed'; readonly why: Reason }
  /** It does not leave, and need not. */
  | { readonly state: 'suppressed'; readonly why: Reason };

export interface MailsOutcome extends Outcome {
  /** Who has had the mail. */
  readonly recipients: readonly string[];
}

/**
 * What a step comes to by its mails. A recipient who is left out does not keep the others from their mail.
 * @param fates one for each of `addresses`
 */
export function mailsOutcome(
  fates: readonly MailFate[],
  addresses: readonly string[],
  without: readonly string[],
): MailsOutcome {
  const recipients = addresses.filter((_, i) => fates[i]?.state === 'sent');
  const about = ({ code, params }: Reason): Reason => ({
    code,
    params: { ...params, recipients: addresses },
  });
  const open = fates.find((fate) => fate.state === 'open');
  if (open) return { status: 'waiting', reason: about(open.why ?? { code: 'send.waiting' }), recipients };
  const bad = fates.find((fate) => fate.state === 'failed');
  if (bad) return { status: 'failed', reason: about(bad.why), recipients };
  const [leftOut] = fates.flatMap((fate) => (fate.state === 'suppressed' ? [fate.why] : []));
  if (leftOut && recipients.length === 0) return { status: 'skipped', reason: about(leftOut), recipients };
  return { status: 'done', reason: { code: 'send.sent', params: { recipients, without } }, recipients };
}
