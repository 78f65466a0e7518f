import { typedAddress } from './addresses-in.js';
import { fieldOf, readFields, type HeaderFields } from '../../mime/header-fields.js';
import { bounceKindOf } from './bounce-kind.js';
import type { MailReport, ReadReport, ReportedRecipient } from './mail-report.js';
import { oneLine } from './one-line.js';
import { messageIdsIn } from './original.js';
import type { ParsedMail } from './parsed-mail.js';

const MOST_RECIPIENTS = 200;
type Action = MailReport['type'];

const actions: Readonly<Record<string, Action>> = {
  failed: 'bounced',
  failure: 'bounced',
  delayed: 'delayed',
  delivered: 'delivered',
  relayed: 'delivered',
  expanded: 'delivered',
};
const statusOf = (fields: HeaderFields): string =>
  /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(fieldOf(fields, 'status'))?.[1] ?? '';

/** A recipient's action; servers that leave it out say it by the class of the status (RFC 3463 2). */
function actionOf(fields: HeaderFields): Action {
  const word = /[a-z]+/.exec(fieldOf(fields, 'action').toLowerCase())?.[0] ?? '';
  const byStatus = ({ '2': 'delivered', '4': 'delayed' } as const)[statusOf(fields)[0] ?? ''];
  return actions[word] ?? byStatus ?? 'bounced';
}

function recipientOf(fields: HeaderFields): ReportedRecipient {
  const typed = ['original-recipient', 'final-recipient', 'x-actual-recipient']
    .map((name) => typedAddress(fieldOf(fields, name)))
    .filter((address) => address.includes('@'));
  const status = statusOf(fields);
  const detail = oneLine(fieldOf(fields, 'diagnostic-code').replace(/^[\w-]+\s*;/, ''));
  // Where the sender's own words are, the mail was written to; where it ended is the server's matter.
  return { address: typed[0] ?? '', kind: bounceKindOf(status, detail), status, detail };
}

/** Groups of fields, one for the message and one for each recipient (RFC 3464 2.1). */
function groupsOf({ parts }: ParsedMail): readonly HeaderFields[] {
  const isStatus = ({ type }: ParsedMail['parts'][number]) =>
    type === 'message/delivery-status' || type === 'message/global-delivery-status';
  return parts
    .filter(isStatus)
    .flatMap(({ text }) => text.split(/\r?\n[ \t]*\r?\n/).slice(0, MOST_RECIPIENTS))
    .map(readFields);
}

const isRecipient = (fields: HeaderFields): boolean =>
  fields.has('final-recipient') ||
  fields.has('original-recipient') ||
  fields.has('action') ||
  fields.has('status');

/** RFC 3464, RFC 6533: what the report says of the recipients it is about. The worst of several actions counts; undefined where there is no such part. */
export function readDeliveryStatus(mail: ParsedMail): ReadReport | undefined {
  const groups = groupsOf(mail);
  const all = groups
    .filter(isRecipient)
    .map((fields) => ({ action: actionOf(fields), recipient: recipientOf(fields) }));
  const type = (['bounced', 'delayed', 'delivered'] as const).find((one) =>
    all.some(({ action }) => action === one),
  );
  if (!type) return undefined;
  const recipients = all
    .filter(({ action, recipient }) => action === type && recipient.address !== '')
    .map(({ recipient }) => recipient);
  return { type, form: 'status', messageIds: messageIdsIn(mail, groups), recipients };
}
