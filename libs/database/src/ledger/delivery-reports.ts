import { addressKey, readableAddress } from '@cueline/workflows/locale';
import type { Queryable } from '../client/statement.js';
import { storableText } from '../client/storable.js';
import { recordEvents } from '../outbox/outbox.js';
import type { NewEvent } from '../outbox/events.sql.js';
import * as sql from './delivery-reports.sql.js';
import { Suppressions, type SuppressionRequest } from './suppressions.js';

/** CloudEvents source of what mail servers report. */
export const MAIL_REPORT_SOURCE = 'cueline/mail';

export interface ReportedRecipient {
  readonly address: string;
  /** The address itself does not work, and will not: nothing is sent there any more. */
  readonly isHard: boolean;
  /** RFC 3463: `5.1.1`; empty where nothing was said. */
  readonly status: string;
  /** The server's own words. */
  readonly detail: string;
}

/** What a mail server says later of a mail that it, or another one, has taken. */
export interface DeliveryReport {
  readonly type: 'bounced' | 'delayed' | 'delivered' | 'complained';
  /** What the mail is called in the report: by us, or by a provider. */
  readonly messageIds: readonly string[];
  readonly recipients: readonly ReportedRecipient[];
  readonly at: Date;
}

export interface RecordedReport {
  /** The mails that it is about; none: the studio sent no such mail. */
  readonly sendIds: readonly string[];
  readonly matchedBy: 'messageId' | 'recipient' | null;
  /** The first report of this kind about one of them. */
  readonly isNew: boolean;
  /** Addresses that the report put on the list. */
  readonly suppressed: readonly string[];
}

/**
 * Writes down what a report says, each fact once however often the report comes: in the ledger, on the list of addresses, and as events. A report that names no
 * mail of ours is matched by its recipient and time, if one mail alone fits; since anybody can forge one, it then suppresses no address.
 * @param on a transaction
 */
export async function recordDeliveryReport(
  on: Queryable,
  studioId: string,
  report: DeliveryReport,
): Promise<RecordedReport> {
  const { sends, matchedBy } = await matchOf(on, studioId, report);
  const events: NewEvent[] = [];
  const suppressed: string[] = [];
  const list = new Suppressions(on, studioId);
  let isNew = false;
  for (const send of sends) {
    const about = recipientOf(report, send);
    if (await write(on, studioId, report, send, about)) {
      isNew = true;
      events.push(...eventsOf(report, send, about));
    }
    const request = matchedBy === 'messageId' ? suppressionFor(report, send, about) : undefined;
    if (!request) continue;
    const added = await list.add(request);
    if (added.isNew) suppressed.push(added.row.address);
    events.push(...added.clientIds.map((id) => unsubscribed(id, send, report)));
  }
  await recordEvents(on, studioId, events);
  return { sendIds: sends.map(({ id }) => id), matchedBy, isNew, suppressed };
}

async function matchOf(
  on: Queryable,
  studioId: string,
  { messageIds, recipients, at }: DeliveryReport,
): Promise<{ sends: readonly sql.ReportedSend[]; matchedBy: RecordedReport['matchedBy'] }> {
  // A provider's own name stands with and without its brackets and domain.
  const names = messageIds.flatMap((id) => [id, id.replace(/^<|>$/g, ''), id.replace(/^<|@.*$/g, '')]);
  const named =
    names.length === 0
      ? []
      : await sql.sendsByMessageId.rows(on, { studioId, messageIds: [...new Set(names)] });
  const keys = new Set(recipients.map(({ address }) => addressKey(address)));
  const meant = named.filter(({ toAddress }) => keys.has(addressKey(toAddress)));
  if (named.length > 0) return { sends: meant.length > 0 ? meant : named, matchedBy: 'messageId' };
  const spellings = [...keys].flatMap((key) => [key, readableAddress(key).toLowerCase()]);
  const likely =
    spellings.length === 0 ? [] : await sql.sendsByRecipient.rows(on, { studioId, spellings, at });
  return likely.length === 1 ? { sends: likely, matchedBy: 'recipient' } : { sends: [], matchedBy: null };
}

/** What the report says of the mail's recipient; a server may name another address, to which the mail was forwarded. */
const recipientOf = ({ recipients }: DeliveryReport, { toAddress }: sql.ReportedSend): ReportedRecipient =>
  recipients.find(({ address }) => addressKey(address) === addressKey(toAddress)) ??
  recipients[0] ?? { address: toAddress, isHard: false, status: '', detail: '' };

/** @returns whether it was not known before */
async function write(
  on: Queryable,
  studioId: string,
  { type, at }: DeliveryReport,
  { id, toAddress }: sql.ReportedSend,
  { detail, status }: ReportedRecipient,
): Promise<boolean> {
  if (type === 'complained') return (await sql.complainOfSend.run(on, { studioId, id, at })) > 0;
  if (type !== 'bounced') return (await sql.settleByReport.run(on, { studioId, id })) > 0;
  const params = { address: toAddress, reply: storableText(detail), status };
  const reason = { code: 'send.bounced', params } as const;
  return (await sql.bounceSend.run(on, { studioId, id, at, reason })) > 0;
}

function suppressionFor(
  { type }: DeliveryReport,
  { id, toAddress }: sql.ReportedSend,
  { address, isHard, detail }: ReportedRecipient,
): SuppressionRequest | undefined {
  if (type === 'complained')
    return { address: toAddress, scope: 'marketing', reason: 'complained', sendId: id };
  // Where a forward ends says nothing of the address that was written to.
  if (type !== 'bounced' || !isHard || addressKey(address) !== addressKey(toAddress)) return undefined;
  return {
    address: toAddress,
    scope: 'all',
    reason: 'bounced',
    sendId: id,
    note: storableText(detail).slice(0, 500),
  };
}

function eventsOf(
  { type, at }: DeliveryReport,
  { id, messageRowId }: sql.ReportedSend,
  { detail }: ReportedRecipient,
): NewEvent[] {
  if (messageRowId === null || (type !== 'bounced' && type !== 'complained')) return [];
  const data = { sendId: id, ...(detail && { reason: detail.slice(0, 2_000) }) };
  return [
    {
      source: MAIL_REPORT_SOURCE,
      sourceId: `${type}/${id}`,
      type: `mail.${type}`,
      subjectType: 'message',
      subjectId: messageRowId,
      data,
      occurredAt: at,
    },
  ];
}

const unsubscribed = (clientId: string, { id }: sql.ReportedSend, { at }: DeliveryReport): NewEvent => ({
  source: MAIL_REPORT_SOURCE,
  sourceId: `unsubscribed/${id}/${clientId}`,
  type: 'client.unsubscribed',
  subjectType: 'client',
  subjectId: clientId,
  data: {},
  occurredAt: at,
});
