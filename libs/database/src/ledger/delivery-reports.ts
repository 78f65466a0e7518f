import { addressKey, readableAddress } from '@cueline/workflows/locale';
import type { Queryable } from '../client/statement.js';
import { storableText } from '../client/storable.js';
import { recordEvents } from '../outbox/outbox.js';
import type { NewEvent } from '../outbox/events.sql.js';
import * as sql from './delivery-reports.sql.js';
import { Suppressions, type SuppressionRequest } from './suppressions.js';

/** So many mails that came back softly within two weeks put an address on the list. */
const SOFT_BOUNCES = 3;

/** CloudEvents source of what mail servers report. */
export const MAIL_REPORT_SOURCE = 'cueline/mail';

export interface ReportedRecipient {
  readonly address: string;
  /** `hard`: the address does not work, and will not. `soft`: this time it did not. `none`: it says nothing of the address. */
  readonly kind: 'hard' | 'soft' | 'none';
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
  /** Beginnings of the keys of mails that the report was sent back to, proven by their return paths. */
  readonly sendKeys: readonly string[];
  readonly recipients: readonly ReportedRecipient[];
  readonly at: Date;
}

export interface RecordedReport {
  /** The mails that it is about; none: the studio sent no such mail. */
  readonly sendIds: readonly string[];
  readonly matchedBy: 'returnPath' | 'messageId' | 'recipient' | null;
  /** The first report of this kind about one of them. */
  readonly isNew: boolean;
  /** Addresses that the report put on the list. */
  readonly suppressed: readonly string[];
}

/**
 * Writes down what a report says, each fact once however often the report comes: in the ledger, on the list of addresses, and as events. A report that names no
 * mail of ours is matched by its recipient and time, if one mail alone fits; since anybody can forge one, it then suppresses no address and counts as no soft bounce.
 * @param on a transaction
 */
export async function recordDeliveryReport(
  on: Queryable,
  studioId: string,
  report: DeliveryReport,
): Promise<RecordedReport> {
  const { sends, matchedBy } = await matchOf(on, studioId, report);
  const isProven = matchedBy === 'returnPath' || matchedBy === 'messageId';
  const events: NewEvent[] = [];
  const suppressed: string[] = [];
  const list = new Suppressions(on, studioId);
  let isNew = false;
  for (const send of sends) {
    const about = recipientOf(report, send);
    if (await write(on, studioId, report, send, about, isProven)) {
      isNew = true;
      events.push(...eventsOf(report, send, about));
    }
    const request = isProven ? await suppressionFor(on, studioId, report, send, about) : undefined;
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
  { messageIds, sendKeys, recipients, at }: DeliveryReport,
): Promise<{ sends: readonly sql.ReportedSend[]; matchedBy: RecordedReport['matchedBy'] }> {
  const tagged =
    sendKeys.length === 0 ? [] : await sql.sendsByReturnPath.rows(on, { studioId, keys: sendKeys });
  if (tagged.length > 0) return { sends: tagged, matchedBy: 'returnPath' };
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
  recipients[0] ?? { address: toAddress, kind: 'none', status: '', detail: '' };

/** @returns whether it was not known before */
async function write(
  on: Queryable,
  studioId: string,
  { type, at }: DeliveryReport,
  { id, toAddress }: sql.ReportedSend,
  { address, kind, detail, status }: ReportedRecipient,
  isProven: boolean,
): Promise<boolean> {
  if (type === 'complained') return (await sql.complainOfSend.run(on, { studioId, id, at })) > 0;
  if (type !== 'bounced') return (await sql.settleByReport.run(on, { studioId, id })) > 0;
  const isSoft = isProven && kind === 'soft' && addressKey(address) === addressKey(toAddress);
  const params = { address: toAddress, reply: storableText(detail), status };
  const reason = { code: 'send.bounced', params } as const;
  return (await sql.bounceSend.run(on, { studioId, id, at, isSoft, reason })) > 0;
}

async function suppressionFor(
  on: Queryable,
  studioId: string,
  { type, at }: DeliveryReport,
  { id, toAddress }: sql.ReportedSend,
  { address, kind, detail }: ReportedRecipient,
): Promise<SuppressionRequest | undefined> {
  if (type === 'complained')
    return { address: toAddress, scope: 'marketing', reason: 'complained', sendId: id };
  // Where a forward ends says nothing of the address that was written to.
  if (type !== 'bounced' || kind === 'none' || addressKey(address) !== addressKey(toAddress))
    return undefined;
  const mails = kind === 'soft' ? await softBouncesOf(on, studioId, toAddress, at) : 1;
  if (kind === 'soft' && mails < SOFT_BOUNCES) return undefined;
  const note = `${kind === 'soft' ? `${mails} × ` : ''}${storableText(detail)}`.slice(0, 500);
  return { address: toAddress, scope: 'all', reason: 'bounced', sendId: id, note };
}

/** Mails to the address that came back softly in the days before, each once; not those before somebody took it off the list. */
async function softBouncesOf(on: Queryable, studioId: string, address: string, at: Date): Promise<number> {
  const key = addressKey(address);
  // Two reports at the same moment count one another only when the second waits for the first.
  await sql.lockBounces.run(on, { studioId, address: key });
  const spellings = [...new Set([key, readableAddress(key).toLowerCase()])];
  const counted = await sql.countSoftBounces.first(on, { studioId, address: key, spellings, at });
  return counted?.mails ?? 0;
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
