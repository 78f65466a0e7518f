import MailComposer from 'nodemailer/lib/mail-composer';
import { encodeWord } from 'nodemailer/lib/mime-funcs';
import { CALENDAR_FILE_NAME, type CalendarFile } from '../calendar/index.js';
import { displayName, isOneAddress, type Mailbox } from '../message/address.js';

/** Octets of an encoded word, so that its line stays within 76 (RFC 2047 2). */
const ENCODED_LINE = 52;

export interface OutgoingMail {
  readonly from: Mailbox;
  readonly to: Mailbox;
  readonly replyTo?: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** With its angle brackets. */
  readonly messageId: string;
  readonly date: Date;
  readonly headers?: Readonly<Record<string, string>>;
  readonly calendar?: CalendarFile;
  readonly files?: readonly AttachedFile[];
}

export interface AttachedFile {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

/**
 * What a mail that no person wrote says of itself, so that machines do not answer it (RFC 3834 5). Exchange is asked for neither out-of-office notes nor
 * automatic answers, but for bounces as ever: `All` would suppress those, too.
 */
export const automaticHeaders: Readonly<Record<string, string>> = {
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'OOF, AutoReply',
};

/** Text that looks like an encoded word is encoded once more, so that readers show it instead of what it would decode to (RFC 2047 2). */
const literally = (text: string): string =>
  text.includes('=?') ? encodeWord(text, 'Q', ENCODED_LINE) : text;

/** @throws RangeError for what would be more than one address, or a header of its own */
function single(address: string): string {
  if (!isOneAddress(address)) throw new RangeError('A mail has one address in each field.');
  return address;
}

/** @throws RangeError for what is no Message-ID */
function identifier(messageId: string): string {
  if (!/^<[^<>\s@\p{Cc}]+@[^<>\s@\p{Cc}]+>$/u.test(messageId))
    throw new RangeError('A Message-ID stands in angle brackets.');
  return messageId;
}

/** Values on one line, whatever they are made of. */
const onOneLine = (headers: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, value.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')]),
  );

/**
 * The message as it goes over the wire (RFC 5322, multipart/alternative; within multipart/mixed where it carries something). Reads no file and no address, whatever the content says.
 * @throws RangeError for an address that is more than one
 */
export function composeMail(mail: OutgoingMail): Promise<Buffer> {
  const composer = new MailComposer({
    from: { name: displayName(mail.from.name), address: single(mail.from.address) },
    to: { name: displayName(mail.to.name), address: single(mail.to.address) },
    replyTo: mail.replyTo && single(mail.replyTo),
    subject: literally(mail.subject),
    html: mail.html,
    text: mail.text,
    messageId: identifier(mail.messageId),
    date: mail.date,
    headers: onOneLine(mail.headers),
    // Gmail reads the part beside the text, Outlook and phones the attachment (RFC 6047 2.4): it is both.
    ...(mail.calendar && { icalEvent: { ...mail.calendar, filename: CALENDAR_FILE_NAME } }),
    attachments: mail.files?.map(({ name, type, content }) => ({
      filename: name,
      contentType: type,
      content,
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
