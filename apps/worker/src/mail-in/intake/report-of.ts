import { correspondence, recordDeliveryReport, type Queryable } from '@cueline/database';
import type { Classified } from '@cueline/email/incoming';
import type { PlacedMail, StudioMail } from './placed-mail.js';

/**
 * What a bounce or a complaint says, written down by the same function as what comes back to the platform's address. Of a mail that was there before the mailbox was
 * connected, it is as true; only a mail of ours has a name in the ledger.
 * @returns the thread of the mail that it is about
 */
export async function reportOf(
  on: Queryable,
  { studioId, at }: PlacedMail,
  report: NonNullable<Classified['report']>,
  { sendKeysOf }: StudioMail,
): Promise<{ readonly threadId: string | null }> {
  const sendKeys = sendKeysOf(report.returnTags);
  const { sendIds, matchedBy } = await recordDeliveryReport(on, studioId, { ...report, sendKeys, at });
  // A name proves whose mail it was; a recipient alone does not put a stranger's mail into a thread.
  if (matchedBy === null || matchedBy === 'recipient') return { threadId: null };
  const found = await correspondence.threadOfSends.first(on, { studioId, sendIds });
  return { threadId: found?.threadId ?? null };
}
