import { reportPartsOf } from '../../message/reports/parsed-mail.js';
import { knownCharset } from '../../mime/charset.js';
import { decodeHeader } from '../../mime/encoded-words.js';
import { fieldOf, readFields, type HeaderFields } from '../../mime/header-fields.js';
import { readMimeTree, type MimeLimits, type MimePart } from '../../mime/mime-tree.js';
import { binaryOf, decodedSize } from '../../mime/transfer-encoding.js';
import { dispositionOf, nameOfType } from './attachments.js';
import { bodiesOf, octetsOfPart, textOfPart } from './bodies.js';
import { bodyPartsOf, type Leaf } from './body-parts.js';
import { readCalendar, type CalendarPart } from './calendar.js';
import { readHeaderDate } from './header-date.js';
import type { Attachment, EmbeddedMail, IncomingMail, ReadIncomingMail } from './incoming-mail.js';
import { readMessageIds } from './message-ids.js';
import { readPeople, type Person } from './people.js';
import { protectionOf } from './protection.js';

/** Providers take 25 to 50 MB, and honest mails have some dozens of parts. */
export const incomingLimits: MimeLimits = { size: 60_000_000, headers: 1_000_000, depth: 20, parts: 1_000 };
const MOST_EMBEDDED = 20;
/** What IMAP calls the only part of a mail that has no others. */
const WHOLE = '1';

/**
 * A mail of a stranger as it is stored: pure, in time that grows with its size.
 * @param source the raw mail, one character for each octet
 */
export function readIncomingMail(source: string): ReadIncomingMail {
  const { root, exceeded } = readMimeTree(source, incomingLimits);
  const [limit] = exceeded;
  return limit ? { ok: false, limit } : { ok: true, mail: mailOf(root) };
}

/** The octets of a part, by the number that it has in its mail; undefined where there is no such part. */
export function partOctets(source: string, number: string): Uint8Array | undefined {
  const { root } = readMimeTree(source, incomingLimits);
  const part = number === WHOLE && root.children.length === 0 ? root : partByNumber(root, number);
  return part && octetsOfPart(part);
}

const partByNumber = (part: MimePart, number: string): MimePart | undefined =>
  part.number === number && part.children.length === 0
    ? part
    : part.children
        .filter((child) => number === child.number || number.startsWith(`${child.number}.`))
        .map((child) => partByNumber(child, number))[0];

function mailOf(root: MimePart): IncomingMail {
  const hint = charsetHint(root);
  const parts = bodyPartsOf(root, hint);
  const bodies = bodiesOf(parts, hint);
  const attachments = parts.attachments.map((leaf) => attachmentOf(leaf, bodies.html));
  return {
    ...headOf(root.headers, hint),
    headers: new Map(
      [...root.headers].map(([name, values]) => [name, values.map((value) => decodeHeader(value, hint))]),
    ),
    text: bodies.text,
    html: bodies.html,
    isTextFromHtml: bodies.isFromHtml,
    isCut: bodies.isCut,
    attachments,
    embedded: embeddedIn(root, hint),
    calendar: calendarIn(root),
    protection: protectionOf(root, bodies.text),
    report: reportPartsOf(root),
  };
}

function headOf(headers: HeaderFields, hint: string | undefined) {
  const people = (...names: readonly string[]): readonly Person[] =>
    names.flatMap((name) => (headers.get(name) ?? []).flatMap((value) => readPeople(value, hint)));
  const ids = (name: string) => (headers.get(name) ?? []).flatMap((value) => readMessageIds(value));
  return {
    subject: oneLine(decodeHeader(fieldOf(headers, 'subject'), hint)),
    from: people('from'),
    sender: people('sender'),
    replyTo: people('reply-to'),
    to: people('to'),
    cc: people('cc'),
    bcc: people('bcc'),
    deliveredTo: people('delivered-to', 'x-original-to', 'envelope-to', 'x-delivered-to'),
    messageId: ids('message-id')[0] ?? null,
    inReplyTo: ids('in-reply-to'),
    references: ids('references'),
    date: readHeaderDate(fieldOf(headers, 'date')),
  };
}

const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, 2_000);

const leavesOf = (part: MimePart): readonly MimePart[] =>
  part.children.length > 0 ? part.children.flatMap(leavesOf) : [part];

/** The first encoding that a body declares beyond UTF-8 and ASCII: what raw octets in the header are in. */
function charsetHint(root: MimePart): string | undefined {
  const declared = leavesOf(root)
    .slice(0, 20)
    .map(({ params }) => knownCharset(params.get('charset')));
  return declared.find(
    (charset) => charset !== undefined && charset !== 'utf-8' && charset !== 'windows-1252',
  );
}

function attachmentOf({ part, disposition }: Leaf, html: string): Attachment {
  const { fileName, contentId } = disposition;
  const isTnef = part.type === 'application/ms-tnef' || /^winmail\.dat$/i.test(fileName);
  return {
    number: part.number || WHOLE,
    fileName: fileName || embeddedName(part) || nameOfType(part.type),
    type: part.type,
    size: decodedSize(part.body, fieldOf(part.headers, 'content-transfer-encoding')),
    contentId,
    isInline: contentId !== '' && html.includes(`cid:${contentId}`),
    kind: isTnef ? 'tnef' : part.type === 'text/calendar' ? 'calendar' : isMail(part) ? 'mail' : 'file',
  };
}

const isMail = ({ type }: MimePart): boolean => type === 'message/rfc822' || type === 'message/global';

/** A mail within the mail is called by its subject. */
function embeddedName(part: MimePart): string {
  if (!isMail(part)) return '';
  const subject = embeddedOf(part)
    .subject.replace(/[\\/:*?"<>|]/g, ' ')
    .trim();
  return subject === '' ? '' : `${subject.slice(0, 100)}.eml`;
}

const embeddedIn = (root: MimePart, hint?: string): readonly EmbeddedMail[] =>
  leavesOf(root)
    .filter(isMail)
    .slice(0, MOST_EMBEDDED)
    .map((part) => embeddedOf(part, hint));

function embeddedOf(part: MimePart, hint?: string): EmbeddedMail {
  // RFC 2046 5.2.1 forbids a transfer encoding here; programs use one all the same.
  const octets = octetsOfPart(part, 200_000);
  const source = binaryOf(octets);
  const head = /^\s*([\s\S]*?)\r?\n[ \t]*\r?\n/.exec(source)?.[1] ?? source;
  const { from, subject, date, messageId } = headOf(readFields(head), hint);
  return { number: part.number, from, subject, date, messageId };
}

function calendarIn(root: MimePart): CalendarPart | null {
  const part = leavesOf(root).find(
    (leaf) => leaf.type === 'text/calendar' || /\.ics$/i.test(dispositionOf(leaf).fileName),
  );
  return part ? readCalendar(textOfPart(part), part.params.get('method')) : null;
}
