import type { Reason, ReasonCode } from '@cueline/workflows';
import { addressKey } from '@cueline/workflows/locale';
import type { SuppressionReason, SuppressionScope } from '../generated/client.js';

/** How a mail says that it was not sent because of an entry. */
export const suppressionCodes = {
  unsubscribed: 'recipient.unsubscribed',
  bounced: 'recipient.bounced',
  complained: 'recipient.complained',
  manual: 'recipient.dontEmail',
} as const satisfies Readonly<Record<SuppressionReason, ReasonCode>>;

/** An address that gets no mail, or no marketing mail, as data. */
export interface SuppressedAddress {
  /** As the list spells it. */
  readonly address: string;
  readonly scope: SuppressionScope;
  readonly reason: SuppressionReason;
  /** `2027-06-12` */
  readonly since: string;
  readonly by: string | null;
}

/** What the hand-over of a mail would say, for those who only rehearse it. @param among the widest first */
export function suppressionAmong(
  among: readonly SuppressedAddress[],
  address: string,
  category: 'transactional' | 'marketing',
): Reason | undefined {
  const key = addressKey(address);
  const found = among.find((one) => one.address === key && (one.scope === 'all' || category === 'marketing'));
  return (
    found && {
      code: suppressionCodes[found.reason],
      params: { address, since: found.since, by: found.by },
    }
  );
}
