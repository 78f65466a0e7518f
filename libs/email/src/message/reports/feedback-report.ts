import { addressesIn, typedAddress } from './addresses-in.js';
import { fieldOf, readFields } from '../../mime/header-fields.js';
import type { ReadReport } from './mail-report.js';
import { oneLine } from './one-line.js';
import { messageIdsIn, returnedTo } from './original.js';
import type { ParsedMail } from './parsed-mail.js';

/** RFC 5965 7.3, RFC 6430, and what providers send beside them. A failed authentication is the domain's matter, `not-spam` the opposite. */
const complaints = /^(?:abuse|fraud|virus|other|opt-out(?:-list)?|complaint)$/;

/** RFC 5965: a reader's provider tells that a mail was reported as spam; undefined where it tells anything else. */
export function readFeedbackReport(mail: ParsedMail): ReadReport | undefined {
  const part = mail.parts.find(({ type }) => type === 'message/feedback-report');
  if (!part) return undefined;
  const fields = readFields(part.text);
  const kind = fieldOf(fields, 'feedback-type')
    .toLowerCase()
    .replace(/[\s;].*$/s, '');
  if (!complaints.test(kind)) return undefined;
  const named = ['original-rcpt-to', 'removal-recipient', 'x-hmxmroriginalrecipient']
    .flatMap((name) => [...(fields.get(name) ?? []), ...(mail.headers.get(name) ?? [])])
    .map(typedAddress)
    .filter((address) => address.includes('@'));
  const addresses = named.length > 0 ? [...new Set(named)] : addressesIn(returnedTo(mail)).slice(0, 1);
  const detail = oneLine(`${kind} ${fieldOf(fields, 'user-agent')}`);
  return {
    type: 'complained',
    form: 'feedback',
    messageIds: messageIdsIn(mail, [fields]),
    recipients: addresses.map((address) => ({ address, kind: 'none', status: '', detail })),
  };
}
