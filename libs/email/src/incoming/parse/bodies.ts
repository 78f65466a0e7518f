import { decodeText } from '../../mime/charset.js';
import { fieldOf } from '../../mime/header-fields.js';
import type { MimePart } from '../../mime/mime-tree.js';
import { decodeTransfer } from '../../mime/transfer-encoding.js';
import { plainTextOf } from '../../mail/plain-text.js';
import type { BodyParts, Leaf } from './body-parts.js';
import { unflowed } from './flowed.js';

/** Characters of each body that are kept for showing and searching; the mail itself is kept whole. */
export const MOST_BODY = 1_000_000;

export interface Bodies {
  readonly text: string;
  /** As sent, not cleaned: for the cleaner alone. Empty where the mail has none. */
  readonly html: string;
  /** The text was made of the HTML: the mail has no other. */
  readonly isFromHtml: boolean;
  readonly isCut: boolean;
}

export function bodiesOf({ text, html }: BodyParts, hint?: string): Bodies {
  const plain = textsOf(
    text.filter(({ part }) => part.type !== 'text/html'),
    hint,
  );
  const isPlain = plain.trim() !== '';
  const hasHtml = html.some(({ part }) => part.type === 'text/html');
  const markup = hasHtml
    ? html
        .map((leaf) => markupOf(leaf, hint))
        .filter((one) => one !== '')
        .join('\n<hr>\n')
    : '';
  const htmlOfText = text.filter(({ part }) => part.type === 'text/html');
  const made = htmlOfText
    .map(({ part }) => plainTextOf(textOfPart(part, hint).slice(0, MOST_BODY)))
    .join('\n\n');
  const whole =
    isPlain && made.trim() !== ''
      ? `${plain}\n\n${made}`
      : isPlain
        ? plain
        : made || plainTextOf(markup.slice(0, MOST_BODY));
  return {
    text: cut(whole),
    html: cut(markup),
    isFromHtml: !isPlain && whole.trim() !== '',
    isCut: whole.length >= MOST_BODY || markup.length > MOST_BODY,
  };
}

const textsOf = (leaves: readonly Leaf[], hint: string | undefined): string =>
  leaves
    .filter(({ part }) => part.type.startsWith('text/'))
    .map(({ part }) => readableText(part, hint))
    .filter((text) => text.trim() !== '')
    .join('\n\n');

function readableText(part: MimePart, hint: string | undefined): string {
  const text = textOfPart(part, hint).slice(0, MOST_BODY).replace(/\r\n?/g, '\n');
  if (part.type === 'text/enriched') return text.replace(/<\/?[A-Za-z-]{1,60}>/g, '').replaceAll('<<', '<');
  const isFlowed = part.params.get('format')?.toLowerCase() === 'flowed';
  return isFlowed ? unflowed(text, part.params.get('delsp')?.toLowerCase() === 'yes') : text;
}

/** A text among HTML is shown with its lines; a picture by its content id. */
function markupOf({ part, disposition }: Leaf, hint: string | undefined): string {
  if (part.type === 'text/html') return textOfPart(part, hint);
  if (part.type.startsWith('image/'))
    return disposition.contentId ? `<img src="cid:${escaped(disposition.contentId)}" alt="">` : '';
  return part.type.startsWith('text/') ? `<pre>${escaped(readableText(part, hint))}</pre>` : '';
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

/** The text of a part, by its own encoding. */
export function textOfPart(part: MimePart, hint?: string): string {
  const octets = octetsOfPart(part, 4 * MOST_BODY);
  const meta = part.type === 'text/html' ? metaCharset(octets) : undefined;
  return decodeText(octets, part.params.get('charset') ?? meta, hint);
}

/** @param most characters that are decoded */
export const octetsOfPart = (part: MimePart, most?: number): Uint8Array =>
  decodeTransfer(
    most === undefined ? part.body : part.body.slice(0, most),
    fieldOf(part.headers, 'content-transfer-encoding'),
  );

/** `<meta charset=…>` within the first octets (HTML standard 13.2.3.2). */
const metaCharset = (octets: Uint8Array): string | undefined =>
  /<meta[^>]{1,200}charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(
    new TextDecoder('windows-1252').decode(octets.subarray(0, 2_048)),
  )?.[1];

const cut = (text: string): string => text.slice(0, MOST_BODY).replace(/[\ud800-\udbff]$/, '');
