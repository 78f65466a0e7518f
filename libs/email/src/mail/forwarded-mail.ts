import { encodeWord } from 'nodemailer/lib/mime-funcs';
import { readPeople, type Person } from '../incoming/parse/people.js';
import { displayName, isOneAddress, type Mailbox } from '../message/address.js';
import { decodeHeader } from '../mime/encoded-words.js';
import { fieldOf, readFields, type HeaderFields } from '../mime/header-fields.js';
import { automaticHeaders } from './compose.js';

/** Octets of an encoded word, so that its line stays within 76 (RFC 2047 2). */
const ENCODED_LINE = 52;
const MOST_HEAD = 200_000;
/** What the mail says itself, and whose hands it went through. Everything else (signatures, receipts, orders to programs) is left behind. */
const KEPT =
  /^(?:received|to|cc|subject|date|in-reply-to|references|mime-version|content-(?:type|transfer-encoding|disposition|language|id))$/;
/** Says which of our mails it is a forward of: one that comes back is not passed on again. */
export const FORWARD_MARK = 'X-Cueline-Forward';

export interface ReceivedHead {
  readonly fields: HeaderFields;
  readonly subject: string;
  /** Who wrote. */
  readonly from: Person | null;
  /** Where an answer goes. */
  readonly replyTo: Person | null;
}

/** What the head of a mail that came in says. @param source one character for each octet */
export function receivedHead(source: string): ReceivedHead {
  const fields = readFields(splitMail(source).head);
  const [from = null] = readPeople(fieldOf(fields, 'from'));
  const [replyTo = from] = readPeople(fieldOf(fields, 'reply-to'));
  return { fields, from, replyTo, subject: decodeHeader(fieldOf(fields, 'subject')) };
}

export interface Forward {
  /** In whose name it leaves: an address that our server may send from. */
  readonly from: Mailbox;
  /** With its angle brackets. */
  readonly messageId: string;
}

/**
 * A mail that came in, as it is passed on: its content unchanged, from an address of ours, with the answers to whoever wrote. It says that a machine passed it on.
 * @param source one character for each octet @returns the same, each line ended by CR LF
 */
export function forwardedMail(source: string, { from, messageId }: Forward): string {
  const { head, body } = splitMail(source);
  const { replyTo, fields } = receivedHead(source);
  const kept: string[] = [];
  let isKept = false;
  for (const line of head.split(/\r\n|\r|\n/)) {
    if (!/^[ \t]/.test(line)) isKept = KEPT.test(line.slice(0, Math.max(0, line.indexOf(':'))).toLowerCase());
    if (isKept && line.trim() !== '') kept.push(line);
  }
  const id = /<[^<>\s]{1,900}>/.exec(fieldOf(fields, 'message-id'))?.[0];
  const isAnswerable = replyTo !== null && isOneAddress(replyTo.address);
  const added = [
    `From: ${mailboxOf(from)}`,
    ...(isAnswerable ? [`Reply-To: ${mailboxOf(replyTo)}`] : []),
    `Message-ID: ${messageId}`,
    ...(fields.has('references') || !id ? [] : [`References: ${id}`]),
    ...Object.entries(automaticHeaders).map(([name, value]) => `${name}: ${value}`),
    `${FORWARD_MARK}: ${messageId}`,
  ];
  return `${[...kept, ...added].join('\r\n')}\r\n\r\n${body.replace(/\r\n|\r|\n/g, '\r\n')}`;
}

const mailboxOf = ({ name, address }: Pick<Mailbox, 'name' | 'address'>): string => {
  const shown = displayName(name);
  if (shown === '') return `<${address}>`;
  return `${/^[ -~]*$/.test(shown) ? `"${shown}"` : encodeWord(shown, 'Q', ENCODED_LINE)} <${address}>`;
};

function splitMail(source: string): { readonly head: string; readonly body: string } {
  const end = /\r\n\r\n|\n\n|\r\r/.exec(source.slice(0, MOST_HEAD));
  if (!end) return { head: source.slice(0, MOST_HEAD), body: '' };
  return { head: source.slice(0, end.index), body: source.slice(end.index + end[0].length) };
}
