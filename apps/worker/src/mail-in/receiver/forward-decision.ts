import { FORWARD_MARK, type ReceivedHead } from '@cueline/email/smtp';
import { addressKey } from '@cueline/workflows/locale';

export interface ForwardQuestion {
  /** Where the brand wants its answers; null: nowhere. */
  readonly wanted: string | null;
  /** Of the envelope. */
  readonly sender: string;
  readonly head: ReceivedHead;
}

export type ForwardDecision =
  { readonly to: string } | { readonly not: 'noAddress' | 'ownSender' | 'circle' | 'noSender' };

/** Whether an answer is passed on to the studio's own address: never to whoever wrote it, never twice, and never where it would come back. */
export function decideForward({ wanted, sender, head }: ForwardQuestion): ForwardDecision {
  if (wanted === null) return { not: 'noAddress' };
  // What nobody can be told of is a report that named no mail of ours, or a machine's note.
  if (sender === '') return { not: 'noSender' };
  if (head.fields.has(FORWARD_MARK.toLowerCase())) return { not: 'circle' };
  const writers = [sender, head.from?.address, head.replyTo?.address].flatMap((address) =>
    address ? [addressKey(address)] : [],
  );
  return writers.includes(addressKey(wanted)) ? { not: 'ownSender' } : { to: wanted };
}
