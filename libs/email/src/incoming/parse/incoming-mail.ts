import type { ParsedMail } from '../../message/reports/index.js';
import type { HeaderFields } from '../../mime/header-fields.js';
import type { MimeLimit } from '../../mime/mime-tree.js';
import type { CalendarPart } from './calendar.js';
import type { Person } from './people.js';
import type { Protection } from './protection.js';

/** A part that is attached, or shown within the HTML. Its octets come from the raw mail by its number (`partOctets`). */
export interface Attachment {
  readonly number: string;
  readonly fileName: string;
  readonly type: string;
  /** Octets, decoded. */
  readonly size: number;
  readonly contentId: string;
  /** The HTML shows it by its content id. */
  readonly isInline: boolean;
  /** `tnef`: Outlook's `winmail.dat`, which holds what the mail programs of others cannot show. */
  readonly kind: 'calendar' | 'file' | 'mail' | 'tnef';
}

/** Who and what a mail within the mail is of: what is read of it before somebody opens it. */
export interface EmbeddedMail {
  readonly number: string;
  readonly from: readonly Person[];
  readonly subject: string;
  readonly date: Date | null;
  readonly messageId: string | null;
}

/** A mail as it is stored and shown: values alone, so that it passes from thread to thread. */
export interface IncomingMail {
  /** By their names in small letters, decoded, as they came. */
  readonly headers: HeaderFields;
  readonly subject: string;
  readonly from: readonly Person[];
  readonly sender: readonly Person[];
  readonly replyTo: readonly Person[];
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
  readonly bcc: readonly Person[];
  /** Addresses that it was delivered to, as servers noted them. */
  readonly deliveredTo: readonly Person[];
  readonly messageId: string | null;
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
  /** What its sender says; it orders nothing. */
  readonly date: Date | null;
  readonly text: string;
  /** As sent: for the cleaner alone. */
  readonly html: string;
  readonly isTextFromHtml: boolean;
  /** More was sent than is kept beside the raw mail. */
  readonly isCut: boolean;
  readonly attachments: readonly Attachment[];
  readonly embedded: readonly EmbeddedMail[];
  readonly calendar: CalendarPart | null;
  readonly protection: Protection;
  /** What a bounce or a complaint is read out of. */
  readonly report: ParsedMail;
}

export type ReadIncomingMail = { readonly ok: true; readonly mail: IncomingMail } | SetAside;

/** Not read: it goes beyond a limit that no honest mail comes near. The raw mail is kept, and shown as set aside. */
export interface SetAside {
  readonly ok: false;
  readonly limit: MimeLimit;
}
