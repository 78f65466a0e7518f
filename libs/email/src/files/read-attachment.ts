import { readImage } from '../images/read-image.js';

export const attachmentLimits = {
  /** Octets of all files of a mail: in base64 (RFC 2045 6.8) they fill 10 MB, which is what Exchange takes where nobody raised it. */
  mail: 7_000_000,
} as const;

/** What a mail may carry, and how its name ends. */
const endings = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/gif': ['gif'],
  'text/plain': ['txt'],
  'text/csv': ['csv'],
  'text/calendar': ['ics'],
  'text/vcard': ['vcf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type AttachmentType = keyof typeof endings;
export type AttachmentRefusal = 'empty' | 'macros' | 'archive' | 'page' | 'unknown';
export type ReadAttachment =
  | { readonly ok: true; readonly type: AttachmentType; readonly name: string }
  | { readonly ok: false; readonly why: AttachmentRefusal };

/**
 * What a file is by its octets, whatever its sender says, under a name that ends as that does: nothing that runs, or that opens as a page, leaves as an attachment,
 * and nothing leaves under another kind's name.
 */
export function readAttachment(octets: Uint8Array, name: string): ReadAttachment {
  if (octets.length === 0) return { ok: false, why: 'empty' };
  const type = binaryType(octets) ?? textType(octets, name);
  return type in endings
    ? { ok: true, type: type as AttachmentType, name: withEnding(name, endings[type as AttachmentType]) }
    : { ok: false, why: type as AttachmentRefusal };
}

const latin = (octets: Uint8Array): string => {
  let text = '';
  // As many characters as one call takes.
  for (let at = 0; at < octets.length; at += 8_192)
    text += String.fromCharCode(...octets.subarray(at, at + 8_192));
  return text;
};

function binaryType(octets: Uint8Array): AttachmentType | AttachmentRefusal | undefined {
  const image = readImage(octets);
  if (image.ok) return image.image.type;
  const head = latin(octets.subarray(0, 1_024));
  // A PDF's header may follow other octets (ISO 32000-1, Annex H.3.4.1), but then another program might read those.
  if (head.startsWith('%PDF-')) return 'application/pdf';
  return head.startsWith('PK\u0003\u0004') ? zipType(octets) : undefined;
}

/** Office Open XML (ECMA-376 part 2) is a ZIP whose entries tell what it holds; their names stand in it as they are. */
function zipType(octets: Uint8Array): AttachmentType | AttachmentRefusal {
  const content = latin(octets);
  if (!content.includes('[Content_Types].xml')) return 'archive';
  if (/vbaProject|activeX\//i.test(content)) return 'macros';
  const office = 'application/vnd.openxmlformats-officedocument';
  if (content.includes('word/document.xml')) return `${office}.wordprocessingml.document`;
  if (content.includes('xl/workbook.xml')) return `${office}.spreadsheetml.sheet`;
  return content.includes('ppt/presentation.xml') ? `${office}.presentationml.presentation` : 'archive';
}

/** Text in UTF-8 without control characters. One that begins as a page or a script is none to be carried. */
function textType(octets: Uint8Array, name: string): AttachmentType | AttachmentRefusal {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(octets);
  } catch {
    return 'unknown';
  }
  if (/[^\P{Cc}\t\n\v\f\r]/u.test(text) || text.startsWith('#!')) return 'unknown';
  if (/^\s*<(?:!doctype|!--|\?xml|html|head|body|script|svg|iframe)/i.test(text)) return 'page';
  if (/^BEGIN:VCALENDAR\r?\n/i.test(text)) return 'text/calendar';
  if (/^BEGIN:VCARD\r?\n/i.test(text)) return 'text/vcard';
  const ending = endingOf(name);
  if (ending === 'csv') return 'text/csv';
  return ending === 'txt' || ending === '' ? 'text/plain' : 'unknown';
}

const endingOf = (name: string): string =>
  /\.([A-Za-z0-9]{1,8})$/.exec(name.trim())?.[1]?.toLowerCase() ?? '';

const withEnding = (name: string, [usual, ...others]: readonly [string, ...string[]]): string => {
  // No folder, and no sign that a file system or a header reads as more than a letter.
  const plain =
    name.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069/\\:*?"<>|]+/gu, ' ').trim() || 'file';
  return [usual, ...others].includes(endingOf(plain)) ? plain : `${plain}.${usual}`;
};
