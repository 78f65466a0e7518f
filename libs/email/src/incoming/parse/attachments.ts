import { decodeHeader } from '../../mime/encoded-words.js';
import { fieldOf } from '../../mime/header-fields.js';
import type { MimePart } from '../../mime/mime-tree.js';
import { readParameters } from '../../mime/parameters.js';

/** How a part wants to be shown. */
export interface Disposition {
  readonly kind: 'attachment' | 'inline' | '';
  /** Empty where the sender named none. */
  readonly fileName: string;
  readonly contentId: string;
}

export function dispositionOf(part: MimePart, hint?: string): Disposition {
  const field = readParameters(fieldOf(part.headers, 'content-disposition'), hint);
  const name = field.params.get('filename') ?? field.params.get('name') ?? part.params.get('name') ?? '';
  const kind = field.value === 'inline' || field.value === '' ? field.value : 'attachment';
  const contentId = decodeHeader(fieldOf(part.headers, 'content-id'))
    .replace(/^[\s<]+|[\s>]+$/g, '')
    .slice(0, 500);
  return { kind, fileName: safeName(name), contentId };
}

const endings: Readonly<Record<string, string>> = {
  'application/ms-tnef': 'winmail.dat',
  'application/pgp-signature': 'signature.asc',
  'application/pkcs7-mime': 'smime.p7m',
  'application/pkcs7-signature': 'smime.p7s',
  'application/pdf': 'attachment.pdf',
  'image/gif': 'image.gif',
  'image/jpeg': 'image.jpg',
  'image/png': 'image.png',
  'message/delivery-status': 'delivery-status.txt',
  'message/rfc822': 'message.eml',
  'text/calendar': 'invite.ics',
  'text/html': 'attachment.html',
  'text/plain': 'attachment.txt',
  'text/rfc822-headers': 'headers.txt',
};

/** A name for a part that has none. */
export const nameOfType = (type: string): string => endings[type] ?? 'attachment.bin';

/** The last part of a path, without what a file system or a reader's eye would take for something else (U+202E turns the rest around). */
const safeName = (name: string): string =>
  name
    .replace(/^.*[\\/]/s, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/gu, '\ufffd')
    .trim()
    .slice(0, 200);
